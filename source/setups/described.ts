import type {AuthHeader, CredentialKind} from '../credentials/competing.ts';
import {type ModelSize, type NamedModels, namedModels} from '../credentials/model-sizes.ts';
import type {StoreName} from '../stores/store.ts';
import {type Complaint, schemaComplaints} from './schema-complaints.ts';
import {isHeaderName, setupSchema} from './setup-schema.ts';

/** Where a secret comes from, without the secret. */
export type SecretReference =
	| {readonly from: 'env'; readonly name: string}
	| {readonly from: 'file'; readonly path: string}
	| {readonly from: 'command'; readonly command: string};

/** A setup as it stands in a setup file or a profile: everything but the secrets. */
export type Described = {
	readonly credential: CredentialKind;
	readonly provider: string | null;
	readonly baseUrl: string | null;
	readonly auth: AuthHeader | null;
	readonly model: string | null;
	/** For single sizes, in place of the endpoint's own. */
	readonly models: NamedModels;
	readonly headers: readonly {readonly name: string; readonly value: string}[];
	readonly secret: SecretReference | null;
	readonly secretHeaders: readonly {readonly name: string; readonly secret: SecretReference}[];
	readonly store: Exclude<StoreName, 'none'>;
	readonly shell: string | null;
	readonly remove: 'competing' | 'mask-only';
};

export type ReadDescribed =
	| {readonly state: 'read'; readonly described: Described}
	| {readonly state: 'wrong'; readonly complaints: readonly Complaint[]};

type Raw = {
	readonly credential: CredentialKind;
	readonly provider?: string;
	readonly baseUrl?: string;
	readonly auth?: AuthHeader;
	readonly model?: string;
	readonly models?: {readonly [Size in ModelSize]?: string};
	readonly headers?: Readonly<Record<string, string>>;
	readonly secret?: RawSecret;
	readonly secretHeaders?: Readonly<Record<string, RawSecret>>;
	readonly store?: Described['store'];
	readonly shell?: string;
	readonly remove?: Described['remove'];
};

type RawSecret = string | {readonly env?: string; readonly file?: string; readonly command?: string};

/** What was parsed, as a setup; or everything in it that is not as it should be. */
export function describedFrom(value: unknown): ReadDescribed {
	const complaints = [...schemaComplaints(value, setupSchema)];
	if (complaints.length > 0) return {state: 'wrong', complaints};
	const raw = value as Raw;
	const {headers = {}, secretHeaders = {}} = raw;
	for (const [list, names] of [
		['headers', Object.keys(headers)],
		['secretHeaders', Object.keys(secretHeaders)],
	] as const)
		for (const name of names) if (!isHeaderName(name)) complaints.push({at: list, why: 'holds a name that no header can have'});
	if (complaints.length > 0) return {state: 'wrong', complaints};
	return {
		state: 'read',
		described: {
			credential: raw.credential,
			provider: raw.provider ?? null,
			baseUrl: raw.baseUrl ?? null,
			auth: raw.auth ?? null,
			model: raw.model ?? null,
			models: namedModels(size => raw.models?.[size]),
			headers: Object.entries(headers).map(([name, text]) => ({name, value: text})),
			secret: raw.secret === undefined ? null : referenceFrom(raw.secret),
			secretHeaders: Object.entries(secretHeaders).map(([name, text]) => ({name, secret: referenceFrom(text)})),
			store: raw.store ?? 'settings',
			shell: raw.shell ?? null,
			remove: raw.remove ?? 'competing',
		},
	};
}

/** `op://…` is what 1Password's own program reads; its words have no spaces, so no shell has anything to quote but them. */
function referenceFrom(raw: RawSecret): SecretReference {
	if (typeof raw === 'string') return {from: 'command', command: `op read '${raw.replaceAll("'", "'\\''")}'`};
	if (raw.env !== undefined) return {from: 'env', name: raw.env};
	if (raw.file !== undefined) return {from: 'file', path: raw.file};
	return {from: 'command', command: raw.command ?? ''};
}

/** Every program this setup runs to get at a secret, for the question whether it may. */
export function commandsOf({secret, secretHeaders}: Described): readonly string[] {
	return [secret, ...secretHeaders.map(header => header.secret)].flatMap(one => (one?.from === 'command' ? [one.command] : []));
}

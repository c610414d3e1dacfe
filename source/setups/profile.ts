import {type Described, describedFrom, type SecretReference} from './described.ts';
import {isRecord} from './schema-complaints.ts';

/** One of several setups, kept under a name. It is a setup as a file would describe it; its secret is kept elsewhere. */
export type Profile = {
	readonly name: string;
	/** In the form of a setup file, as it is stored. */
	readonly setup: Readonly<Record<string, unknown>>;
	readonly described: Described;
	/** Milliseconds since 1970. */
	readonly added: number;
	/** Under which its secrets are kept. Unlike the name it never changes, and no later profile has the same. */
	readonly account: string;
};

/** What the notes hold, and the names of entries that are no profile: somebody edited them by hand. */
export type Profiles = {readonly profiles: readonly Profile[]; readonly broken: readonly string[]};

/** A name is a word of a command line and part of a file's name. */
export function isProfileName(text: string): boolean {
	return /^[a-z0-9][a-z0-9._-]{0,60}$/i.test(text) && !text.includes('..');
}

export function profilesFrom(note: unknown): Profiles {
	const profiles: Profile[] = [];
	const broken: string[] = [];
	for (const [name, entry] of Object.entries(isRecord(note) ? note : {})) {
		const {setup, added, account} = isRecord(entry) ? entry : {};
		const read = describedFrom(setup);
		if (!isProfileName(name) || !isRecord(setup) || read.state === 'wrong') broken.push(name);
		else
			profiles.push({
				name,
				setup,
				described: read.described,
				added: typeof added === 'number' ? added : 0,
				account: typeof account === 'string' && isProfileName(account) ? account : name,
			});
	}
	return {profiles, broken};
}

export function noteOf(profiles: readonly Profile[]): Readonly<Record<string, unknown>> {
	return Object.fromEntries(profiles.map(({name, setup, added, account}) => [name, {setup, added, account}]));
}

/** A setup in the form of a setup file: what has its usual value is left out. */
export function describe(described: Described): Readonly<Record<string, unknown>> {
	const {credential, provider, baseUrl, auth, model, models, headers, secret, secretHeaders, store, shell, remove} = described;
	return {
		credential,
		...(provider === null ? {} : {provider}),
		...(baseUrl === null ? {} : {baseUrl}),
		...(auth === null ? {} : {auth}),
		...(model === null ? {} : {model}),
		...(models.length === 0 ? {} : {models: Object.fromEntries(models.map(({size, name}) => [size, name]))}),
		...(headers.length === 0 ? {} : {headers: Object.fromEntries(headers.map(({name, value}) => [name, value]))}),
		...(secret === null ? {} : {secret: inFile(secret)}),
		...(secretHeaders.length === 0
			? {}
			: {secretHeaders: Object.fromEntries(secretHeaders.map(header => [header.name, inFile(header.secret)]))}),
		...(store === 'settings' ? {} : {store}),
		...(shell === null ? {} : {shell}),
		...(remove === 'competing' ? {} : {remove}),
	};
}

function inFile(reference: SecretReference): object {
	switch (reference.from) {
		case 'env':
			return {env: reference.name};
		case 'file':
			return {file: reference.path};
		case 'command':
			return {command: reference.command};
	}
}

import type {CredentialKind} from '../../credentials/competing.ts';
import type {Secret} from '../../credentials/secret.ts';
import type {Situation} from '../../problems/problem.ts';
import {providerNamed} from '../../providers/index.ts';
import type {Context} from '../command.ts';
import {examine} from '../examine.ts';
import {givenSecret} from '../given-secret.ts';
import {knownProviders} from '../known-providers.ts';
import {answersFrom} from '../onboard/answers-from-options.ts';
import {recogniseSecret} from '../onboard/recognise-secret.ts';
import {type GivenOptions, setupOptions} from '../options.ts';
import {addressesOf} from './addresses.ts';
import {candidate, issuerAddress} from './candidate.ts';
import {type Fit, fitAt} from './fit-at.ts';
import {type Held, type HeldKey, heldCredentials} from './held.ts';
import type {Wanted} from './offer.ts';

export type Wished = Wanted | {readonly state: 'wrong'; readonly code: 2 | 3; readonly message: string; readonly hint: string | undefined};

/** From the options to a whole setup: what they leave open is taken from the machine, where it can be read there in one way. */
export async function wantedFrom(options: GivenOptions, context: Context): Promise<Wished> {
	if (setupOptions.every(name => options[name] === undefined)) return {state: 'as-meant'};
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return wrong(2, given.message, given.hint);
	if (given.state === 'secret' && given.trimmed) context.err('wizard: white space around the secret was removed.');
	const filled = fill(options, given.state === 'secret' ? given.secret : null, await examine(context.machine));
	if (filled.state === 'wrong') return filled;
	const understood = answersFrom(
		filled.options,
		filled.secret,
		context.machine.environment.variables,
		knownProviders(context.machine).directory,
	);
	if (!understood.ok) return wrong(2, understood.message, understood.hint);
	for (const note of understood.notes) context.err(`wizard: ${note}`);
	return {state: 'given', answers: understood.answers};
}

type Filled =
	| {readonly state: 'filled'; readonly options: GivenOptions; readonly secret: Secret | null}
	| Extract<Wished, {state: 'wrong'}>;

function fill(options: GivenOptions, given: Secret | null, situation: Situation): Filled {
	const all = heldCredentials(situation.facts);
	const sent = all.filter((held): held is HeldKey => held.what === 'key' && isSent(held, situation));
	const typed = given === null ? null : (here(given, all) ?? keyOf(given, sent.length === 1 ? sent : []));
	const own = addressesOf(situation);
	const configured = own.state === 'own' ? own.address.url : null;
	const wants = kindWanted(options, typed, configured);
	if (wants === 'subscription') return {state: 'filled', options: {...options, credential: wants}, secret: given ?? savedToken(all)};
	const address = addressFor(options, wants, typed, configured);
	const held = typed === null ? heldFor(wants, address, all) : [typed];
	if (held.length > 1)
		return wrong(
			3,
			`${held.length} credentials here could be meant, and only you know which.`,
			'Give it: --secret-stdin, --secret-env NAME or --secret-command CMD',
		);
	const [key = null] = held;
	if (wants === null && key === null) return {state: 'filled', options, secret: given};
	const kind = wants ?? (address === null && key !== null ? 'console-key' : 'router-key');
	// An address that is typed may be another than the one in whose header the key is now.
	const asBefore = options['base-url'] === undefined && options.provider === undefined && kind !== 'console-key';
	const there = key === null || address === null || !asBefore ? null : candidate(key, address);
	return {
		state: 'filled',
		secret: given ?? key?.secret ?? null,
		options: {
			...options,
			credential: kind,
			...(kind === 'console-key' || address === null || options.provider !== undefined ? {} : {'base-url': address}),
			...(options.auth === undefined && there !== null ? {auth: there.auth} : {}),
		},
	};
}

function here(secret: Secret, all: readonly Held[]): HeldKey | null {
	return all.find((held): held is HeldKey => held.what === 'key' && held.secret.equals(secret)) ?? null;
}

/** A new one: by its shape, and the header that the key before it went out in. */
function keyOf(secret: Secret, before: readonly HeldKey[]): HeldKey {
	const found = recogniseSecret(secret);
	return {what: 'key', secret, found, standIn: false, mended: false, facts: before.flatMap(({facts}) => facts)};
}

function kindWanted(
	{credential, provider, 'base-url': url}: GivenOptions,
	typed: HeldKey | null,
	configured: string | null,
): CredentialKind | null {
	if (credential !== undefined) return credential;
	if (provider !== undefined) return providerNamed(provider)?.kind === 'first-party' ? 'console-key' : 'router-key';
	if (url !== undefined) return 'router-key';
	const use = typed?.found?.shape.use.kind;
	if (use === 'subscription-token') return 'subscription';
	if (use === 'console-key') return 'console-key';
	return typed === null && configured === null ? null : 'router-key';
}

/** The one typed; else the one that was set up, where the key may go there; else that of the key's issuer. */
function addressFor(options: GivenOptions, wants: CredentialKind | null, typed: HeldKey | null, configured: string | null): string | null {
	if (wants === 'console-key') return null;
	if (options['base-url'] !== undefined || options.provider !== undefined) return options['base-url'] ?? null;
	if (configured !== null && (typed === null || fitAt(typed, configured) !== 'no')) return configured;
	return typed === null ? null : issuerAddress(typed);
}

/** Keys of this machine that are of that kind and may go there. */
function heldFor(wants: CredentialKind | null, address: string | null, all: readonly Held[]): readonly HeldKey[] {
	const keys = all.filter((held): held is HeldKey => held.what === 'key' && !held.standIn);
	const to = wants === 'console-key' ? null : address;
	const fits = (how: Fit) => keys.filter(held => fitAt(held, to) === how);
	return [fits('issuer'), fits('likely'), fits('doubtful')].find(found => found.length > 0) ?? [];
}

/** Without a saved login the token of `claude setup-token` is the subscription. */
function savedToken(all: readonly Held[]): Secret | null {
	if (all.some(({what}) => what === 'login')) return null;
	const tokens = all.filter((held): held is HeldKey => held.what === 'key' && held.found?.shape.use.kind === 'subscription-token');
	return tokens.length === 1 ? (tokens[0]?.secret ?? null) : null;
}

function isSent({facts}: HeldKey, {headless: {request}}: Situation): boolean {
	return [request.authorization, request.xApiKey].some(header => header !== null && facts.includes(header.fact));
}

function wrong(code: 2 | 3, message: string, hint: string | undefined): Extract<Wished, {state: 'wrong'}> {
	return {state: 'wrong', code, message, hint};
}

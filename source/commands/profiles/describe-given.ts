import type {Secret} from '../../credentials/secret.ts';
import type {Described, SecretReference} from '../../setups/described.ts';
import type {Context} from '../command.ts';
import {givenSecret} from '../given-secret.ts';
import {knownProviders} from '../known-providers.ts';
import {answersFrom} from '../onboard/answers-from-options.ts';
import type {GivenOptions} from '../options.ts';
import {headerAccount, keepProfileSecret} from './profile-secrets.ts';

export type GivenSetup =
	| {readonly state: 'described'; readonly described: Described}
	| {readonly state: 'wrong'; readonly code: 2 | 3; readonly message: string; readonly hint: string | null};

/** A setup by options, described for a profile: the secrets go where the profile keeps them. */
export async function describeGiven(account: string, options: GivenOptions, context: Context): Promise<GivenSetup> {
	const {machine, err} = context;
	if (options.store === 'none')
		return wrong('A profile keeps its secret, so there is no --store none.', '--store settings, helper, shell or project');
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return wrong(given.message, given.hint ?? null);
	if (given.state === 'secret' && given.trimmed) err('wizard: white space around the secret was removed.');
	const secret = given.state === 'secret' ? given.secret : null;
	// A header is kept beside the secret here, whatever the store is.
	const understood = answersFrom({...options, store: 'settings'}, secret, machine.environment.variables, knownProviders(machine).directory);
	if (!understood.ok) return wrong(understood.message, understood.hint);
	for (const note of understood.notes) err(`wizard: ${note}`);
	const {answers} = understood;

	const keep = async (under: string, value: Secret): Promise<SecretReference | GivenSetup> => {
		const kept = await keepProfileSecret(under, value, options.store === 'helper' ? 'system' : 'file', machine);
		return kept.state === 'kept' ? kept.reference : {state: 'wrong', code: 3, message: kept.message, hint: kept.hint};
	};
	const command = options['secret-command'];
	const main = command !== undefined ? {from: 'command' as const, command} : secret === null ? null : await keep(account, secret);
	if (main !== null && 'state' in main) return main;
	const secretHeaders: Described['secretHeaders'][number][] = [];
	for (const [index, header] of answers.secretHeaders.entries()) {
		const kept = await keep(headerAccount(account, index), header.secret);
		if ('state' in kept) return kept;
		secretHeaders.push({name: header.name, secret: kept});
	}
	return {
		state: 'described',
		described: {
			credential: answers.credential ?? 'router-key',
			provider: options.provider ?? null,
			baseUrl: options['base-url'] ?? null,
			auth: options.auth ?? null,
			model: options.model ?? null,
			headers: answers.headers.map(line => ({name: line.replace(/:.*$/s, ''), value: line.replace(/^[^:]*:\s*/, '')})),
			secret: main,
			secretHeaders,
			store: options.store ?? 'settings',
			shell: options.shell ?? null,
			remove: 'competing',
		},
	};
}

function wrong(message: string, hint: string | null): GivenSetup {
	return {state: 'wrong', code: 2, message, hint};
}

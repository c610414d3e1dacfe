import type {Context} from '../command.ts';
import {givenSecret} from '../given-secret.ts';
import {knownProviders} from '../known-providers.ts';
import {answersFrom} from '../onboard/answers-from-options.ts';
import type {GivenOptions} from '../options.ts';
import {type GivenSetup, keepAnswers} from './keep-answers.ts';

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
	const {'secret-command': command} = options;
	const said = {
		provider: options.provider ?? null,
		baseUrl: options['base-url'] ?? null,
		auth: options.auth ?? null,
		model: options.model ?? null,
		store: options.store ?? 'settings',
		shell: options.shell ?? null,
		secret: command === undefined ? null : {from: 'command' as const, command},
	} as const;
	return keepAnswers(account, understood.answers, said, machine);
}

function wrong(message: string, hint: string | null): GivenSetup {
	return {state: 'wrong', code: 2, message, hint};
}

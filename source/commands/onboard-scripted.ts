import type {Context} from './command.ts';
import {givenSecret} from './given-secret.ts';
import {knownProviders} from './known-providers.ts';
import {answersFrom} from './onboard/answers-from-options.ts';
import type {GivenOptions} from './options.ts';
import {setUp} from './set-up.ts';

/** The same setup without questions: everything comes by options, and what would be asked is agreed to by --yes. */
export async function onboardScripted(options: GivenOptions, context: Context): Promise<number> {
	const {machine, fail, err} = context;
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return fail(2, given.message, given.hint);
	if (given.state === 'secret' && given.trimmed) err('wizard: white space around the secret was removed.');
	const {directory, mistakes} = knownProviders(machine);
	for (const mistake of mistakes) err(`wizard: ${mistake}`);
	const understood = answersFrom(options, given.state === 'secret' ? given.secret : null, machine.environment.variables, directory);
	if (!understood.ok) return fail(2, understood.message, understood.hint);
	for (const note of understood.notes) err(`wizard: ${note}`);
	const prove = options.store === 'none' ? 'never' : 'always';
	return setUp({answers: understood.answers, by: options, named: options['base-url'] ?? null, prove}, options, context);
}

import type {Secret} from '../credentials/secret.ts';
import type {Described} from '../setups/described.ts';
import type {Context} from './command.ts';
import {asOptions, secretsOf} from './described-options.ts';
import {knownProviders} from './known-providers.ts';
import {answersFrom} from './onboard/answers-from-options.ts';
import type {GivenOptions} from './options.ts';
import {setUp} from './set-up.ts';

/** Brings this machine to a described setup, as one plan that can be undone. With `--yes` it is not asked about; a secret that is given counts instead of the one it names. */
export async function applySetup(
	described: Described,
	folder: string,
	options: GivenOptions,
	context: Context,
	given: Secret | null = null,
): Promise<number> {
	const {machine, fail, err} = context;
	const secrets = await secretsOf(described, folder, context, given);
	if (!secrets.ok) return fail(2, secrets.message, secrets.hint);
	const by = asOptions(described);
	const variables = {...machine.environment.variables, ...secrets.variables};
	const understood = answersFrom(by, secrets.secret, variables, knownProviders(machine).directory);
	if (!understood.ok) return fail(2, understood.message, understood.hint);
	for (const note of understood.notes) err(`wizard: ${note}`);
	const answers = {...understood.answers, maskOnly: described.remove === 'mask-only'};
	// Sent once, after a change: an engine that comes by every half hour must not spend the user's money. `--live` sends it all the same.
	const prove = options.live ? 'always' : 'after-a-change';
	return setUp({answers, by, named: described.baseUrl, prove}, options, context);
}

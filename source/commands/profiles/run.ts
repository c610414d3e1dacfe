import {wishOf} from '../../setups/setup.ts';
import type {Run} from '../command.ts';
import {asOptions, secretsOf} from '../described-options.ts';
import {examine} from '../examine.ts';
import {knownProviders} from '../known-providers.ts';
import {setupOf} from '../onboard/answers.ts';
import {answersFrom} from '../onboard/answers-from-options.ts';
import {chosenProfile} from './chosen-profile.ts';
import {launch} from './launch.ts';

/** As `env` and `docker run` have it: the command's own codes stay apart from ours. */
const ownFailure = 125;

/** `wizard run NAME -- COMMAND…`: one command under one profile; no file of the user's is written. */
export const run: Run = async ({options, operands: [name], rest}, context) => {
	const {machine, err} = context;
	const fail = (message: string, hint?: string) => context.fail(ownFailure, message, hint);
	const [program, ...args] = rest;
	if (program === undefined) return fail('Which command?', 'wizard run NAME -- claude');
	const chosen = await chosenProfile(name, options.trust, context);
	if (chosen.state === 'wrong') return fail(chosen.message, chosen.hint ?? undefined);
	const {described} = chosen.profile;
	const secrets = await secretsOf(described, machine.environment.home, context);
	if (!secrets.ok) return fail(secrets.message, secrets.hint);
	const understood = answersFrom(
		asOptions(described),
		secrets.secret,
		{...machine.environment.variables, ...secrets.variables},
		knownProviders(machine).directory,
	);
	if (!understood.ok) return fail(understood.message, understood.hint);
	const launched = await launch({program, args, wish: wishOf(setupOf(understood.answers))}, await examine(machine), machine);
	switch (launched.state) {
		case 'refused':
			return fail(launched.message, launched.hint);
		case 'ended':
			for (const note of launched.notes) err(`wizard: ${note}`);
			return launched.code;
	}
};

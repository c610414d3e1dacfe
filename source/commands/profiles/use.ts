import {applySetup} from '../apply-setup.ts';
import type {Run} from '../command.ts';
import {chosenProfile} from './chosen-profile.ts';

/** `wizard use NAME`: a plan like any other, that can be undone. */
export const use: Run = async ({options, operands: [name]}, context) => {
	const chosen = await chosenProfile(name, options.trust, context);
	if (chosen.state === 'wrong') return context.fail(chosen.code, chosen.message, chosen.hint ?? undefined);
	const {described} = chosen.profile;
	const store = options.store === undefined || options.store === 'none' ? described.store : options.store;
	return applySetup({...described, store}, context.machine.environment.home, options, context);
};

import {modelFor} from '../../providers/model-variables.ts';
import type {Described} from '../../setups/described.ts';
import type {Profile} from '../../setups/profile.ts';
import {applySetup} from '../apply-setup.ts';
import type {Context, Run} from '../command.ts';
import {knownProviders} from '../known-providers.ts';
import {chosenProfile} from './chosen-profile.ts';
import {storedProfiles} from './stored-profiles.ts';

/** `wizard use NAME`: a plan like any other, that can be undone. */
export const use: Run = async ({options, operands: [name]}, context) => {
	const chosen = await chosenProfile(name, options.trust, context);
	if (chosen.state === 'wrong') return context.fail(chosen.code, chosen.message, chosen.hint ?? undefined);
	const {described} = chosen.profile;
	const store = options.store === undefined || options.store === 'none' ? described.store : options.store;
	const model = await modelOf(chosen.profile, context);
	return applySetup({...described, model, store}, context.machine.environment.home, options, context);
};

/**
 * Where a profile names none, models that are named for its endpoint already are the user's choice and stay; unless another profile
 * names some there, for then they are that one's. Empty means claude's own names.
 */
async function modelOf({name, described}: Profile, {machine}: Context): Promise<string | null> {
	const {model, models, provider, baseUrl} = described;
	const others = (await storedProfiles(machine)).profiles.filter(other => other.name !== name && isThere(other.described, described));
	if (model !== null || models.length > 0 || !others.some(other => other.described.model !== null || other.described.models.length > 0))
		return model;
	const {directory} = knownProviders(machine);
	const endpoint = provider === null ? (baseUrl === null ? null : directory.at(baseUrl)) : directory.named(provider);
	return endpoint === null ? '' : (modelFor(endpoint, null) ?? '');
}

function isThere(one: Described, other: Described): boolean {
	return one.provider === other.provider && one.baseUrl === other.baseUrl;
}

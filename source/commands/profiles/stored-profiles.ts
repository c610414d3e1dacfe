import type {Machine} from '../../machine/machine.ts';
import {noteOf, type Profile, type Profiles, profilesFrom} from '../../setups/profile.ts';

const note = 'profiles';

/** All profiles, in the order in which they were added. */
export async function storedProfiles({notes}: Pick<Machine, 'notes'>): Promise<Profiles> {
	return profilesFrom(await notes.read(note));
}

export async function storeProfiles(profiles: readonly Profile[], {notes}: Pick<Machine, 'notes'>): Promise<void> {
	await notes.write(note, profiles.length === 0 ? undefined : noteOf(profiles));
}

import {pathOf} from '../../places/roots.ts';
import {isProfileName, type Profile} from '../../setups/profile.ts';
import type {Context} from '../command.ts';
import {nearest} from '../nearest.ts';
import {tilde} from '../tilde.ts';
import {contentHash, trustedFile} from '../trusted-file.ts';
import {storedProfiles} from './stored-profiles.ts';

export type Chosen =
	| {readonly state: 'profile'; readonly profile: Profile}
	| {readonly state: 'wrong'; readonly code: 2 | 3 | 130; readonly message: string; readonly hint: string | null};

/** A file in a folder, or above it, that says which profile counts there. It holds a name and nothing else. */
const folderFile = '.claude-profile';

/** The profile that was named; without a name the one that this folder names, once its file was agreed to as it is. */
export async function chosenProfile(name: string | undefined, trust: string | undefined, context: Context): Promise<Chosen> {
	const {profiles} = await storedProfiles(context.machine);
	if (name !== undefined) return named(name, profiles);
	const {machine} = context;
	const file = folderProfile(context.machine);
	if (file === null)
		return wrong(
			2,
			'Which profile?',
			profiles.length === 0
				? 'There is none yet: wizard profiles add NAME …'
				: `wizard profiles lists them; a file ${folderFile} names the one for a folder.`,
		);
	const shown = tilde(file.path, machine.environment.home);
	if (!isProfileName(file.name)) return wrong(2, `${shown} holds no name of a profile.`, 'It holds one name and nothing else.');
	const found = named(file.name, profiles);
	if (found.state === 'wrong') return found;
	const question = `${shown} says that this folder uses the profile ${file.name}. Follow it, now and while it says so?`;
	const answer = await trustedFile({path: file.path, bytes: file.bytes, question}, trust, context);
	if (answer.state === 'trusted') return found;
	if (answer.declined) return wrong(130, 'Nothing was started, and nothing was changed.', null);
	return wrong(
		3,
		`${shown} names the profile ${file.name}, and nobody has agreed to that yet.`,
		`By its name: ${file.name}; or agree to the file as it is: --trust ${contentHash(file.bytes)}`,
	);
}

function named(name: string, profiles: readonly Profile[]): Chosen {
	const profile = profiles.find(one => one.name === name);
	if (profile !== undefined) return {state: 'profile', profile};
	const near = nearest(
		name,
		profiles.map(one => one.name),
	);
	return wrong(
		2,
		isProfileName(name) ? `There is no profile ${name}.` : 'There is no profile of that name.',
		near === null ? 'wizard profiles lists them.' : `Did you mean: ${near}`,
	);
}

/** The nearest one from this folder upwards. */
function folderProfile({
	files,
	environment,
}: Context['machine']): {readonly path: string; readonly bytes: Uint8Array; readonly name: string} | null {
	const {join, dirname} = pathOf(environment);
	for (let folder = environment.cwd; ; folder = dirname(folder)) {
		const path = join(folder, folderFile);
		const reading = files.read(path, 1024);
		if (reading.state === 'bytes') return {path, bytes: reading.bytes, name: new TextDecoder().decode(reading.bytes).trim()};
		if (dirname(folder) === folder) return null;
	}
}

function wrong(code: 2 | 3 | 130, message: string, hint: string | null): Chosen {
	return {state: 'wrong', code, message, hint};
}

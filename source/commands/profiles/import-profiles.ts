import type {Described} from '../../setups/described.ts';
import {describe, type Profile} from '../../setups/profile.ts';
import type {Context, Invocation} from '../command.ts';
import {type FoundForeign, findForeign} from './find-foreign.ts';
import {keepProfileSecret} from './profile-secrets.ts';
import {profileItem, profileSummary} from './profiles-text.ts';
import {storedProfiles, storeProfiles} from './stored-profiles.ts';

/** `wizard profiles import`: shows what other programs keep, and keeps it as profiles once that was agreed to. Their files stay as they are. */
export async function importProfiles(_: readonly string[], {options}: Invocation, context: Context): Promise<number> {
	const {machine, out, err, fail, confirm, terminal} = context;
	const {profiles: all} = await storedProfiles(machine);
	const {found, left} = findForeign(all, machine);
	const say = options.json ? err : out;
	if (found.length > 0) say('Kept by other programs:');
	for (const one of found) say(`  ${one.name}  ${profileSummary(describedOf(one))}, from ${one.program} (${one.file})${droppedText(one)}`);
	for (const sentence of left) say(`Left: ${sentence}`);
	if (found.length === 0) {
		if (options.json) out(JSON.stringify({schema: 1, changed: false, items: [], left}, null, 2));
		else out('There is nothing to import.');
		return 0;
	}
	if (!options.yes) {
		if (!terminal.stdinIsTTY) return fail(2, 'There is no terminal to ask on.', 'Add --yes to keep them as profiles.');
		const question = `Keep ${found.length === 1 ? 'it as a profile' : `these ${found.length} as profiles`}? Each key is copied to a file that only you can read`;
		if (!(await confirm(question))) return fail(130, 'Cancelled; nothing was kept.');
	}
	const added = machine.clock.now();
	const kept: Profile[] = [];
	for (const one of found) {
		const account = `${one.name}-${added.toString(36)}`;
		const secret = await keepProfileSecret(account, one.setup.secret, 'file', machine);
		if (secret.state === 'refused') {
			err(`wizard: ${one.name} was not kept: ${secret.message}`);
			continue;
		}
		const described: Described = {...describedOf(one), secret: secret.reference};
		kept.push({name: one.name, setup: describe(described), described, added, account});
	}
	await storeProfiles([...all, ...kept], machine);
	if (options.json)
		out(JSON.stringify({schema: 1, changed: kept.length > 0, items: kept.map(profile => profileItem(profile, false)), left}, null, 2));
	else for (const {name} of kept) out(`Kept: ${name}`);
	return kept.length === found.length ? 0 : 3;
}

function describedOf({setup: {credential, baseUrl, auth, model, models}}: FoundForeign): Described {
	return {
		credential,
		provider: null,
		baseUrl,
		auth,
		model,
		models,
		headers: [],
		secret: null,
		secretHeaders: [],
		store: 'settings',
		shell: null,
		remove: 'competing',
	};
}

/** What an endpoint needs besides is in the catalogue. */
function droppedText({setup: {dropped}}: FoundForeign): string {
	return dropped.length === 0 ? '' : `; without ${dropped.join(', ')}`;
}

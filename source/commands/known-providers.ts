import type {Machine} from '../machine/machine.ts';
import {safeName} from '../places/json-outline.ts';
import {type JsonNode, scanJson} from '../places/json-scan.ts';
import {lineIndex} from '../places/line-index.ts';
import {pathOf} from '../places/roots.ts';
import {printable} from '../places/show.ts';
import {catalogue} from '../providers/catalogue.ts';
import {type Directory, directoryOf} from '../providers/directory.ts';
import {ownEntries} from '../providers/own-entries.ts';
import {tilde} from './tilde.ts';

export type KnownProviders = {
	readonly directory: Directory;
	/** The user's own file, as shown. */
	readonly file: string;
	/** What in it could not be taken, with file and line, safe to show. */
	readonly mistakes: readonly string[];
};

/** The catalogue, and what this user added to it. The file is the user's: nothing of ours writes it, and uninstalling leaves it. */
export function knownProviders({files, environment}: Pick<Machine, 'files' | 'environment'>): KnownProviders {
	const path = ownProvidersFile(environment);
	const file = printable(tilde(path, environment.home));
	const reading = files.read(path);
	const only = (mistakes: readonly string[]) => ({directory: directoryOf(catalogue), file, mistakes});
	if (reading.state === 'absent') return only([]);
	if (reading.state === 'unreadable') return only([`${file} could not be read: ${reading.message}`]);
	const text = new TextDecoder().decode(reading.bytes).replace(/^\uFEFF/, '');
	const at = lineIndex(text);
	const scan = scanJson(text, 5);
	if (scan.state === 'invalid') return only([`${file}:${at(scan.offset).line} is no valid JSON: ${scan.message}.`]);
	const own = ownEntries(scan.root.value());
	const mistakes = own.mistakes.map(
		({at: path, says}) => `${file}:${at(spotOf(scan.root, path)).line} (${path.map(safeName).join('.')}) ${says}`,
	);
	return {directory: directoryOf(catalogue, own.providers), file, mistakes};
}

function ownProvidersFile(environment: Machine['environment']): string {
	const {variables, home, platform} = environment;
	const {join} = pathOf(environment);
	const folder =
		platform === 'win32' ? variables['APPDATA'] || join(home, 'AppData', 'Roaming') : variables['XDG_CONFIG_HOME'] || join(home, '.config');
	return join(folder, 'claude-auth-wizard', 'providers.json');
}

/** As near as the path leads: what is missing is shown where it should be. */
function spotOf(root: JsonNode, path: readonly string[]): number {
	let node = root;
	let spot = root.start;
	for (const name of path) {
		const member = node.members.findLast(({key}) => key === name);
		if (member === undefined) return spot;
		node = member.node;
		spot = member.keyStart;
	}
	return spot;
}

import type {Machine} from '../machine/machine.ts';
import {editorEntries} from './editor-entries.ts';
import type {Fact} from './fact.ts';
import {readText} from './file-fact.ts';
import {lineIndex} from './line-index.ts';
import type {Place} from './place.ts';
import {readLeniently} from './read-leniently.ts';
import {pathOf, type Roots} from './roots.ts';

/** Variables that VS Code and its relatives give to the Claude extension, to their terminals, or to a dev container. */
export const editors: Place = {
	id: 'editor-settings',
	look: async (machine, roots) => {
		const facts: Fact[] = [];
		for (const file of settingsFiles(machine, roots)) facts.push(...(await lookInto(machine, file)));
		return facts;
	},
};

const products = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf'];

/** The paths each editor documents; a remote or portable installation keeps its settings elsewhere. */
function settingsFiles({environment}: Machine, {home, xdgConfig, project}: Roots): readonly string[] {
	const {join} = pathOf(environment);
	const roots = {
		linux: xdgConfig,
		darwin: join(home, 'Library', 'Application Support'),
		win32: environment.variables['APPDATA'] ?? join(home, 'AppData', 'Roaming'),
	};
	return [
		...products.map(product => join(roots[environment.platform], product, 'User', 'settings.json')),
		join(home, '.vscode-server', 'data', 'Machine', 'settings.json'),
		join(project, '.vscode', 'settings.json'),
		join(project, '.devcontainer', 'devcontainer.json'),
		join(project, '.devcontainer.json'),
	];
}

/** These files may have comments. They are parsed only where one of our names is in the text: most never are. */
async function lookInto(machine: Machine, file: string): Promise<readonly Fact[]> {
	const found = readText(machine, 'editor-settings', file);
	if (found.state === 'unreadable') return [found.fact];
	if (found.state !== 'text' || !/claudeCode\.|terminal\.integrated\.env|containerEnv|remoteEnv/.test(found.text)) return [];
	const root = await readLeniently(found.text);
	return root === null ? [] : editorEntries(root, file, lineIndex(found.text));
}

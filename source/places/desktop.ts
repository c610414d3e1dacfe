import {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';
import type {Fact, SettingFact} from './fact.ts';
import {readText} from './file-fact.ts';
import {lastOfEach} from './json-outline.ts';
import {scanJson} from './json-scan.ts';
import {jsonText} from './json-text.ts';
import {lineIndex} from './line-index.ts';
import type {Place} from './place.ts';
import {pathOf, type Roots} from './roots.ts';
import {showValue} from './show.ts';

/**
 * Claude Desktop's third-party configuration: it does not follow ANTHROPIC_BASE_URL or settings.json but keys of its own
 * (claude.com/docs/third-party/claude-desktop). What an administrator sets by profile or registry is not in these files.
 */
export const desktop: Place = {
	id: 'desktop-settings',
	look: (machine, roots) => {
		const folder = libraryFolder(machine, roots);
		if (folder === null) return [];
		const names = (machine.files.list(folder) ?? []).filter(name => name.endsWith('.json') && name !== '_meta.json');
		return names.flatMap(name => lookInto(machine, pathOf(machine.environment).join(folder, name)));
	},
};

const wanted = /^(?:inference(?!Models$|Vertex|Bedrock)\w+|disableDeploymentModeChooser|modelDiscoveryEnabled)$/;

/** There is no Claude Desktop for Linux. */
function libraryFolder({environment}: Machine, {home}: Roots): string | null {
	const {join} = pathOf(environment);
	switch (environment.platform) {
		case 'linux':
			return null;
		case 'darwin':
			return join(home, 'Library', 'Application Support', 'Claude-3p', 'configLibrary');
		case 'win32':
			return join(environment.variables['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Claude-3p', 'configLibrary');
	}
}

function lookInto(machine: Machine, file: string): readonly Fact[] {
	const found = readText(machine, 'desktop-settings', file);
	if (found.state !== 'text') return found.state === 'absent' ? [] : [found.fact];
	const at = lineIndex(found.text);
	const scan = scanJson(found.text);
	if (scan.state === 'invalid') {
		const troubles = [{kind: 'syntax' as const, message: scan.message, ...at(scan.offset)}, ...found.fact.troubles];
		return [{...found.fact, state: 'ignored', why: 'it is not valid JSON', troubles}];
	}
	return lastOfEach(scan.root.members)
		.filter(({key}) => wanted.test(key))
		.map(({key, node}): SettingFact => {
			const text = node.json === 'object' || node.json === 'array' ? JSON.stringify(node.value()) : jsonText(node.value());
			const value = new Secret(text);
			// Extra headers are names and values together: none of it is shown.
			const shown = /Headers$/.test(key) ? `${value}` : showValue(key, text);
			const where = {place: 'desktop-settings', in: 'desktop-settings', file, ...at(node.start)} as const;
			return {kind: 'setting', ...where, variable: key, state: text === '' ? 'empty' : 'text', value, shown, why: null, json: node.json};
		});
}

import type {VariableFact} from './fact.ts';
import type {JsonMember, JsonNode} from './json-scan.ts';
import {jsonText} from './json-text.ts';
import type {Position} from './line-index.ts';
import {held} from './show.ts';
import {isKnownVariable} from './variables.ts';

/** Objects of name and value: for terminals by system, in dev containers for every process or only those of the editor. */
const maps = new Set([
	'terminal.integrated.env.linux',
	'terminal.integrated.env.osx',
	'terminal.integrated.env.windows',
	'containerEnv',
	'remoteEnv',
]);

export function editorEntries(root: JsonNode, file: string, at: (offset: number) => Position): readonly VariableFact[] {
	return root.members.flatMap(({key, node}) => {
		const pairs = key === 'claudeCode.environmentVariables' ? listed(node) : maps.has(key) ? node.members : [];
		return pairs
			.filter(pair => isKnownVariable(pair.key))
			.map((pair): VariableFact => {
				const value = pair.node.value();
				// In a terminal's env, null takes the variable away.
				const text = value === null ? '' : jsonText(value);
				return {
					kind: 'variable',
					place: 'editor-settings',
					file,
					...at(pair.node.start),
					variable: pair.key,
					state: text === '' ? 'empty' : 'text',
					...held(pair.key, text),
					why: null,
					origin: {from: 'settings', json: pair.node.json},
				};
			});
	});
}

/** The Claude extension wants [{"name": …, "value": …}]; an object of names, which many write instead, is not read by it. */
function listed(node: JsonNode): readonly JsonMember[] {
	return node.items.flatMap(item => {
		const name = item.members.find(({key}) => key === 'name')?.node.value();
		const value = item.members.find(({key}) => key === 'value');
		return typeof name === 'string' && value !== undefined ? [{...value, key: name}] : [];
	});
}

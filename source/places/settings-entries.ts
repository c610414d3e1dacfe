import {Secret} from '../credentials/secret.ts';
import type {PlaceId, SettingFact, VariableFact} from './fact.ts';
import {lastOfEach} from './json-outline.ts';
import type {JsonMember, JsonNode} from './json-scan.ts';
import {jsonText} from './json-text.ts';
import type {Position} from './line-index.ts';
import {showValue} from './show.ts';
import {isKnownVariable} from './variables.ts';

/** Where a JSON file is, for facts about its entries. */
export type JsonFile = {
	readonly place: PlaceId;
	readonly file: string;
	readonly at: (offset: number) => Position;
	/** Why claude does not use anything in the file; null for a file in use. */
	readonly skipped: string | null;
};

/** The entries of the `env` block that are about credentials and requests. */
export function environmentEntries(root: JsonNode, where: JsonFile): readonly VariableFact[] {
	const blocks = root.members.filter(({key}) => key === 'env');
	const block = blocks.at(-1);
	return blocks.flatMap(({node}) => {
		const counting = new Set(lastOfEach(node.members));
		return node.members
			.filter(({key}) => isKnownVariable(key))
			.map((member): VariableFact => {
				const lost = node === block?.node && counting.has(member) ? null : 'a later entry of the same name in this file counts';
				return {
					kind: 'variable',
					...entry(member, where, lost),
					place: where.place,
					origin: {from: 'settings', json: member.node.json},
				};
			});
	});
}

/** Settings that are no variables and decide about the request. Of a doubled key the last counts. */
export function settingEntries(root: JsonNode, names: ReadonlySet<string>, where: JsonFile): readonly SettingFact[] {
	return lastOfEach(root.members)
		.filter(({key}) => names.has(key))
		.map(member => ({
			kind: 'setting',
			...entry(member, where, null),
			place: member.key === 'apiKeyHelper' ? 'helper' : where.place,
			in: where.place,
			json: member.node.json,
		}));
}

function entry({key, node}: JsonMember, {file, at, skipped}: JsonFile, lost: string | null) {
	const text = jsonText(node.value());
	const why = skipped ?? lost;
	return {
		file,
		...at(node.start),
		variable: key,
		state: why !== null ? ('ignored' as const) : text === '' ? ('empty' as const) : ('text' as const),
		value: new Secret(text),
		shown: showValue(key, text),
		why,
	};
}

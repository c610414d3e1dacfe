import type {Edited} from './edited.ts';
import {insertMember} from './json-insert.ts';
import {layoutOf} from './json-layout.ts';
import {effective} from './json-path.ts';
import {isPlainList, type Plain, plainWith} from './json-plain.ts';
import {removeMember} from './json-remove.ts';
import {type JsonNode, scanJson} from './json-tree.ts';
import {readSettings, refuse} from './read-settings.ts';
import {checked} from './settings-check.ts';
import {setSetting} from './settings-text.ts';

/** Puts a text at the end of a list, making the list where there is none. */
export function addItem(text: string, path: readonly string[], item: string): Edited {
	if (text.replace('\uFEFF', '').trim() === '') return setSetting(text, path, [item]);
	const read = readSettings(text);
	if (read.state === 'refused') return read;
	const list = effective(read.tree.root, path);
	if (list === null) return setSetting(text, path, [item]);
	if (list.kind !== 'array') return refuse('impossible', text, list.start, `${path.join('.')} is ${list.kind}, not a list`);
	if (indexOf(list, item) !== -1) return {state: 'same'};
	const changed = insertMember(text, read.tree, list, '', item, layoutOf(text, read.tree.root));
	return checked(text, changed, list.members.at(-1)?.start ?? list.start, 'json', before =>
		changeList(before, path, items => [...items, item]),
	);
}

/** Takes a text out of a list, as often as it stands there. */
export function removeItem(text: string, path: readonly string[], item: string): Edited {
	if (text.replace('\uFEFF', '').trim() === '') return {state: 'same'};
	const read = readSettings(text);
	if (read.state === 'refused') return read;
	const list = effective(read.tree.root, path);
	const first = list?.kind === 'array' ? list.members[indexOf(list, item)] : undefined;
	if (first === undefined) return {state: 'same'};
	let changed = text;
	for (;;) {
		const scanned = scanJson(changed);
		const here = scanned.state === 'tree' ? effective(scanned.tree.root, path) : null;
		if (scanned.state === 'slip' || here?.kind !== 'array') break;
		const index = indexOf(here, item);
		if (index === -1) break;
		changed = removeMember(changed, scanned.tree, here, index);
	}
	return checked(text, changed, first.start, 'json', before => changeList(before, path, items => items.filter(other => other !== item)));
}

function indexOf(list: JsonNode & {kind: 'object' | 'array'}, item: string): number {
	return list.members.findIndex(({value}) => value.kind === 'string' && value.text === item);
}

function changeList(whole: Plain, path: readonly string[], change: (items: readonly Plain[]) => readonly Plain[]): Plain | undefined {
	const list = path.reduce<Plain | undefined>(
		(inner, key) => (inner instanceof Map ? (inner.get(key) as Plain | undefined) : undefined),
		whole,
	);
	return isPlainList(list) ? plainWith(whole, path, change(list)) : whole;
}

import type {Entry} from './change.ts';
import type {Json} from './edit.ts';
import type {Edited} from './edited.ts';
import {effective, occurrences} from './json-path.ts';
import {isPlainList, type Plain, plain, samePlain} from './json-plain.ts';
import {type JsonNode, scanJson} from './json-tree.ts';
import {addItem, removeItem} from './settings-list.ts';
import {removeSetting, setSetting} from './settings-text.ts';

export type CarriedText = {readonly state: 'moved'; readonly text: string} | {readonly state: 'conflict'; readonly message: string};

/** Moves keys and items from their value in `from` to that in `to`, inside a text that others have changed elsewhere. */
export function carryJson(from: string, to: string, current: string, entries: readonly Entry[]): CarriedText {
	let text = current;
	for (const entry of entries) {
		if (entry.kind !== 'key' && entry.kind !== 'item') continue;
		const moved = entry.kind === 'key' ? moveKey(from, to, text, entry.path) : moveItems(from, to, text, entry.path);
		if (moved.state === 'conflict') return moved;
		text = dropEmptied(to, moved.text, entry.path);
	}
	return {state: 'moved', text};
}

function moveKey(from: string, to: string, text: string, path: readonly string[]): CarriedText {
	const [was, wanted, is] = [valueAt(from, path), valueAt(to, path), valueAt(text, path)];
	if (is === broken) return {state: 'conflict', message: 'it cannot be parsed any more'};
	if (samePlain(is, wanted)) return {state: 'moved', text};
	if (!samePlain(is, was)) return {state: 'conflict', message: `${path.join('.')} was changed since`};
	if (wanted === undefined) return result(removeSetting(text, path, 'jsonc'), text);
	const raw = rawAt(to, path);
	const set = result(setSetting(text, path, JSON.parse(raw) as Json, 'jsonc'), text);
	// An object over several lines is laid out anew for where it goes, unless that changes a number in it.
	if (set.state === 'conflict' || (raw.includes('\n') && samePlain(valueAt(set.text, path), wanted))) return set;
	return {state: 'moved', text: spelled(set.text, path, raw)};
}

function moveItems(from: string, to: string, text: string, path: readonly string[]): CarriedText {
	const [was, wanted] = [textsAt(from, path), textsAt(to, path)];
	let moved: CarriedText = {state: 'moved', text};
	for (const item of was)
		if (!wanted.includes(item) && moved.state === 'moved') moved = result(removeItem(moved.text, path, item), moved.text);
	for (const item of wanted)
		if (!was.includes(item) && moved.state === 'moved') moved = result(addItem(moved.text, path, item), moved.text);
	const created = moved.state === 'moved' && valueAt(to, path) !== undefined && valueAt(moved.text, path) === undefined;
	if (created && moved.state === 'moved') return result(setSetting(moved.text, path, [], 'jsonc'), moved.text);
	return moved.state === 'moved' ? inOrder(moved.text, path, wanted) : moved;
}

/** An item that comes back stands where it stood, as long as no other has joined the list since. */
function inOrder(text: string, path: readonly string[], wanted: readonly string[]): CarriedText {
	const list = valueAt(text, path);
	const is = textsAt(text, path);
	const same = isPlainList(list) && list.length === wanted.length && wanted.every(item => is.includes(item));
	if (!same || wanted.every((item, index) => is[index] === item)) return {state: 'moved', text};
	return result(setSetting(text, path, wanted, 'jsonc'), text);
}

/** Objects and lists that we made go again once nothing is left in them. */
function dropEmptied(to: string, text: string, path: readonly string[]): string {
	for (let depth = path.length; depth > 0; depth--) {
		const at = path.slice(0, depth);
		const left = valueAt(text, at);
		const empty = (isPlainList(left) && left.length === 0) || (left instanceof Map && left.size === 0);
		if (!empty || valueAt(to, at) !== undefined) continue;
		const dropped = removeSetting(text, at, 'jsonc');
		if (dropped.state === 'changed') text = dropped.text;
	}
	return text;
}

function result(edited: Edited, text: string): CarriedText {
	switch (edited.state) {
		case 'changed':
			return {state: 'moved', text: edited.text};
		case 'same':
			return {state: 'moved', text};
		case 'refused':
			return {state: 'conflict', message: edited.why};
	}
}

/** Stands for the content of a text that is no JSON; equal to no value. */
const broken: Plain = new Map([['not', 'JSON']]);

/** Undefined where it is not there; a value equal to no other where the text is no JSON. */
export function valueAt(text: string, path: readonly string[]): Plain | undefined {
	const node = nodeAt(text, path);
	return node === 'broken' ? broken : node === null ? undefined : plain(text, node);
}

function textsAt(text: string, path: readonly string[]): readonly string[] {
	const list = valueAt(text, path);
	return isPlainList(list) ? list.filter(item => typeof item === 'string') : [];
}

function rawAt(text: string, path: readonly string[]): string {
	const node = nodeAt(text, path);
	return node === null || node === 'broken' ? 'null' : text.slice(node.start, node.end);
}

/** Numbers of 20 digits and escapes do not survive JSON.parse: the value is put as it was spelled. */
function spelled(text: string, path: readonly string[], raw: string): string {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') return text;
	return occurrences(scanned.tree.root, path)
		.toReversed()
		.reduce((kept, {node}) => kept.slice(0, node.start) + raw + kept.slice(node.end), text);
}

function nodeAt(text: string, path: readonly string[]): JsonNode | null | 'broken' {
	if (text.replace('\uFEFF', '').trim() === '') return null;
	const scanned = scanJson(text);
	return scanned.state === 'slip' ? 'broken' : effective(scanned.tree.root, path);
}

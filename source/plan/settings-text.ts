import type {Json} from './edit.ts';
import type {Edited} from './edited.ts';
import {insertMember} from './json-insert.ts';
import {indentAt, layoutOf, newLayout, writeJson} from './json-layout.ts';
import {blockedBy, effective, occurrences} from './json-path.ts';
import {plain, plainJson, plainWith, samePlain} from './json-plain.ts';
import {removeMember} from './json-remove.ts';
import {scanJson} from './json-tree.ts';
import {readSettings, refuse, type Syntax} from './read-settings.ts';
import {checked} from './settings-check.ts';

/**
 * Sets one key of a JSON text, making the objects that lead to it, and keeps every byte outside the entry. A key that is written
 * more than once is changed wherever it stands: JSON.parse takes the last, and the others would keep an old secret.
 */
export function setSetting(text: string, path: readonly string[], value: Json, syntax: Syntax = 'json'): Edited {
	if (text.replace('\uFEFF', '').trim() === '') return fresh(text, path, value);
	const read = readSettings(text, syntax);
	if (read.state === 'refused') return read;
	const wish = plainJson(value);
	const blocked = blockedBy(read.tree.root, path);
	if (blocked !== null) return refuse('impossible', text, blocked.node.start, `${blocked.name} is ${blocked.node.kind}, not an object`);
	const standing = occurrences(read.tree.root, path);
	let changed = text;
	for (const {node} of standing.toReversed()) {
		if (samePlain(plain(text, node), wish)) continue;
		const written = writeJson(value, layoutOf(text, read.tree.root), indentAt(text, node.start));
		changed = changed.slice(0, node.start) + written + changed.slice(node.end);
	}
	const first = standing[0]?.start;
	if (effective(read.tree.root, path) === null) changed = insert(changed, path, value, syntax);
	const at = first ?? differsAt(text, changed);
	return checked(text, changed, at, syntax, before => plainWith(before, path, wish));
}

/** Takes one key out, wherever it stands. What is not there is no error. */
export function removeSetting(text: string, path: readonly string[], syntax: Syntax = 'json'): Edited {
	if (text.replace('\uFEFF', '').trim() === '') return {state: 'same'};
	const read = readSettings(text, syntax);
	if (read.state === 'refused') return read;
	const first = occurrences(read.tree.root, path)[0];
	if (first === undefined) return {state: 'same'};
	// Only a copy that does not count may be left: then the meaning stays.
	const there = effective(read.tree.root, path) !== null;
	let changed = text;
	// Items of a list move up when one goes: only the one that was meant is taken.
	let fromList = false;
	for (;;) {
		const scanned = scanJson(changed);
		if (scanned.state === 'slip') return refuse('impossible', text, first.start, 'taking the entry out would not leave JSON');
		const entry = occurrences(scanned.tree.root, path).findLast(({container}) => container.kind === 'object' || !fromList);
		if (entry === undefined) break;
		changed = removeMember(changed, scanned.tree, entry.container, entry.index);
		fromList ||= entry.container.kind === 'array';
	}
	return checked(text, changed, first.start, syntax, before => (there ? plainWith(before, path, undefined) : before));
}

function fresh(text: string, path: readonly string[], value: Json): Edited {
	const whole = path.reduceRight<Json>((inner, key) => ({[key]: inner}), value);
	const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
	const eol = text.includes('\r\n') ? '\r\n' : newLayout.eol;
	return {state: 'changed', text: mark + writeJson(whole, {...newLayout, eol}, '') + eol, line: 1};
}

function insert(text: string, path: readonly string[], value: Json, syntax: Syntax): string {
	const read = readSettings(text, syntax);
	if (read.state === 'refused') return text;
	const {tree} = read;
	let depth = 0;
	while (effective(tree.root, path.slice(0, depth + 1)) !== null) depth++;
	const container = effective(tree.root, path.slice(0, depth));
	const key = path[depth];
	if (container === null || key === undefined || (container.kind !== 'object' && container.kind !== 'array')) return text;
	const whole = path.slice(depth + 1).reduceRight<Json>((inner, name) => ({[name]: inner}), value);
	return insertMember(text, tree, container, key, whole, layoutOf(text, tree.root));
}

function differsAt(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return at;
}

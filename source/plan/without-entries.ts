import type {Machine} from '../machine/machine.ts';
import {readBackup} from './backups.ts';
import {type Carried, carry} from './carry.ts';
import {carryJson, valueAt} from './carry-json.ts';
import type {Entry} from './change.ts';
import {readText, writeText} from './file-text.ts';
import type {FileReceipt} from './receipt.ts';
import {removeSetting} from './settings-text.ts';

/** One change of a file in the history. */
export type Past = {readonly id: string; readonly file: FileReceipt};

export type Without = {readonly bytes: Uint8Array | null; readonly changedSince: readonly string[]};

/**
 * A JSON file without what we put in, newest change first: where nothing else happened these are the bytes from before us. A value of
 * ours that stood in place of the user's goes without bringing that back, which is what undo is for; what was changed since stays.
 */
export function withoutEntries(machine: Machine, current: Uint8Array, past: readonly Past[]): Without {
	let bytes: Uint8Array | null = current;
	const changedSince: string[] = [];
	for (const {id, file} of past) {
		if (bytes === null) break;
		const kept = readBackup(machine, id, file);
		if (kept.state === 'gone') {
			bytes = withoutMasks(bytes, file.entries);
			continue;
		}
		const [from, before] = [textOf(kept.after), textOf(kept.before)];
		const mine = file.entries.filter(entry => puts(entry, from, before));
		const whole = mine.length === file.entries.length && mine.every(entry => !stoodBefore(entry, before));
		const back: Carried | null = whole ? carry({from: kept.after, to: kept.before, entries: mine}, bytes) : null;
		if (back !== null && back.state === 'carried' && !back.theirs) {
			bytes = back.bytes;
			continue;
		}
		const to = mine.reduce((text, entry) => (entry.kind === 'key' ? removed(text, entry.path) : text), before);
		for (const entry of mine) {
			const moved = carryJson(from, to, textOf(bytes), [entry]);
			if (moved.state === 'moved') bytes = withText(bytes, moved.text);
			else if (entry.kind === 'key') changedSince.push(entry.path.join('.'));
		}
	}
	const emptied = bytes !== null && past.at(-1)?.file.before.state === 'absent' && /^\s*\{\s*\}\s*$/.test(textOf(bytes));
	return {bytes: emptied ? null : bytes, changedSince};
}

/** Did this entry come in with the change? Of an answer about a key only the one that we gave. */
function puts(entry: Entry, after: string, before: string): boolean {
	switch (entry.kind) {
		case 'key':
			return valueAt(after, entry.path) !== undefined;
		case 'item':
			return entry.path.at(-1) === 'approved' || !stoodBefore(entry, before);
		case 'lines':
		case 'whole-file':
			return false;
	}
}

function stoodBefore(entry: Entry, before: string): boolean {
	switch (entry.kind) {
		case 'key':
			return valueAt(before, entry.path) !== undefined;
		case 'item':
			return entry.path.at(-1) !== 'approved' && valueAt(before, entry.path) !== undefined;
		case 'lines':
		case 'whole-file':
			return true;
	}
}

/** Without its backup a value cannot be told from the user's own; only a mask is known by itself. */
function withoutMasks(bytes: Uint8Array, entries: readonly Entry[]): Uint8Array {
	const masks = entries.flatMap(entry => (entry.kind === 'key' && entry.path[0] === 'env' ? [entry.path] : []));
	const text = masks.reduce((now, path) => (valueAt(now, path) === '' ? removed(now, path) : now), textOf(bytes));
	return withText(bytes, text);
}

function removed(text: string, path: readonly string[]): string {
	const edited = text === '' ? null : removeSetting(text, path, 'jsonc');
	return edited?.state === 'changed' ? edited.text : text;
}

function textOf(bytes: Uint8Array | null): string {
	return bytes === null ? '' : readText(bytes).text;
}

function withText(bytes: Uint8Array, text: string): Uint8Array {
	return writeText({text, encoding: readText(bytes).encoding}) ?? bytes;
}

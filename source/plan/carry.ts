import {carryJson} from './carry-json.ts';
import type {Entry} from './change.ts';
import {readText, writeText} from './file-text.ts';
import {mendSettings} from './mend-settings.ts';
import {mergeLines} from './merge-lines.ts';
import {readSettings} from './read-settings.ts';

/** What was, or is to be, done to one file. `null` is no file. */
export type Step = {readonly from: Uint8Array | null; readonly to: Uint8Array | null; readonly entries: readonly Entry[]};

export type Carried =
	| {readonly state: 'same'}
	/** `theirs`: others changed the file, and their changes are kept. */
	| {readonly state: 'carried'; readonly bytes: Uint8Array | null; readonly theirs: boolean}
	| {readonly state: 'conflict'; readonly message: string};

/**
 * Makes a step on a file that may no longer be what the step starts from: then only our entries move, from what they are in `from` to
 * what they are in `to`, and what others changed stays. Where an entry of ours was itself changed, nothing is done.
 * Undo is the step backwards.
 */
export function carry({from, to, entries}: Step, current: Uint8Array | null): Carried {
	// Where only the mode is to change, the content is whatever it is.
	if (same(current, to) || same(from, to)) return {state: 'same'};
	if (same(current, from)) return {state: 'carried', bytes: to, theirs: false};
	if (current === null) return {state: 'conflict', message: 'it was removed since'};
	const kinds = new Set(entries.map(entry => entry.kind));
	if (kinds.size === 0 || kinds.has('whole-file')) return {state: 'conflict', message: 'it was changed since'};
	const stepped = kinds.has('lines') ? moveLines(from, to, current) : moveKeys(from, to, current, entries);
	const moved = stepped.state === 'conflict' && wasMended(from, to, current) ? moveKeys(from, readable(to), current, entries) : stepped;
	if (moved.state === 'conflict') return moved;
	if (same(moved.bytes, current)) return {state: 'same'};
	return {state: 'carried', bytes: moved.bytes, theirs: true};
}

type Moved = {readonly state: 'moved'; readonly bytes: Uint8Array} | {readonly state: 'conflict'; readonly message: string};

/** One character for each byte, so that every encoding comes through unchanged. */
function moveLines(from: Uint8Array | null, to: Uint8Array | null, current: Uint8Array): Moved {
	const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');
	const merged = mergeLines(text(from), text(to), text(current));
	if (merged.state === 'conflict') return {state: 'conflict', message: `what we wrote was changed since (line ${merged.line})`};
	return {state: 'moved', bytes: new Uint8Array(Buffer.from(merged.text, 'latin1'))};
}

function moveKeys(from: Uint8Array | null, to: Uint8Array | null, current: Uint8Array, entries: readonly Entry[]): Moved {
	const text = (bytes: Uint8Array | null) => (bytes === null ? '' : readText(bytes).text);
	const moved = carryJson(text(from), text(to), text(current), entries);
	if (moved.state === 'conflict') return moved;
	const bytes = writeText({text: moved.text, encoding: readText(current).encoding});
	return bytes === null ? {state: 'conflict', message: 'its encoding was changed since'} : {state: 'moved', bytes};
}

/** What no claude could read was made JSON, which others write into since: nobody can put the slip back into that. */
function wasMended(from: Uint8Array | null, to: Uint8Array | null, current: Uint8Array): boolean {
	return isJson(from) && isJson(current) && to !== null && !isJson(to);
}

function isJson(bytes: Uint8Array | null): boolean {
	return bytes !== null && readSettings(Buffer.from(bytes).toString('utf8'), 'json').state !== 'refused';
}

/** Our entries as they stood in what could not be read; where it cannot be mended, there were none. */
function readable(bytes: Uint8Array | null): Uint8Array {
	const {text} = readText(bytes ?? new Uint8Array());
	const mended = mendSettings(text);
	if (mended.state === 'refused') return new TextEncoder().encode('{}');
	return new TextEncoder().encode(mended.state === 'mended' ? mended.text : text);
}

export function same(one: Uint8Array | null, other: Uint8Array | null): boolean {
	return one === null || other === null ? one === other : Buffer.compare(one, other) === 0;
}

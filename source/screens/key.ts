import type {Key as InkKey} from 'ink';

/** A key as the screens know it; what was pasted is told from what was typed. */
export type Key =
	| {readonly kind: PlainKey}
	| {readonly kind: 'typed'; readonly text: string}
	| {readonly kind: 'pasted'; readonly text: string};

type PlainKey =
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'page-up'
	| 'page-down'
	| 'home'
	| 'end'
	| 'enter'
	| 'escape'
	| 'tab'
	| 'backspace'
	| 'delete'
	| 'clear'
	| 'interrupt';

/** One event of Ink may hold several characters: what a slow connection brings at once, or a paste without brackets. */
export function keysOf(input: string, key: InkKey): readonly Key[] {
	if (key.eventType === 'release') return [];
	if (key.ctrl) return input === 'c' ? [{kind: 'interrupt'}] : input === 'u' ? [{kind: 'clear'}] : [];
	const named = names.find(([name]) => key[name]);
	if (named !== undefined) return [{kind: named[1]}];
	if (key.meta || input === '') return [];
	return typedKeys(input);
}

const names: readonly (readonly [keyof InkKey, PlainKey])[] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'page-up'],
	['pageDown', 'page-down'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/** Bursts up to this length are quick typing; of longer ones with line breaks inside, the breaks belong to a paste. */
const burst = 24;

/** Enter at the end of a burst is Enter; other control characters inside it are keys that came at once. */
function typedKeys(input: string): readonly Key[] {
	const end = /(?:\r\n|\r|\n)$/.exec(input)?.[0] ?? '';
	const text = input.slice(0, input.length - end.length);
	const enter: readonly Key[] = end === '' ? [] : [{kind: 'enter'}];
	if (text.length > burst && /[\r\n]/.test(text)) return [{kind: 'pasted', text}, ...enter];
	const parts = text.split(/([\t\r\n\u0003\u0008\u0015\u007F])/).filter(part => part !== '');
	return [...parts.map((part): Key => controls[part] ?? {kind: 'typed', text: part}), ...enter];
}

const controls: Readonly<Record<string, Key>> = {
	'\t': {kind: 'tab'},
	'\r': {kind: 'enter'},
	'\n': {kind: 'enter'},
	'\u0003': {kind: 'interrupt'},
	'\u0008': {kind: 'backspace'},
	'\u0015': {kind: 'clear'},
	'\u007F': {kind: 'backspace'},
};

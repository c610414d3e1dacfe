import type {Terminal} from './command.ts';

/** What a page may look like: its width, its marks and its colours. Colour only repeats what marks and words already say. */
export type Page = {
	readonly columns: number;
	/** No room for columns beside each other. */
	readonly narrow: boolean;
	readonly unicode: boolean;
	readonly bold: Paint;
	readonly dim: Paint;
	readonly red: Paint;
	readonly yellow: Paint;
	readonly green: Paint;
};

type Paint = (text: string) => string;

/** Lines longer than this are hard to read, however wide the window. */
const widest = 100;
const narrowest = 24;

export function pageFor({columns, colour, unicode}: Pick<Terminal, 'columns' | 'colour' | 'unicode'>): Page {
	const paint =
		(open: number, close: number): Paint =>
		text =>
			colour && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text;
	return {
		columns: Math.max(narrowest, Math.min(widest, columns)),
		narrow: columns < 64,
		unicode,
		bold: paint(1, 22),
		dim: paint(2, 22),
		red: paint(31, 39),
		yellow: paint(33, 39),
		green: paint(32, 39),
	};
}

/** The few signs of ours, for terminals and fonts that have only ASCII. What users and servers wrote stays as it is. */
const fallbacks: readonly (readonly [sign: string, ascii: string])[] = [
	['✗', 'x'],
	['✓', '+'],
	['…', '...'],
	['•', '*'],
	['·', '-'],
	['›', '>'],
	['“', '"'],
	['”', '"'],
	['⏎', '\\n'],
	['\uFFFD', '?'],
];

export function finish(lines: readonly string[], {unicode}: Page): string {
	const text = lines.map(line => line.trimEnd()).join('\n');
	return unicode ? text : inAscii(text);
}

export function inAscii(text: string): string {
	return fallbacks.reduce((plain, [sign, ascii]) => plain.replaceAll(sign, ascii), text);
}

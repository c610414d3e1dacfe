/** The signs we draw, and what stands for them where a terminal or font has only ASCII. */
export type Symbols = {
	readonly pointer: string;
	readonly good: string;
	readonly bad: string;
	readonly warn: string;
	readonly mask: string;
	readonly trail: string;
	readonly dot: string;
	readonly arrows: string;
	readonly more: string;
	readonly spinner: readonly string[];
	/** Of texts that come from elsewhere. */
	readonly show: (text: string) => string;
};

export const unicodeSymbols: Symbols = {
	pointer: '❯',
	good: '✓',
	bad: '✗',
	warn: '!',
	mask: '•'.repeat(12),
	trail: '›',
	dot: '·',
	arrows: '↑↓',
	more: '…',
	spinner: ['◐', '◓', '◑', '◒'],
	show: text => text,
};

export const asciiSymbols: Symbols = {
	pointer: '>',
	good: '+',
	bad: 'x',
	warn: '!',
	mask: '*'.repeat(12),
	trail: '>',
	dot: '-',
	arrows: 'up/down',
	more: '...',
	spinner: ['|', '/', '-', '\\'],
	show: text => fallbacks.reduce((plain, [sign, ascii]) => plain.replaceAll(sign, ascii), text),
};

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

/** Cut to a width with our own sign: Ink's is beyond ASCII. */
export function clip(text: string, width: number, {more}: Symbols): string {
	return text.length <= width ? text : `${text.slice(0, Math.max(0, width - more.length))}${more}`;
}

export function clipStart(text: string, width: number, {more}: Symbols): string {
	return text.length <= width ? text : `${more}${text.slice(text.length - Math.max(0, width - more.length))}`;
}

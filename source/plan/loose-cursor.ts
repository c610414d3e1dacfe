import type {Position} from '../places/line-index.ts';
import type {Remark} from './mend-settings.ts';

/** A place in a broken text, what has been passed over, and what stands there. */
export type LooseCursor = {
	at: number;
	readonly text: string;
	/** Of a large text on one line, or of comments alone, each place is asked for many times. */
	readonly position: (offset: number) => Position;
	/** By where they begin: a place may be come by twice. */
	readonly comments: Map<number, Remark>;
};

const blanks = /[\s\uFEFF\u200B]+/y;
const comment = /\/\/.*|#.*|\/\*[\s\S]*?(?:\*\/|$)/y;

/** Passes over blanks of every kind and comments of every language, and remembers the comments. */
export function skip(cursor: LooseCursor): void {
	for (;;) {
		take(cursor, blanks);
		const from = cursor.at;
		const remark = take(cursor, comment);
		if (remark === null) return;
		cursor.comments.set(from, {line: cursor.position(from).line, text: remark.trimEnd()});
	}
}

/** What a sticky form finds here, passed over; null where it finds nothing. */
export function take(cursor: LooseCursor, form: RegExp): string | null {
	form.lastIndex = cursor.at;
	const found = form.exec(cursor.text)?.[0] ?? null;
	if (found !== null) cursor.at += found.length;
	return found;
}

const closers: Readonly<Record<string, string>> = {
	'"': '"',
	"'": "'",
	'`': '`',
	'“': '”“"',
	'”': '”"',
	'„': '“”"',
	'‘': '’‘',
	'’': '’',
	'«': '»',
};
const opening = /["'`“”„‘’«]/;
const escapes: Readonly<Record<string, string>> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t'};

export function startsText(character: string | undefined): boolean {
	return character !== undefined && opening.test(character);
}

/**
 * A text in quotes of any kind. One that is not closed on its line ends with it, unless its quote stands alone on the next: keys are
 * copied with a line break behind them. Null where the file ends inside.
 */
export function looseText(cursor: LooseCursor): string | null {
	const {text} = cursor;
	const close = closers[text[cursor.at] ?? ''] ?? '"';
	let said = '';
	for (let at = cursor.at + 1; at < text.length; at++) {
		const here = text[at] ?? '';
		if (close.includes(here) && ends(text, at + 1, close)) {
			cursor.at = at + 1;
			return said;
		}
		if (here === '\\') {
			const [whole, value] = escaped(text.slice(at, at + 6));
			said += value;
			at += whole.length - 1;
		} else if (here === '\n' || here === '\r') {
			const alone = new RegExp(`^\\s*[${close}](?=\\s*(?:[,;:}\\]]|$))`).exec(text.slice(at, at + 200));
			cursor.at = alone === null ? at : at + alone[0].length;
			const rest = alone === null ? (/[,;\s]*$/.exec(said)?.[0] ?? '') : '';
			return said.slice(0, said.length - rest.length).trimEnd();
		} else said += here;
	}
	cursor.at = text.length;
	return null;
}

/** A quote inside a text that nobody escaped is followed by more of it. */
function ends(text: string, at: number, close: string): boolean {
	const next = text.slice(at, at + 200);
	if (/^[ \t]*(?:[,;:=}\]\r\n#]|\/[/*]|$)/.test(next)) return true;
	return /^[ \t]+["'“‘{[]/.test(next) && !close.includes(next[0] ?? '');
}

function escaped(text: string): readonly [whole: string, value: string] {
	const [, code] = /^\\u([\da-fA-F]{4})/.exec(text) ?? [];
	if (code !== undefined) return [text.slice(0, 6), String.fromCharCode(Number.parseInt(code, 16))];
	const next = text[1] ?? '';
	const value = escapes[next];
	if (value !== undefined) return [text.slice(0, 2), value];
	// A path of Windows, or a pattern: the backslash itself is meant.
	return /["'\\/]/.test(next) ? [text.slice(0, 2), next] : ['\\', '\\'];
}

import {readAnsiC} from './ansi-c.ts';
import {Cursor} from './cursor.ts';

/** What `printf` would print: plain formats with `%s` and `%b`-free arguments; null where that is not certain. */
export function printedBy(words: readonly (string | null)[]): string | null {
	const [format, ...args] = words;
	if (format === null || format === undefined || args.includes(null)) return null;
	const pieces = format.split('%s');
	if (pieces.some(piece => /%/.test(piece.replaceAll('%%', ''))) || args.length > pieces.length - 1) return null;
	return pieces
		.map((piece, index) => escapes(piece.replaceAll('%%', '%')) + (index < pieces.length - 1 ? (args[index] ?? '') : ''))
		.join('');
}

/** The escapes of a format are those of `$'…'`; quotes need none. */
function escapes(text: string): string {
	return text.includes('\\') ? readAnsiC(new Cursor(text.replaceAll("'", "\\'"))) : text;
}

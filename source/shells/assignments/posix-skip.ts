import type {Cursor} from './cursor.ts';
import {deepest, TooDeep} from './too-deep.ts';

/** Past what is inside quotes and brackets without reading it: the cursor stands on the opening character. */
export function skipSingle(cursor: Cursor): void {
	cursor.at++;
	cursor.upTo("'");
	cursor.at++;
}

function skipDouble(cursor: Cursor): void {
	cursor.at++;
	while (!cursor.done && cursor.char !== '"') if (!cursor.take(quotedPlain)) skipOne(cursor, true);
	cursor.at++;
}

export function skipBacktick(cursor: Cursor): void {
	cursor.at++;
	while (!cursor.done && cursor.char !== '`') cursor.at += cursor.char === '\\' ? 2 : 1;
	cursor.at++;
}

/** `${…}`, the cursor on the brace. */
export function skipBraces(cursor: Cursor, quoted: boolean): void {
	cursor.at++;
	while (!cursor.done && cursor.char !== '}') skipOne(cursor, quoted);
	cursor.at++;
}

/**
 * `( … )` with all that can be in it: `$(…)`, arrays, glob groups. Quotes, comments, here-documents and the lone brackets of
 * `case` patterns are not taken for its end.
 */
export function skipParens(cursor: Cursor): void {
	let depth = 0;
	// In arithmetic `#` is a base and `<<` a shift.
	const isArithmetic = cursor.peek() === '(';
	const cases: number[] = [];
	const waiting: HereDocument[] = [];
	for (let atWord = true; !cursor.done; ) {
		const run = cursor.take(plain);
		if (run && atWord && run === 'case') cases.push(depth);
		else if (run && atWord && run === 'esac') cases.pop();
		if (run) atWord = false;
		const {char} = cursor;
		if (char === '(') {
			if (++depth > deepest) throw new TooDeep();
			cursor.at++;
		} else if (char === ')') {
			cursor.at++;
			if (cases.at(-1) !== depth && --depth === 0) return;
		} else if (char === '#' && atWord && !isArithmetic && !/[()]/.test(cursor.text[cursor.at - 1] ?? ''))
			cursor.skipLine(); // `(#b)` is a flag of zsh
		else if (char === '\n') {
			cursor.at++;
			skipHereDocuments(cursor, waiting);
		} else if (char === '<' && cursor.peek() === '<' && !isArithmetic && /[^<\d]/.test(cursor.peek(2)))
			waiting.push(readHereDocument(cursor));
		else skipOne(cursor, false);
		atWord = parting.test(char);
	}
}

const plain = /[^()'"`\\$#<\s;&|]+/y;
const parting = /[\s;&|()]/;
const quotedPlain = /[^"\\`$]+/y;

/** One character, or one quoted or bracketed piece. */
export function skipOne(cursor: Cursor, quoted: boolean): void {
	const {char} = cursor;
	const next = cursor.peek();
	if (char === '\\') cursor.at += 2;
	else if (char === '`') skipBacktick(cursor);
	else if (char === '"' && !quoted) skipDouble(cursor);
	else if (char === "'" && !quoted) skipSingle(cursor);
	else if (char === '$' && next === '(') {
		cursor.at++;
		skipParens(cursor);
	} else if (char === '$' && next === '{') {
		cursor.at++;
		skipBraces(cursor, quoted);
	} else if (char === '$' && next === "'" && !quoted) {
		cursor.at += 2;
		while (!cursor.done && cursor.char !== "'") cursor.at += cursor.char === '\\' ? 2 : 1;
		cursor.at++;
	} else cursor.at++;
}

export type HereDocument = {readonly delimiter: string; readonly indented: boolean};

/** `<<EOF`, `<<-'EOF'`: the cursor on the first `<`. */
export function readHereDocument(cursor: Cursor): HereDocument {
	const operator = cursor.take(/<<-?[ \t]*/y) ?? '';
	const from = cursor.at;
	while (!cursor.done && !/[\s;&|<>()]/.test(cursor.char)) skipOne(cursor, false);
	const delimiter = cursor.text.slice(from, cursor.at).replace(/\\(.)|['"]/g, '$1');
	return {delimiter, indented: operator.startsWith('<<-')};
}

/** The cursor at the start of a line: past the bodies of the documents that wait. */
export function skipHereDocuments(cursor: Cursor, waiting: HereDocument[]): void {
	for (const {delimiter, indented} of waiting.splice(0))
		while (!cursor.done) {
			const line = cursor.upTo('\n').replace(/\r$/, '');
			cursor.at++;
			if ((indented ? line.replace(/^\t+/, '') : line) === delimiter) break;
		}
	cursor.at = Math.min(cursor.at, cursor.text.length);
}

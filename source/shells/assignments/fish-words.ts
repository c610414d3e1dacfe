import {codePoint} from './ansi-c.ts';
import type {Cursor} from './cursor.ts';
import type {Word} from './word.ts';
import {computed, Parts, variablePart} from './word.ts';

/** One word of fish, quotes taken away. The cursor is on its first character and is left behind its last. */
export function readFishWord(cursor: Cursor): Word {
	const start = cursor.at;
	const parts = new Parts();
	while (!cursor.done && !/[\s;&|<>)]/.test(cursor.char)) {
		const {char} = cursor;
		if (char === '\\') readBackslash(cursor, parts);
		else if (char === "'") readSingle(cursor, parts);
		else if (char === '"') readDouble(cursor, parts);
		else if (char === '$') readDollar(cursor, parts, false);
		else if (char === '(') {
			skipFishParens(cursor);
			parts.add(computed);
		} else if (char === '{' && /^\{[^{}\s]*,[^{}\s]*\}/.test(cursor.text.slice(cursor.at, cursor.at + 1000))) {
			cursor.upTo('}');
			cursor.at++;
			parts.add(computed);
		} else if (char === '~' && cursor.at === start) {
			cursor.at++;
			parts.add(/[\w+-]/.test(cursor.char) ? computed : variablePart('HOME'));
		} else {
			parts.text(char, false);
			cursor.at++;
		}
	}
	return {start, end: Math.min(cursor.at, cursor.text.length), parts: parts.all};
}

/** `( … )`, the cursor on the bracket. */
function skipFishParens(cursor: Cursor): void {
	let depth = 0;
	for (let word = true; !cursor.done; ) {
		const {char} = cursor;
		const atWord = word;
		word = /[\s;&|(]/.test(char);
		if (char === '\\') cursor.at += 2;
		else if (char === "'" || char === '"') skipFishQuotes(cursor);
		else if (char === '#' && atWord) cursor.skipLine();
		else {
			cursor.at++;
			if (char === '(') depth++;
			if (char === ')' && --depth === 0) return;
		}
	}
}

function skipFishQuotes(cursor: Cursor): void {
	const quote = cursor.char;
	cursor.at++;
	while (!cursor.done && cursor.char !== quote) {
		if (quote === '"' && cursor.starts('$(')) {
			cursor.at++;
			skipFishParens(cursor);
		} else cursor.at += cursor.char === '\\' ? 2 : 1;
	}
	cursor.at++;
}

function readSingle(cursor: Cursor, parts: Parts): void {
	cursor.at++;
	parts.text('', true);
	while (!cursor.done && cursor.char !== "'") {
		if (cursor.char === '\\' && /['\\]/.test(cursor.peek())) cursor.at++;
		parts.text(cursor.char, true);
		cursor.at++;
	}
	cursor.at++;
}

function readDouble(cursor: Cursor, parts: Parts): void {
	cursor.at++;
	parts.text('', true);
	while (!cursor.done && cursor.char !== '"') {
		const {char} = cursor;
		if (char === '\\' && cursor.peek() === '\n') cursor.at += 2;
		else if (char === '\\' && /["$\\]/.test(cursor.peek())) {
			parts.text(cursor.peek(), true);
			cursor.at += 2;
		} else if (char === '$') readDollar(cursor, parts, true);
		else {
			parts.text(char, true);
			cursor.at++;
		}
	}
	cursor.at++;
}

function readDollar(cursor: Cursor, parts: Parts, quoted: boolean): void {
	cursor.at++;
	if (cursor.char === '(') {
		skipFishParens(cursor);
		parts.add(computed);
		return;
	}
	const name = cursor.take(/\w+/y);
	if (name && cursor.char !== '[') parts.add(variablePart(name));
	else if (name) {
		cursor.upTo(']');
		cursor.at++;
		parts.add(computed);
	} else if (cursor.char === '$') parts.add(computed);
	else parts.text('$', quoted);
}

const control: Readonly<Record<string, string>> = {a: '\u0007', b: '\b', e: '\u001B', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v'};

/** Outside quotes fish knows the escapes that other shells keep for `$'…'`. */
function readBackslash(cursor: Cursor, parts: Parts): void {
	cursor.at++;
	const number = cursor.take(/[xX][\dA-Fa-f]{1,2}|u[\dA-Fa-f]{1,4}|U[\dA-Fa-f]{1,8}|[0-7]{1,3}|c[A-Za-z]/y);
	if (number) {
		if (number.startsWith('c')) {
			parts.text(String.fromCharCode(number.charCodeAt(1) & 0x1f), true);
			return;
		}
		const isOctal = /^[0-7]/.test(number);
		parts.text(codePoint(Number.parseInt(isOctal ? number : number.slice(1), isOctal ? 8 : 16)), true);
		return;
	}
	const {char} = cursor;
	cursor.at++;
	if (char !== '\n') parts.text(control[char] ?? char, true);
}

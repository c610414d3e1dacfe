import {readAnsiC} from './ansi-c.ts';
import type {Cursor} from './cursor.ts';
import {skipBacktick} from './posix-skip.ts';
import type {Word} from './word.ts';
import {computed, Parts, variablePart} from './word.ts';

/** One word of csh or tcsh, quotes taken away. The cursor is on its first character and is left behind its last. */
export function readCshWord(cursor: Cursor): Word {
	const start = cursor.at;
	const parts = new Parts();
	// In a file `#` begins a comment even inside a word.
	while (!cursor.done && !/[ \t\n;&|<>()#]/.test(cursor.char) && !cursor.atBreak) {
		const {char} = cursor;
		// Outside quotes a continued line separates words.
		if (char === '\\' && cursor.peek() === '\n') break;
		if (char === '\\') {
			parts.text(cursor.peek(), true);
			cursor.at += 2;
		} else if (char === "'" || char === '"') readQuoted(cursor, parts);
		else if (char === '`') {
			skipBacktick(cursor);
			parts.add(computed);
		} else if (char === '$') readDollar(cursor, parts, false);
		else if (char === '~' && cursor.at === start) {
			cursor.at++;
			parts.add(/[\w+-]/.test(cursor.char) ? computed : variablePart('HOME'));
		} else {
			parts.text(char, false);
			cursor.at++;
		}
	}
	return {start, end: Math.min(cursor.at, cursor.text.length), parts: parts.all};
}

/** A backslash guards only `!` and the end of the line here, in both kinds of quotes. A quote ends with its line. */
function readQuoted(cursor: Cursor, parts: Parts): void {
	const quote = cursor.char;
	cursor.at++;
	parts.text('', true);
	while (!cursor.done && cursor.char !== quote && cursor.char !== '\n') {
		const {char} = cursor;
		if (char === '\\' && /[!\n]/.test(cursor.peek())) {
			parts.text(cursor.peek(), true);
			cursor.at += 2;
		} else if (char === '$' && quote === '"') readDollar(cursor, parts, true);
		else if (char === '`' && quote === '"') {
			skipBacktick(cursor);
			parts.add(computed);
		} else {
			parts.text(char, true);
			cursor.at++;
		}
	}
	if (cursor.char === quote) cursor.at++;
}

function readDollar(cursor: Cursor, parts: Parts, quoted: boolean): void {
	cursor.at++;
	if (cursor.char === "'" && !quoted) {
		cursor.at++;
		parts.text(readAnsiC(cursor), true);
		return;
	}
	const braced = cursor.take(/\{\w+\}/y);
	const name = braced?.slice(1, -1) ?? cursor.take(/[A-Za-z_]\w*/y);
	if (name && !/^(?::[a-z]|\[)/.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
		parts.add(variablePart(name));
		return;
	}
	if (name) {
		cursor.take(/(?::[a-z&]+|\[[^\]\n]*\])+/y);
		parts.add(computed);
		return;
	}
	if (cursor.take(/[?#%]?\{?[\w$<!*]+\}?/y)) parts.add(computed);
	else parts.text('$', quoted);
}

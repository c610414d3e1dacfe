import {readAnsiC} from './ansi-c.ts';
import {Cursor} from './cursor.ts';
import {skipBacktick, skipBraces, skipParens, skipSingle} from './posix-skip.ts';
import type {Part, Word} from './word.ts';
import {computed, Parts, textPart, variablePart} from './word.ts';

/** Hoisted, and as long as can be: startup files are read at every start of the program. */
const plainRun = /[^\s;&|<>()$`"'\\~]+/y;
const quotedRun = /[^"\\`$]+/y;
const zshQualifier = /\([#\w.,^/-]+\)(?=[\s;&|)]|$)/y;
const wordEnd = /[ \t\n;&|)]/;
const parameterName = /[A-Za-z_]\w*/y;
const specialParameter = /[\d@*#?$!-]/y;

/** One word of a POSIX shell, quotes taken away. The cursor is on its first character and is left behind its last. */
export function readPosixWord(cursor: Cursor, ansiC: boolean): Word {
	const start = cursor.at;
	const parts = new Parts();
	for (;;) {
		const run = cursor.take(plainRun);
		if (run) parts.text(run, false);
		if (cursor.done || ends(cursor)) break;
		const {char} = cursor;
		if (char === '\\') readBackslash(cursor, parts);
		else if (char === "'") {
			const from = cursor.at + 1;
			skipSingle(cursor);
			parts.text(cursor.text.slice(from, cursor.at - 1), true);
		} else if (char === '"') readDouble(cursor, parts);
		else if (char === '`') {
			skipBacktick(cursor);
			parts.add(computed);
		} else if (char === '$') readDollar(cursor, parts, false, ansiC);
		// In zsh, which of the files `*.zsh(N)` means.
		else if (char === '(' && /[*?]/.test(cursor.text.slice(start, cursor.at)) && cursor.take(zshQualifier)) continue;
		else if (char === '(' || ((char === '<' || char === '>') && cursor.peek() === '(')) {
			// An array, a zsh glob group, or <(…).
			if (char !== '(') cursor.at++;
			skipParens(cursor);
			parts.add(computed);
		} else if (char === '~' && isTildePlace(cursor.text.slice(start, cursor.at))) readTilde(cursor, parts);
		else {
			parts.text(char, false);
			cursor.at++;
		}
	}
	return {start, end: Math.min(cursor.at, cursor.text.length), parts: parts.all};
}

/** The word that a text is as a whole, spaces included: the inside of `${N:-…}`. */
function wordOf(text: string, quoted: boolean): readonly Part[] {
	const cursor = new Cursor(text);
	const parts = new Parts();
	while (!cursor.done) {
		if (quoted && cursor.char === '"') cursor.at++;
		else if (quoted) readQuotedPiece(cursor, parts);
		else if (/[\s;&|<>)]/.test(cursor.char)) {
			parts.text(cursor.char, false);
			cursor.at++;
		} else for (const part of readPosixWord(cursor, true).parts) parts.add(part);
	}
	return parts.all;
}

function ends(cursor: Cursor): boolean {
	const {char} = cursor;
	if (char === '<' || char === '>') return cursor.peek() !== '(';
	// `name()` is a function, `name=()` an array; any other bracket inside a word is part of it.
	if (char === '(') return cursor.text[cursor.at - 1] !== '=' && /^\([ \t]*\)/.test(cursor.text.slice(cursor.at, cursor.at + 20));
	return wordEnd.test(char) || cursor.atBreak;
}

function readBackslash(cursor: Cursor, parts: Parts): void {
	const next = cursor.peek();
	if (next !== '\n') parts.text(next, true);
	cursor.at += 2;
}

function readDouble(cursor: Cursor, parts: Parts): void {
	cursor.at++;
	parts.text('', true);
	while (!cursor.done && cursor.char !== '"') readQuotedPiece(cursor, parts);
	cursor.at++;
}

/** One piece of what is between double quotes. */
function readQuotedPiece(cursor: Cursor, parts: Parts): void {
	const run = cursor.take(quotedRun);
	if (run) parts.text(run, true);
	const {char} = cursor;
	if (char === '' || char === '"') return;
	if (char === '\\') {
		const next = cursor.peek();
		if (next !== '\n') parts.text(/[$`"\\]/.test(next) ? next : `\\${next}`, true);
		cursor.at += 2;
	} else if (char === '`') {
		skipBacktick(cursor);
		parts.add(computed);
	} else if (char === '$') readDollar(cursor, parts, true, false);
	else {
		parts.text(char, true);
		cursor.at++;
	}
}

function readDollar(cursor: Cursor, parts: Parts, quoted: boolean, ansiC: boolean): void {
	const next = cursor.peek();
	cursor.at++;
	if (next === "'" && !quoted && ansiC) {
		cursor.at++;
		parts.text(readAnsiC(cursor), true);
	} else if (next === '"' && !quoted && ansiC) readDouble(cursor, parts);
	else if (next === '(') {
		skipParens(cursor);
		parts.add(computed);
	} else if (next === '{') {
		const from = cursor.at + 1;
		skipBraces(cursor, quoted);
		parts.add(braced(cursor.text.slice(from, cursor.at - 1), quoted));
	} else {
		const name = cursor.take(parameterName);
		if (name) parts.add(variablePart(name));
		else if (cursor.take(specialParameter)) parts.add(computed);
		else parts.text('$', quoted);
	}
}

/** `${NAME}`, `${NAME:-word}`, `${NAME:=word}`; every other expansion changes the text in ways we do not follow. */
function braced(inner: string, quoted: boolean): Part {
	const [, name, operator, word = ''] = /^([A-Za-z_]\w*)(:?[-=])?([\s\S]*)$/.exec(inner) ?? [];
	if (!name) return computed;
	if (!operator) return word === '' ? variablePart(name) : computed;
	return variablePart(name, wordOf(word, quoted), operator.endsWith('='));
}

function isTildePlace(before: string): boolean {
	return before === '' || /^[A-Za-z_]\w*\+?=$/.test(before);
}

/** `~` and `~/` are the home; `~someone` is left to the shell. */
function readTilde(cursor: Cursor, parts: Parts): void {
	cursor.at++;
	if (cursor.done || cursor.char === '/' || ends(cursor)) parts.add(variablePart('HOME'));
	else if (/[\w+-]/.test(cursor.char)) parts.add(computed);
	else parts.add(textPart('~'));
}

import {Cursor} from './cursor.ts';
import {skipParens} from './posix-skip.ts';
import type {Word} from './word.ts';

/** The parts of compound commands that are no commands: what stands behind `for`, inside `[[ ]]`, before the `)` of a `case`. */
type ReadWord = () => Word;

/** `for x in a b` and `for ((…))`, which may go on with braces too, and in zsh `for x (a b)`, whose body may be a single command. */
export function readForHead(
	cursor: Cursor,
	readWord: ReadWord,
	shortForms: boolean,
): {readonly variable: string; readonly words: readonly Word[]; readonly body: 'braces' | 'single'} {
	cursor.take(/[ \t]+/y);
	const words: Word[] = [];
	if (cursor.char === '(') {
		skipParens(cursor);
		return {variable: '', words, body: 'braces'};
	}
	const variable = cursor.take(/\w+/y) ?? '';
	if (cursor.take(/\s+in(?=[\s;])/y)) {
		while (cursor.take(/(?:[ \t]|\\\n)+/y) && !cursor.atBreak && /[^;&|)#]/.test(cursor.char)) words.push(readWord());
		return {variable, words, body: 'braces'};
	}
	if (!shortForms || !cursor.take(/[ \t]*\(/y)) return {variable, words, body: 'braces'};
	while (!cursor.done && !cursor.take(/\s*\)/y)) if (!cursor.take(/[\s;&|<>]+/y)) words.push(readWord());
	return {variable, words, body: 'single'};
}

/** Behind `[[`, past `]]`. */
export function skipTest(cursor: Cursor, readWord: ReadWord): void {
	while (!cursor.done && !cursor.take(/\s*\]\](?=[\s;&|)]|$)/y)) {
		if (cursor.char === '(') skipParens(cursor);
		else if (/[\s;&|<>)]/.test(cursor.char)) cursor.at++;
		else readWord();
	}
}

/** Past the patterns that come next and the bracket that ends them, or past `esac`. */
export function skipPatterns(cursor: Cursor, readWord: ReadWord): 'pattern' | 'esac' {
	cursor.take(/(?:\s|\\\n|#.*)*/y);
	if (cursor.take(/esac(?=[\s;&|)]|$)/y)) return 'esac';
	if (cursor.char === '(') cursor.at++;
	while (!cursor.done && cursor.char !== ')') {
		if (/[\s;&|<>]/.test(cursor.char)) cursor.at++;
		else readWord();
	}
	cursor.at++;
	return 'pattern';
}

/** Is what begins one bracket back `((…))`, and not a subshell in a subshell? */
export function isArithmetic(cursor: Cursor): boolean {
	const ahead = new Cursor(cursor.text, cursor.at - 1);
	skipParens(ahead);
	return ahead.text.slice(ahead.at - 2, ahead.at) === '))';
}

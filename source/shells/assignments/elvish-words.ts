import {codePoint} from './ansi-c.ts';
import {skipBraced} from './braced-commands.ts';
import type {Cursor} from './cursor.ts';
import type {Word} from './word.ts';
import {computed, Parts, variablePart} from './word.ts';

/** Past a string or a continued line of elvish that begins here. */
export function skipElvish(cursor: Cursor): boolean {
	if (cursor.take(/\^\r?\n/y)) return true;
	if (cursor.take(/'(?:[^']|'')*'?|"(?:[^"\\]|\\[\s\S])*"?/y)) return true;
	// A list of alternatives such as {a,b} is a word.
	return cursor.char === '{' && /^\{[^\s|}]/.test(cursor.text.slice(cursor.at, cursor.at + 2)) && Boolean(cursor.take(/\{[^{}\s]*\}/y));
}

export function readElvishWord(cursor: Cursor): Word {
	const start = cursor.at;
	const parts = new Parts();
	while (!cursor.done && !/[\s;|&<>){}\]]/.test(cursor.char)) {
		const {char} = cursor;
		if (cursor.starts('^\n') || cursor.starts('^\r\n')) break;
		if (char === "'") parts.text((cursor.take(/'(?:[^']|'')*'?/y) ?? '').replace(/^'|'$/g, '').replaceAll("''", "'"), true);
		else if (char === '"') parts.text(unescaped((cursor.take(/"(?:[^"\\]|\\[\s\S])*"?/y) ?? '').replace(/^"|"$/g, '')), true);
		else if (char === '(' || char === '[') {
			skipBraced(cursor, {skip: skipElvish});
			parts.add(computed);
		} else if (char === '$') {
			const name = cursor.take(/\$[@\w:~-]*/y) ?? '';
			const environment = /^\$E:(\w+)$/.exec(name)?.[1];
			parts.add(environment ? variablePart(environment) : computed);
		} else if (char === '~' && cursor.at === start) {
			cursor.at++;
			parts.add(/\w/.test(cursor.char) ? computed : variablePart('HOME'));
		} else {
			parts.text(char, false);
			cursor.at++;
		}
	}
	return {start, end: Math.min(cursor.at, cursor.text.length), parts: parts.all};
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b', f: '\f', v: '\v', e: '\u001B'};

function unescaped(text: string): string {
	return text.replace(
		/\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{3})|[c^]([\s\S])|([\s\S]))/g,
		(
			_,
			x: string | undefined,
			u: string | undefined,
			wide: string | undefined,
			octal: string | undefined,
			control: string,
			letter: string,
		) => {
			const hex = x ?? u ?? wide;
			if (hex) return codePoint(Number.parseInt(hex, 16));
			if (octal) return codePoint(Number.parseInt(octal, 8));
			if (control) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
			return escapes[letter] ?? letter;
		},
	);
}

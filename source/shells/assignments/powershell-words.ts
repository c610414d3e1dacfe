import {codePoint} from './ansi-c.ts';
import {skipBraced} from './braced-commands.ts';
import type {Cursor} from './cursor.ts';
import type {Word} from './word.ts';
import {computed, Parts, variablePart} from './word.ts';

// PowerShell takes typographic quotes for plain ones.
const single = "['\u2018\u2019\u201A\u201B]";
const double = '["\u201C\u201D\u201E]';
const comment = /<#[\s\S]*?(?:#>|$)/y;
const hereString = new RegExp(`@(${single}|${double})[ \\t]*\\r?\\n[\\s\\S]*?(?:^|\\n)(?:${single}|${double})@`, 'y');
const singleString = new RegExp(`${single}(?:[^'\u2018\u2019\u201A\u201B]|${single}{2})*${single}?`, 'y');

/** Past a string, block comment, escaped character or `${name}` of PowerShell that begins here. */
export function skipPowershell(cursor: Cursor): boolean {
	if (cursor.take(comment) || cursor.take(hereString) || cursor.take(singleString)) return true;
	if (cursor.take(/`\r?\n|`[\s\S]|\$\{[^}]*\}|[@$][{(]/y)) {
		if (/[@$][{(]$/.test(cursor.text.slice(cursor.at - 2, cursor.at))) {
			cursor.at--;
			skipBraced(cursor, {skip: skipPowershell});
		}
		return true;
	}
	if (!new RegExp(double, 'y').test(cursor.char)) return false;
	readDouble(cursor, new Parts());
	return true;
}

/** One argument or value; quotes taken away. */
export function readPowershellWord(cursor: Cursor): Word {
	const start = cursor.at;
	const parts = new Parts();
	while (!cursor.done && !/[\s;|,(){}]/.test(cursor.char)) {
		const from = cursor.at;
		const {char} = cursor;
		if (cursor.take(hereString)) readHereString(cursor.text.slice(from, cursor.at), parts);
		else if (cursor.take(singleString))
			parts.text(cursor.text.slice(from + 1, cursor.at - 1).replace(new RegExp(`(${single})${single}`, 'g'), '$1'), true);
		else if (/["\u201C\u201D\u201E]/.test(char)) readDouble(cursor, parts);
		else if (char === '$') readDollar(cursor, parts);
		else if (char === '`') readBacktick(cursor, parts);
		else if (char === '~' && cursor.at === start) {
			cursor.at++;
			parts.add(variablePart('HOME'));
		} else {
			parts.text(char, false);
			cursor.at++;
		}
	}
	return {start, end: Math.min(cursor.at, cursor.text.length), parts: parts.all};
}

function readHereString(source: string, parts: Parts): void {
	const inner = source.replace(/^@.[ \t]*\r?\n/, '').replace(/\r?\n.@$/, '');
	if (/^@["\u201C\u201D\u201E]/.test(source) && /[$`]/.test(inner)) parts.add(computed);
	else parts.text(inner, true);
}

function readDouble(cursor: Cursor, parts: Parts): void {
	const quote = /["\u201C\u201D\u201E]/;
	cursor.at++;
	parts.text('', true);
	while (!cursor.done) {
		const {char} = cursor;
		if (quote.test(char) && !quote.test(cursor.peek())) break;
		if (char === '`') readBacktick(cursor, parts);
		else if (char === '$') readDollar(cursor, parts);
		else {
			// Two quotes are one.
			if (quote.test(char)) cursor.at++;
			parts.text(char, true);
			cursor.at++;
		}
	}
	cursor.at++;
}

function readDollar(cursor: Cursor, parts: Parts): void {
	if (cursor.starts('$(')) {
		cursor.at++;
		skipBraced(cursor, {skip: skipPowershell});
		parts.add(computed);
		return;
	}
	const name = cursor.take(/\$(?:\{[^}]*\}|[A-Za-z_]\w*(?::\w+)?)/y);
	if (!name) {
		parts.text('$', true);
		cursor.at++;
		return;
	}
	const bare = name.replace(/^\$\{?|\}$/g, '');
	const environment = /^env:(\w+)$/i.exec(bare)?.[1];
	if (environment) parts.add(variablePart(environment));
	else if (/^(?:home|psscriptroot|null|true|false)$/i.test(bare)) parts.add(variablePart(bare.toUpperCase()));
	else parts.add(computed);
}

const escapes: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	a: '\u0007',
	b: '\b',
	f: '\f',
	v: '\v',
	e: '\u001B',
	'0': '\0',
};

function readBacktick(cursor: Cursor, parts: Parts): void {
	cursor.at++;
	const point = cursor.take(/u\{[\dA-Fa-f]+\}/y);
	if (point) {
		parts.text(codePoint(Number.parseInt(point.slice(2, -1), 16)), true);
		return;
	}
	if (!cursor.take(/\r?\n/y)) {
		parts.text(escapes[cursor.char] ?? cursor.char, true);
		cursor.at++;
	}
}

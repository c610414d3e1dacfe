import {codePoint} from './ansi-c.ts';
import type {Said} from './command.ts';
import {assignmentOf, isLost, lines, sourceOf} from './command.ts';
import {Cursor} from './cursor.ts';
import type {Statement} from './statement.ts';
import type {Part, Span} from './word.ts';
import {textPart, variablePart} from './word.ts';
import {readXonshStatements, skipPython} from './xonsh-lines.ts';

const mapping = String.raw`(?:\$\{\.\.\.\}|__xonsh__\.env|XSH\.env|builtins\.__xonsh__\.env|os\.environ)`;
const subject = String.raw`(?:\$([A-Za-z_]\w*)|\$\{\s*['"](\w+)['"]\s*\}|${mapping}\[\s*['"](\w+)['"]\s*\])`;
const assigned = new RegExp(String.raw`^${subject}\s*(?::\s*\w+\s*)?(=|\+=)(?!=)\s*`);
const deleted = new RegExp(String.raw`^del\s+${subject}\s*$`);
const called = new RegExp(String.raw`^${mapping}\.(pop|setdefault)\(\s*['"](\w+)['"]\s*(?:,\s*([\s\S]*?)\s*)?\)$`);

/** What a xonsh script says about environment variables: its lines are Python. */
export function readXonsh(text: string): readonly Statement[] {
	const lineOf = lines(text);
	return readXonshStatements(text).flatMap((command): readonly Statement[] => {
		if (isLost(command)) return [];
		const statement = text.slice(command.start, command.end);
		const source = /^(?:source(?:-xonsh)?\s+(\S+)$|execx\(open\(('[^']*'|"[^"]*")\))/.exec(statement)?.slice(1).find(Boolean);
		if (source) return [sourceOf(command, [filePart(source)], false, lineOf)];
		const said = saidBy(statement, {start: command.start, end: command.end});
		return said ? [assignmentOf(text, command, said, lineOf)] : [];
	});
}

function filePart(source: string): readonly Part[] {
	const text = pythonText(source) ?? source;
	const home = /^(?:~|\$HOME)(?=\/|$)/.exec(text)?.[0];
	return home ? [variablePart('HOME'), textPart(text.slice(home.length))] : [textPart(text)];
}

function saidBy(statement: string, item: Span): Said | null {
	const set = assigned.exec(statement);
	if (set) {
		const [head, dollar, braced, mapped, operator] = set;
		const value = operator === '=' ? pythonText(statement.slice(head.length)) : null;
		return said(dollar ?? braced ?? mapped ?? '', value, dollar ? '$N =' : braced ? '${N} =' : 'env[N] =', item);
	}
	const gone = deleted.exec(statement);
	if (gone) return {variable: gone[1] ?? gone[2] ?? gone[3] ?? '', does: 'unset', exported: true, form: 'del', item};
	const call = called.exec(statement);
	if (!call?.[2]) return null;
	if (call[1] === 'pop') return {variable: call[2], does: 'unset', exported: true, form: 'env.pop', item};
	return said(call[2], pythonText(call[3] ?? ''), 'env.setdefault', item);
}

function said(variable: string, value: string | null, form: string, item: Span): Said {
	const parts = value === null ? null : [textPart(value, true)];
	return {variable, does: value === null ? 'computed' : 'set', value, parts, exported: true, form, item};
}

/** A number, or string literals side by side; null for any other expression. */
function pythonText(source: string): string | null {
	if (/^-?\d+(?:\.\d+)?$/.test(source)) return source;
	const cursor = new Cursor(source);
	let text = '';
	while (!cursor.done) {
		const from = cursor.at;
		if (cursor.take(/\s+/y)) continue;
		if (!skipPython(cursor)) return null;
		const literal = pythonString(source.slice(from, cursor.at));
		if (literal === null) return null;
		text += literal;
	}
	return source === '' ? null : text;
}

function pythonString(literal: string): string | null {
	const [, prefix = '', , inner = ''] = /^([a-zA-Z]*)("""|'''|["'])([\s\S]*)\2$/.exec(literal) ?? [];
	if (/b/i.test(prefix) || (/f/i.test(prefix) && /[{}]/.test(inner))) return null;
	return /r/i.test(prefix) ? inner : unescaped(inner);
}

const escapes: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	a: '\u0007',
	b: '\b',
	f: '\f',
	v: '\v',
	'\\': '\\',
	"'": "'",
	'"': '"',
	'\n': '',
};

function unescaped(text: string): string {
	return text.replace(
		/\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{1,3})|([\s\S]))/g,
		(whole, x: string | undefined, u: string | undefined, wide: string | undefined, octal: string | undefined, letter: string) => {
			const hex = x ?? u ?? wide;
			if (hex) return codePoint(Number.parseInt(hex, 16));
			return octal ? codePoint(Number.parseInt(octal, 8)) : (escapes[letter] ?? whole);
		},
	);
}

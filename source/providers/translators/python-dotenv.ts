import type {EnvLine} from '../../shells/env-files/env-line.ts';

/**
 * A `.env` file as python-dotenv (0.21.0 was run) reads it, which the three claude-code-proxies do. It differs from its namesakes:
 * a # counts as a comment only after a blank that follows some value, `${NAME}` is filled in within every kind of quotes and `$NAME` within
 * none, a byte order mark is part of the first name, and a line that goes on after its closing quote is left out whole.
 */
export function readPythonDotenv(text: string): readonly EnvLine[] {
	let entries: EnvLine[] = [];
	const lineOf = lineCounter(text);
	let at = 0;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found !== null) at += found[0].length;
		return found;
	};
	while (at < text.length) {
		take(anySpace);
		const start = at;
		take(exported);
		const [, inQuotes, bare] = take(name) ?? [];
		const variable = inQuotes === undefined ? bare : plainBreaks(inQuotes);
		take(space);
		const value = variable === undefined || take(equals) === null ? null : valueAt(take, () => at);
		take(comment);
		if (take(lineEnd) === null) take(restOfLine);
		// A name alone takes back what was given to it before.
		else if (value === null) entries = entries.filter(entry => entry.variable !== variable);
		else if (variable !== undefined) {
			const [line, column] = lineOf(start);
			entries.push({variable, value: isFilledIn(value.text) ? null : value.text, line, column, start, end: value.end});
		}
	}
	return entries;
}

type Value = {readonly text: string; readonly end: number};

/** Null where a quotation mark is never closed. */
function valueAt(take: (pattern: RegExp) => RegExpExecArray | null, at: () => number): Value | null {
	const single = take(inSingleQuotes)?.[1];
	if (single !== undefined) return {text: plainBreaks(single).replace(/\\([\\'])/g, '$1'), end: at()};
	const double = take(inDoubleQuotes)?.[1];
	if (double !== undefined) return {text: unescaped(plainBreaks(double)), end: at()};
	const start = at();
	const written = take(unquoted)?.[0];
	if (written === undefined) return null;
	const hash = written.search(blankBeforeHash);
	const text = withoutBlanksAtEnd(hash === -1 ? written : written.slice(0, hash));
	// To a human eye this is a comment, and it becomes one where a value is put before it.
	return {text, end: /^#\s/.test(text) ? start : start + text.length};
}

function unescaped(text: string): string {
	return text.replace(/\\([\\'"abfnrtv])/g, (_, letter: string) => escapes[letter] ?? letter);
}

/** A pattern for this would look through a long row of blanks once for each of them. */
function withoutBlanksAtEnd(text: string): string {
	let end = text.length;
	while (end > 0 && oneBlank.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

const blank = '(?:[^\\S\\r\\n\\uFEFF]|[\\x1c-\\x1f\\x85])';
const anySpace = new RegExp(`(?:${blank}|[\\r\\n])*`, 'y');
const space = new RegExp(`${blank}*`, 'y');
const exported = new RegExp(`export${blank}+`, 'y');
const name = /'([^']+)'|((?:[^=#\s'\x1c-\x1f\x85]|\uFEFF)(?:[^=#\s\x1c-\x1f\x85]|\uFEFF)*)/y;
const equals = new RegExp(`=${blank}*`, 'y');
const inSingleQuotes = /'((?:\\'|[^'])*)'/y;
const inDoubleQuotes = /"((?:\\"|[^"])*)"/y;
const unquoted = /(?!['"])[^\r\n]*/y;
const blankBeforeHash = new RegExp(`${blank}#`);
const oneBlank = new RegExp(`^${blank}$`);
const comment = new RegExp(`(?:${blank}*#[^\\r\\n]*)?`, 'y');
const lineEnd = new RegExp(`${blank}*(?:\\r\\n|\\n|\\r|$)`, 'y');
const restOfLine = /[^\r\n]*(?:\r\n|\n|\r)?/y;
const escapes: Readonly<Record<string, string>> = {a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v'};

/** `${NAME}` or `${NAME:-else}`. A pattern would look for the end once for each beginning. */
function isFilledIn(text: string): boolean {
	let [end, colon] = [-1, -1];
	for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at + 2)) {
		if (end < at) end = text.indexOf('}', at);
		if (end === -1) return false;
		if (colon < at) colon = indexOr(text.length, text.indexOf(':', at));
		if (colon > end || text.charAt(colon + 1) === '-') return true;
	}
	return false;
}

function indexOr(none: number, index: number): number {
	return index === -1 ? none : index;
}

/** Python turns every line end into \n as it opens the file. */
function plainBreaks(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}

function lineCounter(text: string): (offset: number) => readonly [line: number, column: number] {
	let line = 1;
	let counted = 0;
	return offset => {
		for (let next = text.indexOf('\n', counted); next !== -1 && next < offset; next = text.indexOf('\n', counted)) {
			line += 1;
			counted = next + 1;
		}
		return [line, offset - counted + 1];
	};
}

import {looksSecret, secretNames} from '../places/show.ts';
import {isKnownVariable, isSecretVariable} from '../places/variables.ts';
import {membersOf} from './json-layout.ts';
import {type JsonNode, type Span, scanJson} from './json-tree.ts';

/** Where secrets stand in a file's text: under the names that hold them, in lists of answered keys, and wherever a word has a key's shape. */
export function secretSpans(text: string): readonly Span[] {
	const scanned = scanJson(text);
	const inTree = scanned.state === 'tree' ? inJson(scanned.tree.root, null) : inBrokenAnswers(text);
	return [...inTree, ...assigned(text), ...keyShaped(text), ...userInfo(text)];
}

export function namesSecret(name: string): boolean {
	return isSecretVariable(name) || secretNames.test(name);
}

function inJson(node: JsonNode, name: string | null): readonly Span[] {
	if (node.kind === 'string') {
		const secret = name !== null && (namesSecret(name) || answers.has(name));
		return secret || node.text.split(separators).some(looksSecret) ? [{start: node.start + 1, end: node.end - 1}] : [];
	}
	const named = namedValue(node);
	if (named !== null) return [named];
	return membersOf(node).flatMap(member => inJson(member.value, node.kind === 'array' ? name : member.key));
}

/** Items of these lists in .claude.json are the last characters of keys. */
const answers = new Set(['approved', 'rejected']);

/** Of a file that does not parse, whatever stands in such a list. */
function inBrokenAnswers(text: string): readonly Span[] {
	return [...text.matchAll(/(?<=\b(?:approved|rejected)["']?\s*[:=]\s*)(?:\[[^\]}]*|["'][^"'\r\n]*)/g)].flatMap(list =>
		[...list[0].matchAll(/[^\s"',[]{8,}/g)].map(({0: item, index}) => ({start: list.index + index, end: list.index + index + item.length})),
	);
}

/** Editors list variables as {"name": "…", "value": "…"}. */
function namedValue(node: JsonNode): Span | null {
	const text = (key: string) => membersOf(node).findLast(member => member.key === key)?.value;
	const [name, value] = [text('name'), text('value')];
	if (name?.kind !== 'string' || value?.kind !== 'string' || !namesSecret(name.text)) return null;
	return {start: value.start + 1, end: value.end - 1};
}

/** NAME=value, "NAME": "value", set -gx NAME value, setenv NAME value, also in comments and in files that do not parse. */
function assigned(text: string): readonly Span[] {
	const spans: Span[] = [];
	const names = /[A-Za-z_][A-Za-z0-9_]*/g;
	for (const match of text.matchAll(names)) {
		if (!namesSecret(match[0])) continue;
		const value = valueAfter(text, match.index + match[0].length);
		if (value !== null) spans.push(value);
	}
	return spans;
}

function valueAfter(text: string, from: number): Span | null {
	const glue = /["']?\]?[ \t]*(?:\+?=|:=|:|,)[ \t]*|["']?[ \t]+/y;
	glue.lastIndex = from;
	const joined = glue.exec(text)?.[0];
	if (joined === undefined) return null;
	const start = from + joined.length;
	const quote = /^(?:\$?(['"]))/.exec(text.slice(start, start + 2));
	const inner = start + (quote?.[0].length ?? 0);
	const end = quote?.[1] === undefined ? wordEnd(text, inner) : closing(text, inner, quote[1]);
	const value = text.slice(inner, end);
	if (value === '' || isKnownVariable(value)) return null;
	// After a blank alone only a word that could be a value counts: `unset KEY && echo` names none.
	if (/^["']?[ \t]+$/.test(joined) && quote === null && !/^[\w.\-+/=]{8,}$/.test(value)) return null;
	return {start: inner, end};
}

function wordEnd(text: string, from: number): number {
	const stop = /[\s;&|)"'`,}\]]/g;
	stop.lastIndex = from;
	return stop.exec(text)?.index ?? text.length;
}

/** A quoted value may go on over several lines; one that is never closed ends with its line. */
function closing(text: string, from: number, quote: string): number {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\' && quote === '"') at++;
		else if (text[at] === quote) return at;
	}
	const newline = text.indexOf('\n', from);
	return newline === -1 ? text.length : newline;
}

const separators = /[\s'"=&?/:,;()[\]{}<>`|$@#\u0080-\uFFFF]+/;

function keyShaped(text: string): readonly Span[] {
	// No key has a letter beyond ASCII, and curly quotes stand around many.
	const words = /[^\s'"=&?/:,;()[\]{}<>`|$@#\u0080-\uFFFF]{12,}/g;
	return [...text.matchAll(words)]
		.filter(match => looksSecret(match[0]))
		.map(match => ({start: match.index, end: match.index + match[0].length}));
}

function userInfo(text: string): readonly Span[] {
	return [...text.matchAll(/(?<=\/\/)[^/@\s"']+(?=@)/g)].map(match => ({start: match.index, end: match.index + match[0].length}));
}

/**
 * A JSON text as a tree that knows where everything stands, so that one entry can be changed and every other byte kept. Comments
 * and trailing commas are taken in and listed: editors' files may have them, Claude Code's may not, and mending needs to find them.
 */
export type JsonTree = {
	readonly root: JsonNode;
	readonly comments: readonly Span[];
	/** Offsets of commas before a closing bracket. */
	readonly trailingCommas: readonly number[];
};

export type Span = {readonly start: number; readonly end: number};

export type JsonNode =
	| (Span & {readonly kind: 'object' | 'array'; readonly members: readonly JsonMember[]})
	| (Span & {readonly kind: 'string'; readonly text: string})
	| (Span & {readonly kind: 'number' | 'boolean' | 'null'});

/** An entry of an object, or an item of an array: its key is then its index, so that one path leads through both. */
export type JsonMember = {readonly key: string; readonly start: number; readonly value: JsonNode; readonly comma: number | null};

/** Why a text is no JSON. Some kinds can be mended without guessing: see mend-settings.ts. */
export type Slip = {
	readonly kind: 'unclosed' | 'missing-comma' | 'extra-comma' | 'after-end' | 'other';
	readonly offset: number;
	readonly why: string;
	/** Offsets of the brackets that are open at the slip, outermost first. */
	readonly open: readonly number[];
};

export type Scanned = {readonly state: 'tree'; readonly tree: JsonTree} | {readonly state: 'slip'; readonly slip: Slip};

/** V8 reads deeper texts, but nobody's settings are that deep and the stack stays safe. */
const deepest = 1000;

const plainWord = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const plainRun = /[^"\\\u0000-\u001F]*/y;
const escaping = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

class Slipped extends Error {
	readonly slip: Slip;
	constructor(slip: Slip) {
		super(slip.why);
		this.slip = slip;
	}
}

/** An edit reads the same text several times, to find, to change and to check; .claude.json can have megabytes. */
let recent: readonly {readonly text: string; readonly scanned: Scanned}[] = [];

export function scanJson(text: string): Scanned {
	const known = recent.find(entry => entry.text === text);
	if (known !== undefined) return known.scanned;
	const scanned = scan(text);
	recent = [{text, scanned}, ...recent.slice(0, 2)];
	return scanned;
}

function scan(text: string): Scanned {
	const comments: Span[] = [];
	const trailingCommas: number[] = [];
	const open: number[] = [];
	let at = text.startsWith('\uFEFF') ? 1 : 0;

	function slip(kind: Slip['kind'], offset: number, why: string): never {
		// An end that comes too early is shown where the text ends, not on an empty line behind it.
		throw new Slipped({kind, offset: Math.min(offset, text.trimEnd().length), why, open: [...open]});
	}

	function skip(): void {
		for (;;) {
			const here = text[at];
			if (here === ' ' || here === '\t' || here === '\n' || here === '\r') at++;
			else if (here === '/' && text[at + 1] === '/') comment(lineEnd(text, at));
			else if (here === '/' && text[at + 1] === '*') {
				const end = text.indexOf('*/', at + 2);
				if (end === -1) slip('other', at, 'a comment is never closed');
				comment(end + 2);
			} else return;
		}
	}

	function comment(end: number): void {
		comments.push({start: at, end});
		at = end;
	}

	function value(): JsonNode {
		const here = text[at];
		if (here === '{' || here === '[') return container(here);
		if (here === '"') return string();
		plainWord.lastIndex = at;
		const word = plainWord.exec(text)?.[0];
		if (word === undefined)
			return slip(here === undefined ? 'unclosed' : here === ',' ? 'extra-comma' : 'other', at, unexpected('a value'));
		const start = at;
		at += word.length;
		return {kind: word === 'null' ? 'null' : word === 'true' || word === 'false' ? 'boolean' : 'number', start, end: at};
	}

	function string(): JsonNode & {kind: 'string'} {
		const start = at;
		let escaped = false;
		for (at++; ; ) {
			plainRun.lastIndex = at;
			plainRun.test(text);
			at = plainRun.lastIndex;
			const here = text[at];
			if (here === '"') break;
			if (here === undefined) slip('other', start, 'a text is never closed');
			if (here === '\n' || here === '\r') slip('other', start, 'a text is not closed on its line');
			if (here !== '\\') slip('other', at, 'a control character stands inside a text');
			escaping.lastIndex = at;
			if (!escaping.test(text)) slip('other', at, 'a backslash begins no escape that JSON knows');
			at = escaping.lastIndex;
			escaped = true;
		}
		at++;
		const raw = text.slice(start, at);
		return {kind: 'string', start, end: at, text: escaped ? (JSON.parse(raw) as string) : raw.slice(1, -1)};
	}

	function container(bracket: '{' | '['): JsonNode {
		const closing = bracket === '{' ? '}' : ']';
		const members: JsonMember[] = [];
		const start = at++;
		open.push(start);
		if (open.length > deepest) slip('other', start, `brackets are nested more than ${deepest} deep`);
		for (skip(); text[at] !== closing; skip()) {
			if (text[at] === undefined) slip('unclosed', at, `${closing} is missing`);
			const entry = member(bracket, members.length);
			skip();
			const comma = text[at] === ',' ? at++ : null;
			members.push({...entry, comma});
			if (comma === null) break;
			skip();
			if (text[at] === closing) trailingCommas.push(comma);
		}
		if (text[at] === undefined) slip('unclosed', at, `${closing} is missing`);
		if (text[at] !== closing) slip('missing-comma', at, unexpected(`a comma or ${closing}`));
		at++;
		open.pop();
		return {kind: bracket === '{' ? 'object' : 'array', start, end: at, members};
	}

	function member(bracket: '{' | '[', index: number): {key: string; start: number; value: JsonNode} {
		const start = at;
		if (bracket === '[') return {key: String(index), start, value: value()};
		if (text[at] !== '"') slip(text[at] === ',' ? 'extra-comma' : 'other', at, unexpected('a key in double quotes'));
		const key = string().text;
		skip();
		if (text[at] !== ':') slip('other', at, unexpected('a colon after the key'));
		at++;
		skip();
		// A value cut off after its colon cannot be closed without inventing it.
		if (text[at] === undefined) slip('other', at, unexpected('a value'));
		return {key, start, value: value()};
	}

	function unexpected(wanted: string): string {
		const here = text.codePointAt(at);
		if (here === undefined) return `${wanted} is missing`;
		const shown = /^[\x21-\x7e]$/.test(String.fromCodePoint(here))
			? String.fromCodePoint(here)
			: `U+${here.toString(16).toUpperCase().padStart(4, '0')}`;
		return `${shown} stands where ${wanted} is expected`;
	}

	try {
		skip();
		const root = value();
		skip();
		if (at < text.length) slip('after-end', at, 'something follows the end of the JSON');
		return {state: 'tree', tree: {root, comments, trailingCommas}};
	} catch (error) {
		if (error instanceof Slipped) return {state: 'slip', slip: error.slip};
		throw error;
	}
}

function lineEnd(text: string, from: number): number {
	const newline = /[\r\n]/g;
	newline.lastIndex = from;
	return newline.exec(text)?.index ?? text.length;
}

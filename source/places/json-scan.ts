import type {JsonType} from './fact.ts';

/** A JSON value and where it stands. Only the upper levels are kept: a settings file is judged two levels deep. */
export type JsonNode = {
	readonly json: JsonType;
	readonly start: number;
	/** Of an object, in the order of the file, doubles included. */
	readonly members: readonly JsonMember[];
	/** Of an array. */
	readonly items: readonly JsonNode[];
	readonly value: () => unknown;
};

export type JsonMember = {readonly key: string; readonly keyStart: number; readonly node: JsonNode};

export type JsonScan =
	| {readonly state: 'valid'; readonly root: JsonNode}
	| {readonly state: 'invalid'; readonly offset: number; readonly message: string};

/**
 * Reads JSON exactly as strictly as JSON.parse, and keeps positions. JSON.parse itself tells them only on some Node versions, and its
 * messages quote the text around the error, which in a settings file may be a key.
 */
export function scanJson(text: string, depth = 3): JsonScan {
	try {
		return {state: 'valid', root: scan(text, depth)};
	} catch (error) {
		if (error instanceof Flaw) return {state: 'invalid', offset: error.offset, message: error.message};
		throw error;
	}
}

class Flaw extends Error {
	readonly offset: number;

	constructor(offset: number, message: string) {
		super(message);
		this.offset = offset;
	}
}

type Open = {json: 'object' | 'array'; start: number; members: JsonMember[]; items: JsonNode[]; key: string; keyStart: number};

/** Without recursion: a hostile file may be nested deeper than the stack. */
function scan(text: string, depth: number): JsonNode {
	const open: Open[] = [];
	let at = skipBlanks(text, 0);
	for (;;) {
		const start = at;
		const first = text[at];
		if (first === '{' || first === '[') {
			const container: Open = {json: first === '{' ? 'object' : 'array', start, members: [], items: [], key: '', keyStart: 0};
			open.push(container);
			at = skipBlanks(text, at + 1);
			if (text[at] !== closing(container)) {
				if (first === '{') at = readKey(text, at, container, open.length <= depth);
				continue;
			}
		} else {
			at = scalarEnd(text, at);
			const json = scalarType(first);
			const node = {json, start, members: [], items: [], value: readerOf(text, start, at)};
			if (open.length === 0) return ended(text, at, node);
			attach(open, node, depth);
			at = skipBlanks(text, at);
		}
		// After a value: the next one, or the end of its container, and then of the one around it.
		for (;;) {
			const container = open[open.length - 1] as Open;
			if (text[at] === closing(container)) {
				at++;
				open.pop();
				const {json, members, items} = container;
				const node = {json, start: container.start, members, items, value: readerOf(text, container.start, at)};
				if (open.length === 0) return ended(text, at, node);
				attach(open, node, depth);
				at = skipBlanks(text, at);
				continue;
			}
			if (text[at] !== ',') throw new Flaw(place(text, at), afterValue(text, at, container));
			at = skipBlanks(text, at + 1);
			if (container.json === 'object') at = readKey(text, at, container, open.length <= depth);
			break;
		}
	}
}

function attach(open: readonly Open[], node: JsonNode, depth: number): void {
	const container = open[open.length - 1];
	if (container === undefined || open.length > depth) return;
	if (container.json === 'array') container.items.push(node);
	else container.members.push({key: container.key, keyStart: container.keyStart, node});
}

function ended(text: string, at: number, node: JsonNode): JsonNode {
	const rest = skipBlanks(text, at);
	if (rest < text.length) throw new Flaw(rest, text[rest] === '/' ? noComments : 'there is text after the end');
	return node;
}

function closing({json}: Open): string {
	return json === 'object' ? '}' : ']';
}

function readKey(text: string, at: number, container: Open, keep: boolean): number {
	if (text[at] !== '"') throw new Flaw(place(text, at), keyExpected(text, at));
	const end = stringEnd(text, at);
	if (keep) {
		container.key = JSON.parse(text.slice(at, end)) as string;
		container.keyStart = at;
	}
	const colon = skipBlanks(text, end);
	if (text[colon] !== ':') throw new Flaw(place(text, colon), atEnd(text, colon) ?? 'a colon is missing after the name');
	return skipBlanks(text, colon + 1);
}

const literals = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function scalarEnd(text: string, at: number): number {
	if (text[at] === '"') return stringEnd(text, at);
	literals.lastIndex = at;
	if (!literals.test(text)) throw new Flaw(place(text, at), valueExpected(text, at));
	return literals.lastIndex;
}

const plain = /[^"\\\u0000-\u001F]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

function stringEnd(text: string, start: number): number {
	for (let at = start + 1; ; at = escaped.lastIndex) {
		plain.lastIndex = at;
		plain.test(text);
		const stop = plain.lastIndex;
		if (text[stop] === '"') return stop + 1;
		if (text[stop] !== '\\')
			throw new Flaw(place(text, stop), atEnd(text, stop) ?? 'a line break or control character stands inside a text');
		escaped.lastIndex = stop;
		if (!escaped.test(text)) throw new Flaw(stop, 'a backslash stands before a character that JSON does not escaped');
	}
}

const blanks = /[ \t\n\r]*/y;

function skipBlanks(text: string, at: number): number {
	blanks.lastIndex = at;
	blanks.test(text);
	return blanks.lastIndex;
}

function scalarType(first: string | undefined): JsonType {
	switch (first) {
		case '"':
			return 'string';
		case 't':
		case 'f':
			return 'boolean';
		case 'n':
			return 'null';
	}
	return 'number';
}

function readerOf(text: string, start: number, end: number): () => unknown {
	return () => JSON.parse(text.slice(start, end));
}

const noComments = 'a comment stands there, and JSON has none';

/** An end that comes too early is shown after the last character, not on the empty line below it. */
function place(text: string, at: number): number {
	return at >= text.length ? text.trimEnd().length : at;
}

function atEnd(text: string, at: number): string | null {
	return at >= text.length ? 'the file ends too early' : null;
}

function keyExpected(text: string, at: number): string {
	if (text[at] === '}') return 'a comma stands before the closing brace';
	if (text[at] === '/') return noComments;
	return atEnd(text, at) ?? 'a name in double quotes is missing';
}

function valueExpected(text: string, at: number): string {
	if (text[at] === ']' || text[at] === '}') return 'a value is missing before the closing bracket';
	if (text[at] === '/') return noComments;
	if (text[at] === "'") return 'a text stands in single quotes';
	return atEnd(text, at) ?? 'a value is missing or is not JSON';
}

function afterValue(text: string, at: number, container: Open): string {
	if (text[at] === '/') return noComments;
	return atEnd(text, at) ?? `a comma or ${container.json === 'object' ? 'closing brace' : 'closing bracket'} is missing`;
}

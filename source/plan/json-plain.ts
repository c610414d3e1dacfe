import {isDeepStrictEqual} from 'node:util';
import type {Json} from './edit.ts';
import type {JsonNode} from './json-tree.ts';

/**
 * What a JSON text means, for comparing: objects as Maps (the last of two equal keys counts, as in JSON.parse; `__proto__` is a
 * key like any other) and numbers as they are spelled, since JSON.parse rounds those with 20 digits.
 */
export type Plain = string | boolean | null | Spelled | readonly Plain[] | PlainObject;
export type PlainObject = ReadonlyMap<string, Plain>;
type Spelled = {readonly number: string};

export function plain(text: string, node: JsonNode): Plain {
	switch (node.kind) {
		case 'object':
			return new Map(node.members.map(member => [member.key, plain(text, member.value)]));
		case 'array':
			return node.members.map(member => plain(text, member.value));
		case 'string':
			return node.text;
		case 'number':
			return {number: text.slice(node.start, node.end)};
		case 'boolean':
			return text[node.start] === 't';
		case 'null':
			return null;
	}
}

export function plainJson(value: Json): Plain {
	if (typeof value === 'number') return {number: JSON.stringify(value)};
	if (value === null || typeof value !== 'object') return value;
	if (isList(value)) return value.map(plainJson);
	return new Map(Object.entries(value).map(([key, inner]) => [key, plainJson(inner)]));
}

export function samePlain(one: Plain | undefined, other: Plain | undefined): boolean {
	return isDeepStrictEqual(one, other);
}

/** The same value with one entry set, or without it where `value` is undefined. Objects on the way are made; arrays only shrink or change. */
export function plainWith(whole: Plain | undefined, path: readonly string[], value: Plain | undefined): Plain | undefined {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (isPlainList(whole)) {
		const inner = plainWith(whole[Number(key)], rest, value);
		return inner === undefined
			? whole.filter((_, index) => String(index) !== key)
			: whole.map((item, index) => (String(index) === key ? inner : item));
	}
	const entries = whole instanceof Map ? (whole as PlainObject) : new Map<string, Plain>();
	const inner = plainWith(entries.get(key), rest, value);
	const changed = new Map(entries);
	if (inner === undefined) changed.delete(key);
	else changed.set(key, inner);
	return changed;
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}

export function isPlainList(value: Plain | undefined): value is readonly Plain[] {
	return Array.isArray(value);
}

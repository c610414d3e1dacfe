import {lineIndex} from '../places/line-index.ts';
import {indentAt} from './json-layout.ts';
import type {Plain, PlainObject} from './json-plain.ts';
import {type LooseCursor, looseText, skip, startsText, take} from './loose-cursor.ts';
import type {Remark} from './mend-settings.ts';
import {topKeys} from './top-keys.ts';

export type Loose = {readonly root: PlainObject; readonly comments: readonly Remark[]};

const deepest = 200;
const word = /[^\s,;:={}[\]"'`“”#]+/y;
const bareKey = /[\w$.-]+/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * What can be read of settings that are no JSON by any rule: quotes of every kind or none, other languages' words and comments,
 * brackets and commas that are missing, two documents, a merge that was never finished. What is cut off is left out.
 */
export function readLoosely(text: string): Loose {
	const whole = prepared(text);
	const cursor: LooseCursor = {at: 0, text: whole, position: lineIndex(whole), comments: new Map()};
	const entries = new Map<string, Plain>();
	for (skip(cursor); cursor.at < cursor.text.length; skip(cursor)) {
		const from = cursor.at;
		const found = document(cursor);
		for (const part of Array.isArray(found) ? (found as readonly Plain[]) : [found])
			if (part instanceof Map) for (const [key, value] of part as PlainObject) entries.set(key, together(entries.get(key), value));
		if (cursor.at === from) cursor.at++;
	}
	return {root: entries, comments: [...cursor.comments.values()]};
}

/** The environment of two documents is one. */
function together(one: Plain | undefined, other: Plain): Plain {
	return one instanceof Map && other instanceof Map ? new Map([...(one as PlainObject), ...(other as PlainObject)]) : other;
}

/** Without the fence of a chat, and with the first side of a merge. */
function prepared(text: string): string {
	return text.replace(/^\s*```.*$/gm, '').replace(/^<{7}.*\n([\s\S]*?)^(?:\|{7}[\s\S]*?^)?={7}.*\n[\s\S]*?^>{7}.*$/gm, '$1');
}

/** A bracket, or entries whose first bracket is missing. Anything else is no part of settings. */
function document(cursor: LooseCursor): Plain | undefined {
	const here = cursor.text[cursor.at] ?? '';
	if (here === '{' || here === '[') return value(cursor, 0, '');
	if (/^["'“][\w$]+["'”]\s*:/.test(cursor.text.slice(cursor.at, cursor.at + 100))) return object(cursor, 0, '', null);
	take(cursor, /[^{["'“]+|["'“]/y);
	return undefined;
}

function value(cursor: LooseCursor, depth: number, key: string): Plain | undefined {
	const here = cursor.text[cursor.at];
	if (depth > deepest) return undefined;
	if (here === '{') return object(cursor, depth, key, cursor.at++);
	if (here === '[') return array(cursor, depth);
	if (startsText(here)) return looseText(cursor) ?? undefined;
	return fromWord(take(cursor, word));
}

function fromWord(text: string | null): Plain | undefined {
	if (text === null || text === 'undefined' || text === 'NaN') return undefined;
	if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
	if (/^(?:null|none|nil)$/i.test(text)) return null;
	return number.test(text) ? {number: text} : text;
}

/** `open` is where its bracket stands, null where there is none. */
function object(cursor: LooseCursor, depth: number, name: string, open: number | null): Plain {
	const {text} = cursor;
	const entries = new Map<string, Plain>();
	for (skip(cursor); cursor.at < text.length; skip(cursor)) {
		if (text[cursor.at] === '}') {
			cursor.at++;
			break;
		}
		// The bracket of a list around it.
		if (text[cursor.at] === ']' && depth > 0) break;
		const from = cursor.at;
		const key = startsText(text[from]) ? looseText(cursor) : take(cursor, bareKey);
		if (key !== null && depth > 0 && belongsFurtherOut(cursor, from, open, name, key)) {
			cursor.at = from;
			break;
		}
		// Only the second of its quotes is there.
		if (!startsText(text[from])) take(cursor, /["'](?=\s*[:=])/y);
		skip(cursor);
		const joined = take(cursor, /=>|[:=]/y) !== null || /[{[]/.test(text[cursor.at] ?? '');
		skip(cursor);
		const read = key === null || !joined ? undefined : value(cursor, depth + 1, key);
		if (key !== null && read !== undefined) entries.set(key, read);
		if (cursor.at === from) cursor.at++;
	}
	return entries;
}

/** Its own bracket is missing where an entry stands no deeper than the line that opened it, or is one of the top. */
function belongsFurtherOut({text, position}: LooseCursor, at: number, open: number | null, name: string, key: string): boolean {
	if (name === 'env' && topKeys.includes(key)) return true;
	if (open === null) return false;
	const line = at - position(at).column + 1;
	const isFirst = line > open && text.slice(line, at).trim() === '';
	return isFirst && at - line <= indentAt(text, open).length && /^[ \t]/m.test(text);
}

function array(cursor: LooseCursor, depth: number): Plain {
	const {text} = cursor;
	const items: Plain[] = [];
	cursor.at++;
	for (skip(cursor); cursor.at < text.length; skip(cursor)) {
		if (text[cursor.at] === ']') {
			cursor.at++;
			break;
		}
		if (text[cursor.at] === '}' && depth > 0) break;
		const from = cursor.at;
		const item = value(cursor, depth + 1, '');
		skip(cursor);
		// A name and a colon: the list was never closed.
		if (typeof item === 'string' && text[cursor.at] === ':') {
			cursor.at = from;
			break;
		}
		if (item !== undefined) items.push(item);
		if (cursor.at === from) cursor.at++;
	}
	return items;
}

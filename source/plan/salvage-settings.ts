import type {Plain} from './json-plain.ts';
import {readLoosely} from './loose-json.ts';
import type {Remark} from './mend-settings.ts';

export type Salvaged = {readonly text: string; readonly did: readonly string[]; readonly comments: readonly Remark[]};

/**
 * Settings that can be mended in no one way, written anew with all that can be read of them. Only where nothing works otherwise: Claude
 * Code skips such a file whole, or does not even start, and what it held is in the backup.
 */
export function salvageSettings(text: string): Salvaged {
	const {root, comments} = readLoosely(text);
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
	const did = root.size === 0 ? 'began it anew, since nothing of it can be read' : 'wrote anew what can be read of it';
	return {text: print(root, indent, eol) + eol, did: [did], comments: root.size === 0 ? [] : comments};
}

function print(value: Plain, indent: string, eol: string): string {
	if (value instanceof Map) {
		const entries = [...(value as ReadonlyMap<string, Plain>)].map(
			([key, inner]) => `${JSON.stringify(key)}: ${print(inner, indent, eol)}`,
		);
		return inBrackets('{', entries, '}', indent, eol);
	}
	if (Array.isArray(value)) {
		const items = (value as readonly Plain[]).map(item => print(item, indent, eol));
		return inBrackets('[', items, ']', indent, eol);
	}
	return typeof value === 'object' && value !== null && 'number' in value ? value.number : JSON.stringify(value);
}

function inBrackets(open: string, entries: readonly string[], close: string, indent: string, eol: string): string {
	if (entries.length === 0) return open + close;
	const inside = entries.map(entry => indent + entry.replaceAll(eol, eol + indent)).join(`,${eol}`);
	return `${open}${eol}${inside}${eol}${close}`;
}

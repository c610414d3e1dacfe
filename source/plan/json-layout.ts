import type {Json} from './edit.ts';
import type {JsonMember, JsonNode} from './json-tree.ts';

/** How a JSON file is written, so that a new entry looks like its neighbours. */
export type Layout = {
	readonly eol: string;
	/** One step of indentation; empty where lines are not indented. */
	readonly unit: string;
	/** Between a key and its value, colon included. */
	readonly colon: string;
	/** The whole text stands on one line. */
	readonly oneLine: boolean;
};

export const newLayout: Layout = {eol: '\n', unit: '  ', colon: ': ', oneLine: false};

export function layoutOf(text: string, root: JsonNode): Layout {
	const inside = text.slice(root.start, root.end);
	const oneLine = !/[\r\n]/.test(inside) && membersOf(root).length > 0;
	return {
		eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
		unit: unitOf(text, root) ?? newLayout.unit,
		colon: colonOf(text, root) ?? newLayout.colon,
		oneLine,
	};
}

/** Blank characters before the first word of the line that `offset` is in. */
export function indentAt(text: string, offset: number): string {
	const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	return /^\uFEFF?([ \t]*)/.exec(text.slice(start, offset))?.[1] ?? '';
}

export function membersOf(node: JsonNode): readonly JsonMember[] {
	return node.kind === 'object' || node.kind === 'array' ? node.members : [];
}

/** A value as text, its own lines indented below `indent`. */
export function writeJson(value: Json, layout: Layout, indent: string): string {
	const step = layout.oneLine ? '' : layout.unit;
	const flat = JSON.stringify(value, null, step || undefined);
	if (step) return flat.replaceAll('\n', `${layout.eol}${indent}`);
	return layout.colon.endsWith(' ') ? spaced(value) : flat;
}

function spaced(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`);
	return `{${entries.join(', ')}}`;
}

/** The first container whose first entry begins a line tells: usually the root. */
function unitOf(text: string, node: JsonNode): string | null {
	for (const member of membersOf(node).slice(0, 1)) {
		const inner = indentAt(text, member.start);
		const outer = indentAt(text, node.start);
		if (/[\r\n]/.test(text.slice(node.start, member.start)) && inner.startsWith(outer)) return inner.slice(outer.length);
	}
	for (const member of membersOf(node)) {
		const found = unitOf(text, member.value);
		if (found !== null) return found;
	}
	return null;
}

/** Of the first key that has its value on the same line. */
function colonOf(text: string, node: JsonNode): string | null {
	for (const member of membersOf(node)) {
		if (node.kind === 'object') {
			const between = /[ \t]*:[ \t]*$/.exec(text.slice(member.start, member.value.start))?.[0];
			if (between !== undefined) return between;
		}
		const found = colonOf(text, member.value);
		if (found !== null) return found;
	}
	return null;
}

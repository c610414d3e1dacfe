import type {Json} from './edit.ts';
import {indentAt, type Layout, writeJson} from './json-layout.ts';
import type {JsonMember, JsonNode, JsonTree} from './json-tree.ts';

type Container = JsonNode & {readonly kind: 'object' | 'array'};

/** Some write the comma at the beginning of the next line. */
export const commaFirst = /^\s*[\r\n]\s*,[ \t]*$/;

/** Writes one more entry at the end of a container, laid out like the one before it. */
export function insertMember(text: string, tree: JsonTree, container: Container, key: string, value: Json, layout: Layout): string {
	const last = container.members.at(-1);
	return last === undefined ? intoEmpty(text, tree, container, key, value, layout) : after(text, tree, container, last, key, value, layout);
}

function after(text: string, tree: JsonTree, container: Container, last: JsonMember, key: string, value: Json, layout: Layout): string {
	const previous = container.members.at(-2);
	const glue = previous === undefined ? '' : text.slice(previous.value.end, last.start);
	if (last.comma === null && commaFirst.test(glue)) {
		const entry = entryText(container, key, value, {...layout, oneLine: true}, '');
		return text.slice(0, last.value.end) + glue + entry + text.slice(last.value.end);
	}
	const gap = text.slice((previous?.comma ?? container.start) + 1, last.start);
	const newline = /(\r\n|\n|\r)[^\r\n]*$/.exec(gap)?.[1];
	const indent = indentAt(text, last.start);
	const lead =
		newline !== undefined ? newline + indent : previous !== undefined && /^[ \t]*$/.test(gap) ? gap : layout.colon.endsWith(' ') ? ' ' : '';
	const inner = newline === undefined ? {...layout, oneLine: true} : layout;
	const comma = last.comma ?? last.value.end;
	const remark = endOfRemark(text, tree, last.comma === null ? last.value.end : last.comma + 1);
	// Behind a line comment on one line with the entry, the new one would be part of the comment.
	const swallowed = newline === undefined && tree.comments.some(span => span.end === remark && text.startsWith('//', span.start));
	const entry = (swallowed ? layout.eol + indent : lead) + entryText(container, key, value, inner, indent);
	if (last.comma !== null) return `${text.slice(0, remark)}${entry},${text.slice(remark)}`;
	return `${text.slice(0, comma)},${text.slice(comma, remark)}${entry}${text.slice(remark)}`;
}

/** A comment on the same line belongs to the entry before it: the new one goes behind it. */
function endOfRemark(text: string, tree: JsonTree, from: number): number {
	const comment = tree.comments.find(span => span.start >= from);
	if (comment === undefined || !/^[ \t]*$/.test(text.slice(from, comment.start))) return from;
	return endOfRemark(text, tree, comment.end);
}

function intoEmpty(text: string, tree: JsonTree, container: Container, key: string, value: Json, layout: Layout): string {
	const comments = tree.comments.filter(span => span.start > container.start && span.end < container.end);
	const from = comments.at(-1)?.end ?? container.start + 1;
	const indent = indentAt(text, container.start);
	if (layout.oneLine && comments.length === 0) {
		return text.slice(0, from) + entryText(container, key, value, layout, indent) + text.slice(container.end - 1);
	}
	const inner = indent + layout.unit;
	const entry = layout.eol + inner + entryText(container, key, value, layout, inner);
	return `${text.slice(0, from)}${entry}${layout.eol}${indent}${text.slice(container.end - 1)}`;
}

function entryText(container: Container, key: string, value: Json, layout: Layout, indent: string): string {
	const written = writeJson(value, layout, indent);
	return container.kind === 'array' ? written : `${JSON.stringify(key)}${layout.colon}${written}`;
}

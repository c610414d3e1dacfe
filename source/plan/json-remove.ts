import {commaFirst} from './json-insert.ts';
import type {JsonNode, JsonTree} from './json-tree.ts';

type Container = JsonNode & {readonly kind: 'object' | 'array'};

/**
 * Takes one entry out, with one comma and the blank space that was its own. Every other byte stays, comments included:
 * jsonc-parser deletes the comment of the line before when the last entry goes.
 */
export function removeMember(text: string, tree: JsonTree, container: Container, index: number): string {
	const member = container.members[index];
	if (member === undefined) return text;
	const previous = container.members[index - 1];
	const next = container.members[index + 1];
	const start = (previous?.comma ?? container.start) + 1;
	const end = next?.start ?? container.end - 1;
	if (tree.comments.some(span => span.start >= start && span.end <= end)) return removeAmongComments(text, container, index);
	const cut = (from: number, to: number) => text.slice(0, from) + text.slice(to);
	if (previous === undefined && next === undefined) return cut(container.start + 1, container.end - 1);
	// The next line stays a line of its own where the entry shares that of the bracket.
	const shares =
		!/[\r\n]/.test(text.slice(start, member.start)) && member.comma !== null && /^[ \t]*[\r\n]/.test(text.slice(member.comma + 1));
	if (previous === undefined && shares) return cut(start, (member.comma ?? start) + 1);
	if (previous === undefined) return cut(member.start, next?.start ?? member.value.end);
	if (member.comma !== null) return cut(start, member.comma + 1);
	const glue = text.slice(previous.value.end, member.start);
	return cut(commaFirst.test(glue) ? previous.value.end : (previous.comma ?? start), member.value.end);
}

/** The entry and its comma, then the lines that are left blank by it. */
function removeAmongComments(text: string, container: Container, index: number): string {
	const member = container.members[index];
	const comma = member?.comma ?? container.members[index - 1]?.comma ?? null;
	const spans = [{from: member?.start ?? 0, to: member?.value.end ?? 0}];
	if (comma !== null) spans.push({from: comma, to: comma + 1});
	spans.sort((one, other) => other.from - one.from);
	return spans.reduce((kept, {from, to}) => {
		const [lineStart, lineEnd] = [lineStartAt(kept, from), lineEndAt(kept, to)];
		const rest = kept.slice(lineStart, from) + kept.slice(to, lineEnd);
		if (rest.trim() === '' && lineStart > 0) return kept.slice(0, beforeNewline(kept, lineStart)) + kept.slice(lineEnd);
		// A comment that stood behind the entry moves to where the entry began.
		if (kept.slice(lineStart, from).trim() === '') return kept.slice(0, from) + kept.slice(to).replace(/^[ \t]+/, '');
		return kept.slice(0, from) + kept.slice(to);
	}, text);
}

function lineStartAt(text: string, offset: number): number {
	return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEndAt(text: string, offset: number): number {
	const newline = /[\r\n]/g;
	newline.lastIndex = offset;
	return newline.exec(text)?.index ?? text.length;
}

function beforeNewline(text: string, lineStart: number): number {
	return text.slice(lineStart - 2, lineStart) === '\r\n' ? lineStart - 2 : lineStart - 1;
}

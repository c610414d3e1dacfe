import {membersOf} from './json-layout.ts';
import type {JsonNode} from './json-tree.ts';

export type Occurrence = {
	readonly container: JsonNode & {kind: 'object' | 'array'};
	readonly index: number;
	readonly start: number;
	readonly node: JsonNode;
};

/** Every place the path leads to, through every copy of a repeated key, in the order of the text. */
export function occurrences(node: JsonNode, path: readonly string[]): readonly Occurrence[] {
	const [key, ...rest] = path;
	if (key === undefined || (node.kind !== 'object' && node.kind !== 'array')) return [];
	return node.members.flatMap((member, index) => {
		if (member.key !== key) return [];
		// A number means nothing in a list that does not count.
		if (rest.length > 0 && member.value.kind === 'array' && node.members.some((later, at) => at > index && later.key === key)) return [];
		return rest.length === 0 ? [{container: node, index, start: member.start, node: member.value}] : occurrences(member.value, rest);
	});
}

/** The node that counts for the path: of repeated keys the last. Null where there is none. */
export function effective(node: JsonNode, path: readonly string[]): JsonNode | null {
	const [key, ...rest] = path;
	if (key === undefined) return node;
	const member = membersOf(node).findLast(candidate => candidate.key === key);
	return member === undefined ? null : effective(member.value, rest);
}

/** What stands where an object (or a list with that item) would have to be. */
export function blockedBy(root: JsonNode, path: readonly string[]): {readonly node: JsonNode; readonly name: string} | null {
	for (let depth = 0; depth < path.length; depth++) {
		const node = effective(root, path.slice(0, depth));
		if (node === null) return null;
		const key = path[depth] ?? '';
		if (node.kind === 'array' ? !node.members.some(member => member.key === key) : node.kind !== 'object')
			return {node, name: depth === 0 ? 'the whole file' : path.slice(0, depth).join('.')};
	}
	return null;
}

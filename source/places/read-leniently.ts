import type {Node} from 'jsonc-parser';
import type {JsonType} from './fact.ts';
import type {JsonNode} from './json-scan.ts';

/**
 * What can be made out of JSON with comments, or of a broken file: editors allow the one, and of the other it is worth showing what
 * claude does not see. The parser is loaded only here: a healthy machine never needs it.
 */
export async function readLeniently(text: string): Promise<JsonNode | null> {
	const {getNodeValue, parseTree} = await import('jsonc-parser');
	let root: Node | undefined;
	try {
		root = parseTree(text, [], {allowTrailingComma: true, allowEmptyContent: true});
	} catch {
		return null; // nested deeper than the stack
	}
	return root === undefined ? null : convert(root, getNodeValue, 3);
}

function convert(node: Node, read: (node: Node) => unknown, depth: number): JsonNode {
	const children = depth === 0 ? [] : (node.children ?? []);
	return {
		json: node.type === 'property' ? 'null' : (node.type as JsonType),
		start: node.offset,
		items: node.type === 'array' ? children.map(child => convert(child, read, depth - 1)) : [],
		members:
			node.type === 'object'
				? children.flatMap(({children: pair}) => {
						const [key, value] = pair ?? [];
						if (key === undefined || value === undefined) return [];
						return [{key: String(key.value), keyStart: key.offset, node: convert(value, read, depth - 1)}];
					})
				: [],
		value: () => read(node),
	};
}

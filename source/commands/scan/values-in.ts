import {isAscii} from 'node:buffer';
import {decode} from '../../places/decode.ts';
import {type JsonNode, scanJson} from '../../places/json-scan.ts';
import {jsonText} from '../../places/json-text.ts';
import {lineIndex, type Position} from '../../places/line-index.ts';
import {readLeniently} from '../../places/read-leniently.ts';
import {readAssignments} from '../../shells/assignments.ts';
import {readDotenv} from '../../shells/env-files/dotenv.ts';
import {type Candidate, isJson} from './candidate.ts';
import type {Value} from './value.ts';

export type Contents = {
	readonly values: readonly Value[];
	/** What makes claude skip the file; of a broken file the values are those that can still be made out. */
	readonly flaw: (Position & {readonly message: string}) | null;
};

/** Deep enough for the servers of .mcp.json and the hooks of settings. */
const depth = 8;

/** The texts of a file. Nothing in it is run, and nothing throws. */
export async function valuesIn(bytes: Uint8Array, candidate: Candidate): Promise<Contents> {
	// Nearly always, and without the cost of a decoder for each file.
	const text = isAscii(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') : decode(bytes).text;
	if (!isJson(candidate)) return {values: linesOf(text, candidate), flaw: null};
	if (text.trim() === '') return {values: [], flaw: null};
	const at = lineIndex(text);
	const scan = scanJson(text, depth);
	if (scan.state === 'valid') return {values: textsOf(scan.root, at), flaw: null};
	const root = await readLeniently(text);
	return {values: root === null ? [] : textsOf(root, at), flaw: {...at(scan.offset), message: scan.message}};
}

function linesOf(text: string, candidate: Candidate): readonly Value[] {
	const known = candidate === 'direnv' ? assignmentsOf(text) : readDotenv(text);
	return known.flatMap(({variable, value, line, column}) => (value === null ? [] : [{trail: [variable], text: value, line, column}]));
}

/** Also what is not exported: a key is one wherever it stands. */
function assignmentsOf(text: string) {
	return readAssignments(text, 'bash').flatMap(statement => (statement.kind === 'assignment' ? [statement] : []));
}

function textsOf(root: JsonNode, at: (offset: number) => Position): readonly Value[] {
	const found: Value[] = [];
	const visit = (node: JsonNode, trail: readonly string[]): void => {
		for (const {key, node: inner} of node.members) visit(inner, [...trail, key]);
		for (const [index, item] of node.items.entries()) visit(item, [...trail, String(index)]);
		if (trail.length === 0 || node.json === 'object' || node.json === 'array') return;
		found.push({trail, text: jsonText(node.value()), ...at(node.start)});
	};
	visit(root, []);
	return found;
}

import type {Refused} from './edited.ts';
import {type JsonTree, scanJson} from './json-tree.ts';
import {spot} from './spot.ts';

/** Claude Code reads JSON; editors read JSON with comments and trailing commas. */
export type Syntax = 'json' | 'jsonc';

/** The tree of a settings text, or why Claude Code (or the editor) will not read it. */
export function readSettings(text: string, syntax: Syntax = 'json'): {readonly state: 'tree'; readonly tree: JsonTree} | Refused {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') return refuse('malformed', text, scanned.slip.offset, scanned.slip.why);
	if (syntax === 'json') {
		const {comments, trailingCommas} = scanned.tree;
		const first = Math.min(comments[0]?.start ?? Infinity, ...trailingCommas.slice(0, 1));
		if (first < Infinity)
			return refuse('malformed', text, first, text[first] === ',' ? 'a comma stands before a closing bracket' : 'JSON has no comments');
	}
	return scanned;
}

export function refuse(kind: Refused['kind'], text: string, offset: number, why: string): Refused {
	return {state: 'refused', kind, why, ...spot(text, offset)};
}

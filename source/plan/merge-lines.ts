import {diffLines, type Hunk, splitLines} from './line-diff.ts';

/** Both changes of one text in one, or the line (of `theirs`, counted from 1) where they are at odds. */
export type Merged = {readonly state: 'merged'; readonly text: string} | {readonly state: 'conflict'; readonly line: number};

/** Applies to `theirs` what leads from `base` to `ours`, where both changed other lines. Neighbouring lines are not at odds. */
export function mergeLines(base: string, ours: string, theirs: string): Merged {
	const lines = splitLines(base);
	const foreign = diffLines(lines, splitLines(theirs));
	const own = diffLines(lines, splitLines(ours)).filter(hunk => !foreign.some(other => alreadyIn(hunk, other)));
	for (const hunk of own) {
		const other = foreign.find(candidate => atOdds(hunk, candidate));
		if (other !== undefined) return {state: 'conflict', line: lineIn(foreign, other)};
	}
	// Ours before theirs where both put lines at one place: what was appended to the file came later.
	const hunks = [...own, ...foreign].sort((one, other) => one.from - other.from || one.to - other.to);
	const merged: string[] = [];
	let at = 0;
	for (const {from, to, lines: put} of hunks) {
		merged.push(...lines.slice(at, from), ...put);
		at = Math.max(at, to);
	}
	merged.push(...lines.slice(at));
	return {state: 'merged', text: join(merged, theirs.includes('\r\n') ? '\r\n' : '\n')};
}

/** The same change, or they took away more than we would. An insertion is in theirs only when it is the same. */
function alreadyIn(hunk: Hunk, other: Hunk): boolean {
	if (other.from > hunk.from || other.to < hunk.to) return false;
	if (other.from === hunk.from && other.to === hunk.to && other.lines.join('') === hunk.lines.join('')) return true;
	return hunk.lines.length === 0 && other.lines.length === 0;
}

function atOdds(one: Hunk, other: Hunk): boolean {
	return one.from < other.to && other.from < one.to;
}

function lineIn(foreign: readonly Hunk[], hunk: Hunk): number {
	const shift = foreign
		.filter(other => other.to <= hunk.from && other !== hunk)
		.reduce((sum, {from, to, lines}) => sum + lines.length - (to - from), 0);
	return hunk.from + shift + 1;
}

/** A last line without an end gets one where another now follows it. */
function join(lines: readonly string[], eol: string): string {
	return lines.map((line, index) => (index < lines.length - 1 && !line.endsWith('\n') ? line + eol : line)).join('');
}

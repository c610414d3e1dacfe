import {diffLines, splitLines} from './line-diff.ts';

/** Where a line of the edited text stood in the original; of a line that was put in, where it was put. Counted from 1. */
export function lineBefore(original: string, edited: string, line: number): number {
	if (original === edited) return line;
	let shift = 0;
	for (const {from, to, lines} of diffLines(splitLines(original), splitLines(edited))) {
		const start = from + shift;
		if (line - 1 < start) break;
		if (line - 1 < start + lines.length) return Math.min(from + (line - 1 - start), Math.max(from, to - 1)) + 1;
		shift += lines.length - (to - from);
	}
	return line - shift;
}

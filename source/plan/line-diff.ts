/** Lines `from` up to `to` of the old text (counted from 0) give way to `lines`. */
export type Hunk = {readonly from: number; readonly to: number; readonly lines: readonly string[]};

/** With their line ends, so that joining them gives the very same text. */
export function splitLines(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The fewest lines to take and put, in order (Myers' O(ND) algorithm, on what is left between the common start and end). */
export function diffLines(old: readonly string[], now: readonly string[]): readonly Hunk[] {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let [oldEnd, nowEnd] = [old.length, now.length];
	while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) [oldEnd, nowEnd] = [oldEnd - 1, nowEnd - 1];
	const hunks: {from: number; to: number; lines: string[]}[] = [];
	for (const step of shortest(old.slice(start, oldEnd), now.slice(start, nowEnd))) {
		const at = start + step.old;
		const last = hunks.at(-1);
		const hunk = last !== undefined && last.to === at ? last : {from: at, to: at, lines: []};
		if (hunk !== last) hunks.push(hunk);
		if (step.kind === 'take') hunk.to = at + 1;
		else hunk.lines.push(now[start + step.now] ?? '');
	}
	return hunks;
}

type Step = {readonly kind: 'take' | 'put'; readonly old: number; readonly now: number};

/** Beyond this many steps finding the fewest takes gigabytes, and nobody reads them: all is then taken and put. */
const most = 2000;

function shortest(old: readonly string[], now: readonly string[]): readonly Step[] {
	/** For each number of steps: how far each diagonal has come in the old lines. */
	const trace: Map<number, number>[] = [];
	const reached = new Map<number, number>([[1, 0]]);
	for (let steps = 0; steps <= most; steps++) {
		trace.push(new Map(reached));
		for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
			let x = putsFrom(reached, diagonal, steps) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;
			while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
			reached.set(diagonal, x);
			if (x >= old.length && x - diagonal >= now.length) return backwards(trace, old.length, now.length);
		}
	}
	return [
		...old.map((_, index): Step => ({kind: 'take', old: index, now: 0})),
		...now.map((_, index): Step => ({kind: 'put', old: old.length, now: index})),
	];
}

function backwards(trace: readonly ReadonlyMap<number, number>[], oldLength: number, nowLength: number): readonly Step[] {
	const steps: Step[] = [];
	let [x, y] = [oldLength, nowLength];
	for (let count = trace.length - 1; count > 0; count--) {
		const reached = trace[count] ?? new Map<number, number>();
		const puts = putsFrom(reached, x - y, count);
		const diagonal = puts ? x - y + 1 : x - y - 1;
		x = reached.get(diagonal) ?? 0;
		y = x - diagonal;
		steps.push({kind: puts ? 'put' : 'take', old: x, now: y});
	}
	return steps.reverse();
}

function putsFrom(reached: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
	return diagonal === -steps || (diagonal !== steps && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));
}

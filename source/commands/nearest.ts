/** The known name that was probably meant, or null where none is near: at most a third of the letters may differ. */
export function nearest(typed: string, known: readonly string[]): string | null {
	let best: string | null = null;
	let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
	for (const name of known) {
		const far = name.startsWith(typed) && typed.length >= 2 ? 1 : distance(typed.toLowerCase(), name);
		if (far < least) [best, least] = [name, far];
	}
	return best;
}

/** Letters to insert, drop, change or swap with their neighbour to come from one word to the other. */
function distance(from: string, to: string): number {
	let before: number[] = [];
	let last = Array.from({length: to.length + 1}, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			current[column] = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		[before, last] = [last, current];
	}
	return last[to.length] ?? 0;
}

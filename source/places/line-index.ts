/** Where an offset is for a person: both numbers begin at 1, columns count characters as editors do. */
export type Position = {readonly line: number; readonly column: number};

/** Built once for each text, and only when the first position is asked for: most large files are never asked. */
export function lineIndex(text: string): (offset: number) => Position {
	let starts: number[] | null = null;
	return offset => {
		starts ??= lineStarts(text);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
	};
}

function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

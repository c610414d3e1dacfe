export type Line = {readonly text: string; readonly number: number; readonly start: number};

/** The lines of a text without their breaks, each with its number and offset. */
export function* eachLine(text: string): Generator<Line> {
	let number = 1;
	for (let start = text.startsWith('\uFEFF') ? 1 : 0; start <= text.length; number++) {
		const next = text.indexOf('\n', start);
		const end = next === -1 ? text.length : next;
		yield {text: text.slice(start, end).replace(/\r$/, ''), number, start};
		start = end + 1;
	}
}

/** Where an offset is, as editors count: from 1, columns in UTF-16 units, CRLF as one line end. */
export function spot(text: string, offset: number): {readonly line: number; readonly column: number} {
	const before = text.slice(0, offset);
	const lines = before.split(/\r\n|\n|\r/);
	const column = (lines.at(-1) ?? '').replace(/^\uFEFF/, '').length + 1;
	return {line: lines.length, column};
}

/** Lines of text that arrives in pieces. No line is held beyond `longest`: the rest of it is dropped, so memory stays flat. */
export async function* lines(pieces: AsyncIterable<string>, longest = 16_384): AsyncGenerator<string> {
	let held = '';
	let dropping = false;
	for await (const piece of pieces) {
		let from = 0;
		for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
			const line = held + (dropping ? '' : piece.slice(from, Math.min(end, from + longest - held.length)));
			yield line.endsWith('\r') ? line.slice(0, -1) : line;
			held = '';
			dropping = false;
			from = end + 1;
		}
		if (dropping) continue;
		held += piece.slice(from, from + longest - held.length);
		dropping = held.length >= longest;
	}
	if (held !== '') yield held;
}

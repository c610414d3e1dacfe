import type {ReviewLine} from '../commands/conversation.ts';

/**
 * Lines of a text as they stand in a window of that width. A sentence, or a step with its file, goes on in the next line; what is
 * quoted from a file begins with a sign or a blank, and is cut instead: its line breaks would look like those of the file.
 */
export function fitted(lines: readonly ReviewLine[], columns: number): readonly ReviewLine[] {
	return lines.flatMap(line => {
		if (quoted.test(line.text) || line.text.length <= columns) return [line];
		return wrapped(line.text, columns).map(text => ({...line, text}));
	});
}

const quoted = /^[ +@\\-]/;
const indent = '   ';

function wrapped(text: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let rest = text;
	while (rest.length > columns) {
		const at = rest.lastIndexOf(' ', columns);
		if (at <= indent.length) break;
		lines.push(rest.slice(0, at).trimEnd());
		rest = `${indent}${rest.slice(at).trimStart()}`;
	}
	return [...lines, rest];
}

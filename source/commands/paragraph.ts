/** Columns a text takes in a terminal: wide East Asian signs take two, combining marks none. Without colours in it. */
export function widthOf(text: string): number {
	let width = 0;
	for (const sign of text) width += /\p{Mn}|\p{Me}/u.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
	return width;
}

const wide =
	/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

export function padTo(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks at spaces; a word that is longer than a line (an address, a path) is cut where the line ends. */
export function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of wordsOf(text, width)) {
		const joined = line === '' ? word : `${line} ${word}`;
		if (widthOf(joined) <= width) {
			line = joined;
			continue;
		}
		if (line !== '') lines.push(line);
		line = word;
		while (widthOf(line) > width) {
			const head = headOf(line, width);
			lines.push(head);
			line = line.slice(head.length);
		}
	}
	return [...lines, line];
}

/** A command at the end stays in one piece where a line can hold it: half of it would do something else when it is copied. */
function wordsOf(text: string, width: number): readonly string[] {
	const command = /(?<=: )(?:wizard|claude|npm|git|pip|unset|export) .+$/.exec(text)?.[0];
	if (command === undefined || widthOf(command) > width) return text.split(' ');
	return [...text.slice(0, -command.length - 1).split(' '), command];
}

function headOf(word: string, width: number): string {
	let head = '';
	for (const sign of word) {
		if (head !== '' && widthOf(head + sign) > width) break;
		head += sign;
	}
	return head;
}

/** A paragraph behind a label: later lines stand under the first. */
export function labelled(label: string, text: string, columns: number, indent = 2, labelWidth = 8): readonly string[] {
	const left = ' '.repeat(indent + labelWidth);
	const lines = wrap(text, Math.max(12, columns - left.length));
	return lines.map((line, index) => (index === 0 ? `${' '.repeat(indent)}${padTo(label, labelWidth)}${line}` : left + line));
}

/** Cells side by side while they fit, else the rest on lines of its own, indented. */
export function cells(row: readonly (readonly [text: string, width: number])[], columns: number, indent: number): readonly string[] {
	const left = ' '.repeat(indent);
	const lines: string[] = [];
	let line = left;
	for (const [text, width] of row) {
		if (text === '' && width === 0) continue;
		if (line.trim() !== '' && widthOf(line) + widthOf(text) > columns) {
			lines.push(line);
			line = `${left}  `;
		}
		if (widthOf(line) + widthOf(text) > columns) {
			const [head = '', ...more] = wrap(text, Math.max(12, columns - line.length));
			lines.push(line + head);
			line = `${left}  `;
			for (const part of more.slice(0, -1)) lines.push(line + part);
			line += more.at(-1) ?? '';
		} else line += `${padTo(text, width)}${width === 0 ? '' : '  '}`;
	}
	return [...lines, line].filter(part => part.trim() !== '');
}

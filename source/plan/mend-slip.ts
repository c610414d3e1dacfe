import {indentAt} from './json-layout.ts';
import type {Slip} from './json-tree.ts';

/** One mistake mended, or null where there is more than one way to mend it. */
export function mendSlip(text: string, slip: Slip): {readonly text: string; readonly did: string} | null {
	switch (slip.kind) {
		case 'missing-comma':
			return missingComma(text, slip.offset);
		case 'extra-comma':
			return extraComma(text, slip.offset);
		case 'after-end':
			return closedTwice(text, slip.offset);
		case 'unclosed':
			return unclosed(text, slip.open);
		case 'other':
			return null;
	}
}

/** Only between two entries of an object on lines of their own: there nothing but a comma can be missing. */
function missingComma(text: string, offset: number) {
	if (!/^"(?:[^"\\\r\n]|\\.)*"[ \t]*:/.test(text.slice(offset, offset + 1000))) return null;
	const before = text.slice(0, offset);
	const blank = /[ \t\r\n]*$/.exec(before)?.[0] ?? '';
	const end = offset - blank.length;
	if (!/[\r\n]/.test(blank) || !/["\d}\]el]/.test(text[end - 1] ?? '')) return null;
	return {text: `${text.slice(0, end)},${text.slice(end)}`, did: 'put in a missing comma'};
}

/** Two commas in a row; a comma right after an opening bracket may stand for an entry that was lost. */
function extraComma(text: string, offset: number) {
	if (text[offset] !== ',' || !/,\s*$/.test(text.slice(Math.max(0, offset - 200), offset))) return null;
	return {text: text.slice(0, offset) + text.slice(offset + 1), did: 'removed a doubled comma'};
}

function closedTwice(text: string, offset: number) {
	if (!/^[\s}\],]*$/.test(text.slice(offset))) return null;
	const blank = /\s*$/.exec(text.slice(offset))?.[0] ?? '';
	return {text: text.slice(0, offset).trimEnd() + blank, did: 'removed what follows the end'};
}

/**
 * Closing at the end is right only where nothing inside an open bracket belongs further out. Indentation tells: what is inside
 * begins deeper than the line of its bracket. Where all is on one line, mend-settings looks at the keys afterwards.
 */
function unclosed(text: string, open: readonly number[]) {
	const opener = open[0];
	if (opener === undefined) return null;
	const blank = /\s*$/.exec(text)?.[0] ?? '';
	const body = text.slice(0, text.length - blank.length);
	// The last line may be a comment, which would swallow a bracket written behind it.
	const multiLine = /[\r\n]/.test(body.slice(opener));
	if (!multiLine && body.includes('//')) return null;
	if (multiLine && !open.every(offset => deeperInside(body, offset))) return null;
	const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
	const brackets = open.toReversed().map(offset => {
		const closing = text[offset] === '{' ? '}' : ']';
		return multiLine ? eol + indentAt(text, offset) + closing : closing;
	});
	return {
		text: body + brackets.join('') + (multiLine ? blank || eol : blank),
		did: `closed ${open.length === 1 ? 'a bracket' : `${open.length} brackets`} at the end`,
	};
}

function deeperInside(body: string, offset: number): boolean {
	const outer = indentAt(body, offset).length;
	const lines = body
		.slice(offset)
		.split(/\r\n|\n|\r/)
		.slice(1);
	return lines.every(line => line.trim() === '' || (/^[ \t]*/.exec(line)?.[0].length ?? 0) > outer);
}

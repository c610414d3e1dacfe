import {codePoint} from './ansi-c.ts';
import {Cursor} from './cursor.ts';
import type {Span} from './word.ts';

/** Past a string of nushell that begins here: "…", '…', `…`, r#'…'#, $"…". */
export function skipNushell(cursor: Cursor): boolean {
	const raw = cursor.take(/r#+'/y);
	if (raw) {
		const closing = `'${'#'.repeat(raw.length - 2)}`;
		cursor.upTo(closing);
		cursor.at += closing.length;
		return true;
	}
	const opening = cursor.take(/\$?["']|`/y);
	if (!opening) return false;
	const quote = opening.at(-1) ?? '';
	while (!cursor.done && cursor.char !== quote) cursor.at += quote === '"' && cursor.char === '\\' ? 2 : 1;
	cursor.at++;
	return true;
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', a: '\u0007', e: '\u001B', '0': '\0'};

/** The text that one value stands for; null for anything that must be computed. */
export function nushellText(source: string): string | null {
	const cursor = new Cursor(source);
	if (!skipNushell(cursor)) return /^[^\s$({["'`|;}]+$/.test(source) && source !== 'null' ? source : null;
	if (cursor.at !== source.length) return null;
	const raw = /^r(#+)'([\s\S]*)'#+$/.exec(source);
	if (raw) return raw[2] ?? null;
	const interpolated = source.startsWith('$');
	const inner = source.slice(interpolated ? 2 : 1, -1);
	if (interpolated && inner.includes('(')) return null;
	if (!source.startsWith('"', interpolated ? 1 : 0)) return inner;
	return inner.replace(/\\(?:u\{([\dA-Fa-f]+)\}|([\s\S]))/g, (_, point: string | undefined, letter: string) =>
		point ? codePoint(Number.parseInt(point, 16)) : (escapes[letter] ?? letter),
	);
}

export type Field = Span & {readonly name: string; readonly value: string | null; readonly cut: Span};

/** The fields of a record, `{A: "1", B: $x}`; the offsets are those of the text it stands in. */
export function nushellFields(text: string, record: Span): readonly Field[] {
	const cursor = new Cursor(text, record.start + 1);
	const fields: Field[] = [];
	while (cursor.at < record.end - 1) {
		if (cursor.take(/[\s,]+|#.*/y)) continue;
		const start = cursor.at;
		if (!skipNushell(cursor)) cursor.take(/[^\s:,}]+/y);
		const name = text.slice(start, cursor.at);
		if (!cursor.take(/\s*:\s*/y)) break;
		const from = cursor.at;
		let depth = 0;
		while (cursor.at < record.end - 1 && (depth > 0 || !/[\s,}]/.test(cursor.char))) {
			if (skipNushell(cursor)) continue;
			if (/[([{]/.test(cursor.char)) depth++;
			if (/[)\]}]/.test(cursor.char)) depth--;
			cursor.at++;
		}
		const end = cursor.at;
		fields.push({
			name: nushellText(name) ?? name,
			value: nushellText(text.slice(from, end)),
			start,
			end,
			cut: cutField(text, start, end, record),
		});
	}
	return fields;
}

/** The whole line where the field has one of its own, else the field and its comma. */
function cutField(text: string, start: number, end: number, record: Span): Span {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const after = /^[ \t]*,?[ \t]*\r?\n/.exec(text.slice(end, end + 200))?.[0];
	if (after && lineStart > record.start && text.slice(lineStart, start).trim() === '') return {start: lineStart, end: end + after.length};
	const comma = /^[ \t]*,?[ \t]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
	return {start, end: end + comma.length};
}

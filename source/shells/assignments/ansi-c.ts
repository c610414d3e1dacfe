import type {Cursor} from './cursor.ts';

const simple: Readonly<Record<string, string>> = {
	a: '\u0007',
	b: '\b',
	e: '\u001B',
	E: '\u001B',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
	'\\': '\\',
	"'": "'",
	'"': '"',
	'?': '?',
};

/** The inside of `$'…'`, the cursor behind `$'`; leaves it behind the closing quote. */
export function readAnsiC(cursor: Cursor): string {
	let text = '';
	let bytes: number[] = [];
	const flush = (): void => {
		if (bytes.length > 0) text += new TextDecoder().decode(Uint8Array.from(bytes));
		bytes = [];
	};
	while (!cursor.done && cursor.char !== "'") {
		if (cursor.char !== '\\') {
			flush();
			text += cursor.char;
			cursor.at++;
			continue;
		}
		cursor.at++;
		const byte = cursor.take(/x[\dA-Fa-f]{1,2}|[0-7]{1,3}/y);
		if (byte) {
			// Bytes of one character come one escape at a time: \303\251.
			bytes.push((byte.startsWith('x') ? Number.parseInt(byte.slice(1), 16) : Number.parseInt(byte, 8)) & 0xff);
			continue;
		}
		flush();
		text += readEscape(cursor);
	}
	flush();
	cursor.at++;
	return text;
}

function readEscape(cursor: Cursor): string {
	const point = cursor.take(/u[\dA-Fa-f]{1,4}|U[\dA-Fa-f]{1,8}/y);
	if (point) return codePoint(Number.parseInt(point.slice(1), 16));
	const control = cursor.take(/c[\s\S]/y);
	if (control) return String.fromCharCode(control.charCodeAt(1) & 0x1f);
	const {char} = cursor;
	cursor.at++;
	return simple[char] ?? `\\${char}`;
}

export function codePoint(number: number): string {
	return number <= 0x10ffff ? String.fromCodePoint(number) : '\uFFFD';
}

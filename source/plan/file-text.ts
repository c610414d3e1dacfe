/** A file as text that turns back into the very same bytes. */
export type FileText = {readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'latin-1'};

/**
 * Old startup files hold comments in one-byte encodings. Every byte is then one character, so that editing around them keeps them.
 * The byte order mark stays in the text.
 */
export function readText(bytes: Uint8Array): FileText {
	const wide = readWide(bytes);
	if (wide !== null) return {text: wide, encoding: 'utf-16'};
	try {
		return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes), encoding: 'utf-8'};
	} catch {
		return {text: Buffer.from(bytes).toString('latin1'), encoding: 'latin-1'};
	}
}

/** Null where the text holds a character that this encoding cannot write. UTF-16 that has lost its mark is UTF-8 from then on. */
export function writeText({text, encoding}: FileText): Uint8Array | null {
	if (encoding === 'utf-16' && text.startsWith(mark)) return new Uint8Array(Buffer.from(text, 'utf16le'));
	if (encoding !== 'latin-1') return new TextEncoder().encode(text);
	return /^[\u0000-\u00FF]*$/.test(text) ? new Uint8Array(Buffer.from(text, 'latin1')) : null;
}

/** Does the new text hold more characters beyond ASCII? In an unknown one-byte encoding we would write them wrongly. */
export function addsForeign(old: string, now: string): boolean {
	const foreign = (text: string) => text.replace(/[\u0000-\u007F]+/g, '').length;
	return foreign(now) > foreign(old);
}

const mark = '\uFEFF';

/**
 * What PowerShell and Notepad write as "Unicode". Claude Code reads it where the mark says little-endian, and nothing else of it
 * (measured on 2.0.77, 2.1.100, 2.1.197 and 2.1.329); JSON begins with a character of ASCII, so the others are told by their zeros.
 * All of them have the mark in the text, and whatever is written of them has it too.
 */
function readWide(bytes: Uint8Array): string | null {
	const [first, second, third, fourth] = bytes;
	const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const isBig = isMarked ? first === 0xfe : first === 0 && third === 0 && second !== 0 && fourth !== 0;
	const isLittle = isMarked ? !isBig : first !== 0 && third !== 0 && second === 0 && fourth === 0;
	if (bytes.length < 4 || bytes.length % 2 !== 0 || (!isBig && !isLittle)) return null;
	try {
		const text = new TextDecoder(isBig ? 'utf-16be' : 'utf-16le', {fatal: true, ignoreBOM: true}).decode(bytes);
		return text.startsWith(mark) ? text : mark + text;
	} catch {
		return null;
	}
}

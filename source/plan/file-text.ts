/** A file as text that turns back into the very same bytes. */
export type FileText = {readonly text: string; readonly encoding: 'utf-8' | 'latin-1'};

/**
 * Old startup files hold comments in one-byte encodings. Every byte is then one character, so that editing around them keeps them.
 * The byte order mark stays in the text.
 */
export function readText(bytes: Uint8Array): FileText {
	try {
		return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes), encoding: 'utf-8'};
	} catch {
		return {text: Buffer.from(bytes).toString('latin1'), encoding: 'latin-1'};
	}
}

/** Null where the text holds a character that this encoding cannot write. */
export function writeText({text, encoding}: FileText): Uint8Array | null {
	if (encoding === 'utf-8') return new TextEncoder().encode(text);
	return /^[\u0000-\u00FF]*$/.test(text) ? new Uint8Array(Buffer.from(text, 'latin1')) : null;
}

/** Does the new text hold more characters beyond ASCII? In an unknown one-byte encoding we would write them wrongly. */
export function addsForeign(old: string, now: string): boolean {
	const foreign = (text: string) => text.replace(/[\u0000-\u007F]+/g, '').length;
	return foreign(now) > foreign(old);
}

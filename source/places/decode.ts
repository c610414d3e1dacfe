import type {Trouble} from './fact.ts';

export type Decoded = {readonly text: string; readonly troubles: readonly Trouble[]};

/**
 * Bytes as Claude Code reads them, measured on 2.0.77, 2.1.100 and 2.1.329: one byte order mark is dropped, UTF-16 is read when it is
 * little-endian with its mark, and a byte that is no UTF-8 becomes U+FFFD and does not make the file invalid.
 */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return {text: new TextDecoder('utf-16le').decode(bytes), troubles: [{kind: 'byte-order-mark'}, {kind: 'not-utf8', offset: 0}]};
	}
	return decodeUtf8(bytes);
}

/** As Claude Code reads `.claude.json`: there UTF-16 is no JSON to it, marked or not (measured on 2.0.77, 2.1.100, 2.1.197 and 2.1.329). */
export function decodeUtf8(bytes: Uint8Array): Decoded {
	const troubles: Trouble[] = [];
	let text = decodeStrictly(bytes);
	if (text === null) {
		troubles.push({kind: 'not-utf8', offset: firstBadByte(bytes)});
		text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
	}
	if (!text.startsWith('\uFEFF')) return {text, troubles};
	return {text: text.slice(1), troubles: [{kind: 'byte-order-mark'}, ...troubles]};
}

function decodeStrictly(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return null;
	}
}

/** Where the first sequence begins that is no UTF-8: after the longest beginning that decodes. */
function firstBadByte(bytes: Uint8Array): number {
	let good = 0;
	let bad = bytes.length + 1;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (beginsWell(bytes.subarray(0, middle))) good = middle;
		else bad = middle;
	}
	// The longest beginning may end inside a sequence, which has at most four bytes.
	while (decodeStrictly(bytes.subarray(0, good)) === null) good--;
	return good;
}

/** Also where the last character is cut off: more bytes could make it whole. */
function beginsWell(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes, {stream: true});
		return true;
	} catch {
		return false;
	}
}

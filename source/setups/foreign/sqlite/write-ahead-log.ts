import {Refusal} from './refusal.ts';

/** What the last commit in a write-ahead log says: the pages that it replaces, by number, and how many pages there are then. */
export type Committed = {readonly pages: ReadonlyMap<number, Uint8Array>; readonly pageCount: number | null};

const none: Committed = {pages: new Map(), pageCount: null};
const headerSize = 32;
const frameHeaderSize = 24;

/**
 * The file beside a database that is open in a program, or was when that program died (sqlite.org/fileformat2.html, 4): frames count as
 * far as the chain of their checksums holds, and of these the ones up to the last commit. A header that does not hold has none.
 */
export function committedPages(log: Uint8Array, pageSize: number): Committed {
	if (log.length < headerSize) return none;
	const bytes = new DataView(log.buffer, log.byteOffset, log.byteLength);
	const magic = bytes.getUint32(0);
	if (magic !== 0x377f0682 && magic !== 0x377f0683) return none;
	const order = magic === 0x377f0683 ? 'big' : 'little';
	let sum = checksum(bytes, 0, 24, [0, 0], order);
	if (!isAt(bytes, 24, sum)) return none;
	if (bytes.getUint32(4) !== 3_007_000) throw new Refusal('has a write-ahead log of a form that is not known here');
	if (bytes.getUint32(8) !== pageSize) throw new Refusal('has a write-ahead log that is not its own');
	const pages = new Map<number, Uint8Array>();
	let pending: (readonly [number, Uint8Array])[] = [];
	let pageCount: number | null = null;
	for (let at = headerSize; at + frameHeaderSize + pageSize <= log.length; at += frameHeaderSize + pageSize) {
		// Frames of an earlier round carry other salts.
		if (bytes.getUint32(at + 8) !== bytes.getUint32(16) || bytes.getUint32(at + 12) !== bytes.getUint32(20)) break;
		sum = checksum(bytes, at, 8, sum, order);
		sum = checksum(bytes, at + frameHeaderSize, pageSize, sum, order);
		if (!isAt(bytes, at + 16, sum)) break;
		pending.push([bytes.getUint32(at), log.subarray(at + frameHeaderSize, at + frameHeaderSize + pageSize)]);
		const sizeAfter = bytes.getUint32(at + 4);
		if (sizeAfter === 0) continue;
		for (const [number, page] of pending) pages.set(number, page);
		pending = [];
		pageCount = sizeAfter;
	}
	return {pages, pageCount};
}

type Sum = readonly [number, number];

function checksum(bytes: DataView, from: number, length: number, [first, second]: Sum, order: 'big' | 'little'): Sum {
	let [s0, s1] = [first, second];
	for (let at = from; at < from + length; at += 8) {
		s0 = (s0 + bytes.getUint32(at, order === 'little') + s1) >>> 0;
		s1 = (s1 + bytes.getUint32(at + 4, order === 'little') + s0) >>> 0;
	}
	return [s0, s1];
}

/** Sums are stored with the high byte first, in either order. */
function isAt(bytes: DataView, at: number, [s0, s1]: Sum): boolean {
	return bytes.getUint32(at) === s0 && bytes.getUint32(at + 4) === s1;
}

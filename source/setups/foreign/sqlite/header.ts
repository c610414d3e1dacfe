import {Refusal} from './refusal.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The first 100 bytes of a database (sqlite.org/fileformat2.html, 1.3), as far as a reader needs them. */
export type Header = {
	readonly pageSize: number;
	/** What a page holds without the bytes that extensions reserve at its end. */
	readonly usable: number;
	readonly encoding: Encoding;
};

const magic = 'SQLite format 3\0';
const encodings: readonly Encoding[] = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'];

export function readHeader(file: Uint8Array): Header {
	if (file.length < 100 || new TextDecoder('latin1').decode(file.subarray(0, 16)) !== magic) throw new Refusal('is no SQLite database');
	const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const pageSize = pageSizeFrom(bytes.getUint16(16));
	const usable = pageSize - bytes.getUint8(20);
	const encoding = encodings[bytes.getUint32(56)];
	// 1 is the journal, 2 the write-ahead log; whoever wrote more than that has a form that nobody knew in 2026.
	const known = bytes.getUint8(19) <= 2 && bytes.getUint8(21) === 64 && bytes.getUint8(22) === 32 && bytes.getUint8(23) === 32;
	if (!known || usable < 480 || encoding === undefined) throw new Refusal('is an SQLite database of a form that is not known here');
	return {pageSize, usable, encoding};
}

/** 65536 does not fit into the two bytes, and stands there as 1. */
function pageSizeFrom(stored: number): number {
	const bytes = stored === 1 ? 65536 : stored;
	if (bytes < 512 || (bytes & (bytes - 1)) !== 0) throw new Refusal('is an SQLite database of a form that is not known here');
	return bytes;
}

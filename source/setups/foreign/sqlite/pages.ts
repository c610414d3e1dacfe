import type {Header} from './header.ts';
import {readHeader} from './header.ts';
import {damaged, Refusal} from './refusal.ts';
import {committedPages} from './write-ahead-log.ts';

/** A database as it lies on disk, with the two files that a program leaves beside it while it writes, where they are there. */
export type DatabaseFiles = {readonly file: Uint8Array; readonly log: Uint8Array | null; readonly journal: Uint8Array | null};

export type Pages = {
	readonly header: Header;
	/** By its number, counted from 1. */
	readonly page: (number: number) => DataView;
	/** Of all pages: no table can hold more. */
	readonly bytes: number;
};

/** The pages as the last commit left them. */
export function openPages({file, log, journal}: DatabaseFiles): Pages {
	// Its writer was killed, or writes now: what the journal says has to be put back first, which is for its own program to do.
	if (journal !== null && isHot(journal))
		throw new Refusal('is being written to. Quit the program that it belongs to, start it once more, and try again');
	const {pageSize} = readHeader(file);
	const committed = log === null ? null : committedPages(log, pageSize);
	const first = committed?.pages.get(1) ?? file;
	const header = readHeader(first);
	if (header.pageSize !== pageSize) throw damaged();
	const count = committed?.pageCount ?? Math.floor(file.length / pageSize);
	return {
		header,
		bytes: count * pageSize,
		page: number => {
			const newer = committed?.pages.get(number);
			if (number < 1 || number > count) throw damaged();
			if (newer !== undefined) return new DataView(newer.buffer, newer.byteOffset, pageSize);
			if (number * pageSize > file.length) throw damaged();
			return new DataView(file.buffer, file.byteOffset + (number - 1) * pageSize, pageSize);
		},
	};
}

/** A journal that was finished with is empty, gone, or begins with zeros. */
function isHot(journal: Uint8Array): boolean {
	const magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
	return journal.length >= 28 && magic.every((byte, at) => journal[at] === byte);
}

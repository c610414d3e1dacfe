import type {Files, Reading} from '../machine/machine.ts';
import {same} from '../plan/carry.ts';
import type {DatabaseFiles} from '../setups/foreign/sqlite/pages.ts';

/** What is kept there beside setups (cc-switch counts every request) makes them large, and nobody wants to wait for more. */
const most = 128 * 1024 * 1024;

/** Null where there is none; a text says why it is not read. A log that changed meanwhile may be of another round than the file. */
export function databaseFiles(path: string, files: Files): DatabaseFiles | string | null {
	const read = (ending: string) => files.read(`${path}${ending}`, most);
	const before = read('-wal');
	const file = read('');
	const journal = read('-journal');
	const log = read('-wal');
	if (file.state === 'absent') return null;
	for (const one of [file, journal, log]) if (one.state === 'unreadable') return `cannot be read: ${one.message}`;
	if (!same(bytesOf(before), bytesOf(log))) return 'is being written to. Try again when the program that it belongs to has come to rest';
	return {file: bytesOf(file) ?? new Uint8Array(), journal: bytesOf(journal), log: bytesOf(log)};
}

function bytesOf(reading: Reading): Uint8Array | null {
	return reading.state === 'bytes' ? reading.bytes : null;
}

import type {Machine, Reading} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import {type Foreign, type ForeignReading, nothingBut, type Source} from '../../setups/foreign/foreign.ts';
import type {DatabaseFiles} from '../../setups/foreign/sqlite/pages.ts';
import {readTables} from '../../setups/foreign/sqlite/read-tables.ts';

export type ForeignFile = {readonly path: string; readonly said: ForeignReading};

type Room = Pick<Machine, 'files' | 'environment' | 'clock'>;

/** What is kept there beside setups (cc-switch counts every request) makes them large, and nobody wants to wait for more. */
const mostOfDatabase = 128 * 1024 * 1024;

/** What another program says, file by file, in the form of the latest version that has left one here. */
export function readForeign({sources}: Foreign, room: Room): readonly ForeignFile[] {
	for (const source of sources) {
		const read = source.files.flatMap(pattern => pathsOf(pattern, room)).flatMap(path => readSource(source, path, room));
		if (read.length > 0) return read;
	}
	return [];
}

function readSource(source: Source, path: string, {files, environment, clock}: Room): readonly ForeignFile[] {
	switch (source.kind) {
		case 'texts': {
			const reading = files.read(path);
			if (reading.state === 'absent') return [];
			if (reading.state === 'unreadable') return [{path, said: nothingBut(`cannot be read: ${reading.message}`)}];
			return [{path, said: source.read(new TextDecoder().decode(reading.bytes), pathOf(environment).basename(path))}];
		}
		case 'database': {
			const reading = databaseAt(path, files);
			if (reading === null) return [];
			if (typeof reading === 'string') return [{path, said: nothingBut(reading)}];
			const read = readTables(reading, source.tables);
			return [{path, said: read.state === 'read' ? source.read(read.tables, clock.now()) : nothingBut(read.why)}];
		}
	}
}

/** Null where there is none; a text says why it is not read. A log that changed meanwhile may be of another round than the file. */
function databaseAt(path: string, files: Machine['files']): DatabaseFiles | string | null {
	const read = (ending: string) => files.read(`${path}${ending}`, mostOfDatabase);
	const before = read('-wal');
	const file = read('');
	const journal = read('-journal');
	const log = read('-wal');
	if (file.state === 'absent') return null;
	for (const one of [file, journal, log]) if (one.state === 'unreadable') return `cannot be read: ${one.message}`;
	if (!isSame(before, log)) return 'is being written to. Try again when the program that it belongs to has come to rest';
	return {file: bytesOf(file) ?? new Uint8Array(), journal: bytesOf(journal), log: bytesOf(log)};
}

function bytesOf(reading: Reading): Uint8Array | null {
	return reading.state === 'bytes' ? reading.bytes : null;
}

function isSame(one: Reading, other: Reading): boolean {
	const [before, after] = [bytesOf(one), bytesOf(other)];
	if (before === null || after === null) return before === after;
	return before.length === after.length && before.every((byte, at) => byte === after[at]);
}

function pathsOf(pattern: string, {files, environment}: Room): readonly string[] {
	const {join, dirname, basename} = pathOf(environment);
	const whole = join(environment.home, ...pattern.split('/'));
	if (!pattern.includes('*')) return [whole];
	const [before = '', after = ''] = basename(whole).split('*');
	const names = (files.list(dirname(whole)) ?? []).filter(
		name => name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length,
	);
	return names.toSorted().map(name => join(dirname(whole), name));
}

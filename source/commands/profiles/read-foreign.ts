import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import {type Foreign, type ForeignReading, nothingBut, type Source} from '../../setups/foreign/foreign.ts';
import {readTables} from '../../setups/foreign/sqlite/read-tables.ts';
import {databaseFiles} from '../database-files.ts';

export type ForeignFile = {readonly path: string; readonly said: ForeignReading};

type Room = Pick<Machine, 'files' | 'environment' | 'clock'>;

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
			const reading = databaseFiles(path, files);
			if (reading === null) return [];
			if (typeof reading === 'string') return [{path, said: nothingBut(reading)}];
			const read = readTables(reading, source.tables);
			return [{path, said: read.state === 'read' ? source.read(read.tables, clock.now()) : nothingBut(read.why)}];
		}
	}
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

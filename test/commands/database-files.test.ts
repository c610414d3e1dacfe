import {describe, expect, it} from 'vitest';
import {databaseFiles} from '../../source/commands/database-files.ts';
import type {Files, Reading} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';

const machine = (files: Record<string, string | {device: true}>) => pretend({files}).files;

describe('databaseFiles', () => {
	it('gives the file, and what lies beside it', () => {
		const read = databaseFiles('/a.db', machine({'/a.db': 'file', '/a.db-wal': 'log', '/a.db-journal': 'journal'}));
		const text = (bytes: Uint8Array | null | undefined) => (bytes ? new TextDecoder().decode(bytes) : null);
		if (read === null || typeof read === 'string') throw new Error('it is there');
		expect([text(read.file), text(read.log), text(read.journal)]).toEqual(['file', 'log', 'journal']);
		expect(databaseFiles('/a.db', machine({'/a.db': 'file'}))).toMatchObject({log: null, journal: null});
		expect(databaseFiles('/a.db', machine({'/a.db-wal': 'log'}))).toBeNull();
	});

	it.each(['/a.db', '/a.db-wal', '/a.db-journal'])('says that %s cannot be read', file => {
		expect(databaseFiles('/a.db', machine({'/a.db': 'file', [file]: {device: true}}))).toMatch(/^cannot be read: /);
	});

	it('takes no log that changed while the file was read, for it may be of another round', () => {
		const still = machine({'/a.db': 'file', '/a.db-wal': 'log'});
		const changing = (next: Reading): Files => {
			let asked = 0;
			return {
				...still,
				read(path, limit) {
					if (path.endsWith('-wal')) asked += 1;
					return path.endsWith('-wal') && asked === 2 ? next : still.read(path, limit);
				},
			};
		};
		const other = machine({'/b': 'log and more'}).read('/b');
		for (const next of [other, machine({'/b': 'lag'}).read('/b'), still.read('/nothing')])
			expect(databaseFiles('/a.db', changing(next))).toMatch(/^is being written to/);
		expect(databaseFiles('/a.db', changing(still.read('/a.db-wal')))).toMatchObject({journal: null});
	});
});

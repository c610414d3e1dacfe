import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {columnsOf} from '../../../source/setups/foreign/sqlite/columns.ts';
import type {DatabaseFiles} from '../../../source/setups/foreign/sqlite/pages.ts';
import {readTables} from '../../../source/setups/foreign/sqlite/read-tables.ts';

const at = (name: string) => new URL(`../../fixtures/databases/${name}`, import.meta.url);
const files = (name: string): DatabaseFiles => {
	const log = at(`${name}-wal`);
	return {file: readFileSync(at(name)), log: existsSync(log) ? readFileSync(log) : null, journal: null};
};
const rowsOf = (given: DatabaseFiles, table: string) => {
	const read = readTables(given, [table]);
	if (read.state === 'refused') throw new Error(read.why);
	return read.tables[table];
};
const gateway = files('claude-code-router.sqlite');

describe('readTables', () => {
	it.each(['utf-8', 'utf-16le', 'utf-16be'])('reads every value of a database in %s, over many pages', encoding => {
		const rows = rowsOf(files(`values-${encoding}.db`), 'many') ?? [];
		expect(rows).toHaveLength(318);
		for (let n = 0; n < 300; n += 1)
			expect(rows[n]).toEqual({id: n * 7 - 100, 'a "name"': `schlüssel 🔑 ${'x'.repeat(n % 9)}`, b: null, c: n / 3, d: n});
		expect(rows.slice(300, 317).map(({d}) => d)).toEqual([
			...[0, 1, -1, 127, -128, 128, 32767, -32769, 8388607, -8388609, 2147483647, -2147483649],
			...[2 ** 47, -(2 ** 47) - 1, 2 ** 53 - 1, 2n ** 62n, -(2n ** 63n)],
		]);
		const bytes = Array.from({length: 1280}, (_, index) => index % 256);
		expect(rows[317]).toEqual({id: 20000, 'a "name"': 'long '.repeat(700), b: new Uint8Array(bytes), c: 1e300, d: ''});
	});

	it('leaves a column out that was added after the row, and knows a table by any case', () => {
		const rows = rowsOf(files('cc-switch.db'), 'providers') ?? [];
		expect(rows.map(({id, in_failover_queue: queue}) => [id, queue])).toEqual(
			['late', 'kimi', 'official', 'codex', 'chat'].map(id => [id, undefined]),
		);
		expect(String(rows[1]?.['settings_config']).length).toBeGreaterThan(5000);
		expect(rowsOf(files('cc-switch.db'), 'nothing')).toBeNull();
	});

	it('applies what was committed to the log of a program that was killed', () => {
		expect(rowsOf(gateway, 'app_config')?.map(({value_json: text}) => JSON.parse(String(text)).gateway.port)).toEqual([4571]);
		expect(rowsOf(gateway, 'api_keys')?.map(({id}) => id)).toEqual(['key-1', 'profile:default-claude-code']);
		// In the file itself there is nothing yet.
		expect(rowsOf({...gateway, log: null}, 'app_config')).toBeNull();
	});

	it('counts no frame of the log beyond the last commit, nor after the first whose sum is wrong', () => {
		const log = new Uint8Array(gateway.log ?? []);
		const frame = 24 + 1024;
		const commits = Array.from({length: (log.length - 32) / frame}, (_, index) => 32 + index * frame).filter(
			start => new DataView(log.buffer).getUint32(start + 4) > 0,
		);
		const [last = 0, before = 0] = commits.toReversed();
		const without = rowsOf({...gateway, log: log.slice(0, last)}, 'api_keys');
		expect(without?.map(({id}) => id)).toEqual(['key-1']);
		const flipped = log.slice();
		flipped[before + 30] = (flipped[before + 30] ?? 0) ^ 1;
		expect(rowsOf({...gateway, log: flipped}, 'api_keys')).toEqual([]);
		const salted = log.slice();
		salted[20] = (salted[20] ?? 0) ^ 1;
		expect(rowsOf({...gateway, log: salted}, 'app_config')).toBeNull();
	});

	it.each<[string, DatabaseFiles, RegExp]>([
		['no database', {file: new TextEncoder().encode('SQLite format 3'), log: null, journal: null}, /^is no SQLite database$/],
		['an empty file', {file: new Uint8Array(), log: null, journal: null}, /^is no SQLite database$/],
		['half of one', {...files('cc-switch.db'), file: files('cc-switch.db').file.slice(0, 5000)}, /^is a damaged database$/],
		[
			'one that is being written to',
			{...files('cc-switch.db'), journal: new Uint8Array([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, ...new Uint8Array(504)])},
			/^is being written to/,
		],
		[
			'the log of another',
			{...files('cc-switch.db'), file: files('values-utf-8.db').file, log: gateway.log},
			/^has a write-ahead log that is not its own$/,
		],
	])('refuses %s', (_, given, why) => {
		expect(readTables(given, ['providers', 'many'])).toEqual({state: 'refused', why: expect.stringMatching(why)});
	});

	it('reads on where a journal was finished with', () => {
		expect(rowsOf({...files('cc-switch.db'), journal: new Uint8Array(512)}, 'providers')).toHaveLength(5);
	});

	it('ends in rows or in a refusal, whatever became of the bytes', () => {
		const wounded = [files('cc-switch.db'), files('values-utf-16le.db'), gateway];
		const wound = fc.record({
			of: fc.integer({min: 0, max: 2}),
			log: fc.boolean(),
			cut: fc.option(fc.double({min: 0, max: 1, noNaN: true}), {freq: 8}),
		});
		const byte = fc.record({
			where: fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true}),
			to: fc.integer({min: 0, max: 255}),
			head: fc.boolean(),
		});
		let refused = 0;
		fc.assert(
			fc.property(wound, fc.array(byte, {minLength: 1, maxLength: 12}), ({of, log, cut}, bytes) => {
				const whole = wounded[of] ?? gateway;
				const harm = (text: Uint8Array) => {
					const copy = text.slice(0, cut === null ? text.length : Math.floor(cut * text.length));
					// The heads of pages are where a circle or a crowd begins.
					for (const {where, to, head} of bytes) copy[Math.floor(where * (head ? Math.min(512, copy.length) : copy.length))] = to;
					return copy;
				};
				const given = log && whole.log !== null ? {...whole, log: harm(whole.log)} : {...whole, file: harm(whole.file)};
				const read = readTables(given, ['providers', 'many', 'app_config', 'api_keys']);
				if (read.state === 'refused') refused += 1;
			}),
			{numRuns: 3000},
		);
		expect(refused).toBeGreaterThan(300);
	});

	it('goes no circle: a page above that leads to itself, and a text that goes on in its own page', () => {
		const file = files('values-utf-8.db').file.slice();
		const view = new DataView(file.buffer);
		const pages = Array.from({length: file.length / 512}, (_, index) => index * 512);
		const above = pages.find(start => start > 0 && file[start] === 5) ?? 0;
		view.setUint32(above + 8, above / 512 + 1);
		expect(readTables({file, log: null, journal: null}, ['many'])).toEqual({state: 'refused', why: 'is a damaged database'});
		const long = files('values-utf-8.db').file.slice();
		const chained = pages.find(start => new TextDecoder().decode(long.subarray(start + 4, start + 9)).includes('long')) ?? 0;
		expect(chained).toBeGreaterThan(0);
		new DataView(long.buffer).setUint32(chained, chained / 512 + 1);
		expect(readTables({file: long, log: null, journal: null}, ['many'])).toEqual({state: 'refused', why: 'is a damaged database'});
	});

	it('copies no row of one page over and over: what all rows hold fits into the file', () => {
		const size = 65_536;
		const file = new Uint8Array(2 * size);
		const view = new DataView(file.buffer);
		file.set(files('cc-switch.db').file.subarray(0, 100));
		view.setUint16(16, 1);
		const sql = 'CREATE TABLE big (a)';
		const record = [6, 23, 19, 19, 1, 13 + 2 * sql.length, ...new TextEncoder().encode('tablebigbig'), 2, ...new TextEncoder().encode(sql)];
		file.set([record.length, 1, ...record], 1000);
		file[100] = 13;
		view.setUint16(103, 1);
		view.setUint16(108, 1000);
		// One cell of 5000 bytes (a payload of 0xa7 0x08), and thirty thousand pointers to it.
		const second = new DataView(file.buffer, size);
		file.set([0xa7, 0x08, 1, 3, 0xce, 0x0c], size + 60_200);
		file[size] = 13;
		const pointTo = (count: number) => {
			second.setUint16(3, count);
			for (let index = 0; index < count; index += 1) second.setUint16(8 + 2 * index, 60_200);
			return readTables({file, log: null, journal: null}, ['big']);
		};
		expect(pointTo(3)).toMatchObject({state: 'read', tables: {big: {length: 3}}});
		expect(pointTo(30_000)).toEqual({state: 'refused', why: 'is a damaged database'});
	});
});

describe('columnsOf', () => {
	it.each<[string, readonly string[], string | null]>([
		['CREATE TABLE t (a, b TEXT)', ['a', 'b'], null],
		['CREATE TABLE t(Id INTEGER PRIMARY KEY AUTOINCREMENT, "b,c" INT)', ['id', 'b,c'], 'id'],
		['CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a))', ['a', 'b'], 'a'],
		['CREATE TABLE t (a INT PRIMARY KEY, b INTEGER PRIMARY KEY DESC)', ['a', 'b'], null],
		['CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a, b))', ['a', 'b'], null],
		['CREATE TABLE t (a DECIMAL(10,2) DEFAULT (1,2), [b c] /* , x */, `d``e` -- , y\n, UNIQUE (a))', ['a', 'b c', 'd`e'], null],
		["CREATE TABLE t (a CHECK (a <> ')'), b, CONSTRAINT c FOREIGN KEY (a) REFERENCES u (v), d)", ['a', 'b', 'd'], null],
	])('of %s', (sql, names, rowid) => {
		expect(columnsOf(sql)).toEqual({names, rowid});
	});

	it.each([
		'CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID',
		'CREATE TABLE t (a, b AS (a + 1))',
		'CREATE TABLE t (a',
		'x',
		`CREATE TABLE t (${'['.repeat(60_000)}`,
	])('refuses %.60s', sql => {
		expect(() => columnsOf(sql)).toThrow('in a form that is not known here');
	});
});

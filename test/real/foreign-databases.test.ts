import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {readTables} from '../../source/setups/foreign/sqlite/read-tables.ts';
import {needing} from '../helpers/needing.ts';

const python = '/usr/bin/python3';
const runs = (program: string, ...args: readonly string[]) =>
	spawnSync(python, ['-I', '-c', program, ...args], {encoding: 'utf8', env: {}, maxBuffer: 2 ** 28});

/**
 * Makes databases with the real SQLite, each by a seed: page size, encoding, vacuum, journal, rows of all lengths, some deleted and some
 * written over. It ends without closing them, so that a write-ahead log stays hot, and says what SQLite itself then reads.
 */
const make = `
import json, os, random, sqlite3, sys
folder, count, open_still = sys.argv[1], int(sys.argv[2]), []
for seed in range(count):
    draw = random.Random(seed)
    path = os.path.join(folder, f"{seed}.db")
    base = sqlite3.connect(path, isolation_level=None)
    open_still.append(base)
    wal = draw.random() < 0.5
    for pragma in (
        f"page_size = {draw.choice([512, 1024, 4096, 65536])}",
        f"encoding = '{draw.choice(['UTF-8', 'UTF-16le', 'UTF-16be'])}'",
        f"auto_vacuum = {draw.choice(['NONE', 'FULL', 'INCREMENTAL'])}",
        f"journal_mode = {'WAL' if wal else draw.choice(['DELETE', 'PERSIST', 'TRUNCATE'])}",
        f"wal_autocheckpoint = {draw.choice([0, 3, 1000])}",
        "synchronous = OFF",
    ):
        base.execute("PRAGMA " + pragma)
    key = draw.choice(["id INTEGER PRIMARY KEY", "id INTEGER", "id TEXT PRIMARY KEY"])
    base.execute(f"CREATE TABLE other (x)")
    base.execute(f"CREATE TABLE kept ({key}, 'a b' TEXT DEFAULT ')', [c] BLOB)")
    base.execute("CREATE INDEX by_text ON kept ('a b')")
    def value():
        length = draw.choice([0, 3, 40, 500, 5000, 70000 if draw.random() < 0.05 else 9])
        return draw.choice([None, draw.randint(-2**40, 2**40), draw.random(), "é🔑x" * (length // 3), draw.randbytes(length)])
    for step in range(draw.randint(1, 6)):
        base.execute("BEGIN")
        for n in range(draw.choice([1, 30, 300])):
            base.execute("INSERT OR REPLACE INTO kept (id, 'a b', c) VALUES (?, ?, ?)", (draw.randint(-10**6, 10**6), value(), value()))
            base.execute("INSERT INTO other VALUES (?)", (value(),))
        if draw.random() < 0.5:
            base.execute("DELETE FROM kept WHERE rowid % 3 = 0")
        base.execute("COMMIT" if draw.random() < 0.85 else "ROLLBACK")
        if step == 1:
            base.execute("ALTER TABLE kept ADD COLUMN later INTEGER")
        if draw.random() < 0.2:
            base.execute("PRAGMA wal_checkpoint(RESTART)")
    def plain(value):
        if isinstance(value, bytes):
            return {"bytes": value.hex()}
        return {"real": value.hex()} if isinstance(value, float) else {"whole": str(value)} if isinstance(value, int) else value
    rows = base.execute("SELECT * FROM kept ORDER BY rowid").fetchall()
    print(json.dumps([[plain(value) for value in row] for row in rows]))
sys.stdout.flush()
os._exit(0)
`;

const plain = (value: unknown): unknown => {
	if (value instanceof Uint8Array) return {bytes: Buffer.from(value).toString('hex')};
	if (typeof value === 'bigint') return {whole: String(value)};
	return value;
};
/** Python says of each number which kind it is; here both are one. */
const theirs = (value: unknown): unknown => {
	if (typeof value !== 'object' || value === null) return value;
	if ('whole' in value) return Number(value.whole);
	return 'real' in value ? fromHex(String(value.real)) : value;
};
const fromHex = (text: string): number => {
	const [, sign = '', whole = '0', part = '', power = '0'] = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text) ?? [];
	const size = (Number(whole) + (part === '' ? 0 : Number(BigInt(`0x${part}`)) / 16 ** part.length)) * 2 ** Number(power);
	return sign === '-' ? -size : size;
};

describe('databases that the real SQLite made', () => {
	needing(runs('import sqlite3').status === 0, 'python3 with its sqlite3 is not installed');
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'wizard-databases-'));
	});
	afterEach(() => rmSync(folder, {recursive: true, force: true}));

	it('are read as it reads them, with the log of a program that was killed', () => {
		const count = 40;
		const said = runs(make, folder, String(count));
		expect([said.status, said.stderr]).toEqual([0, '']);
		let logs = 0;
		for (const [seed, line] of said.stdout.trim().split('\n').entries()) {
			const beside = (ending: string) => {
				const file = path.join(folder, `${seed}.db${ending}`);
				return existsSync(file) ? readFileSync(file) : null;
			};
			const log = beside('-wal');
			if (log !== null && log.length > 0) logs += 1;
			const read = readTables({file: beside('') ?? new Uint8Array(), log, journal: beside('-journal')}, ['kept']);
			if (read.state === 'refused') throw new Error(`${seed}: ${read.why}`);
			const ours = read.tables['kept']?.map(row => ['id', 'a b', 'c', 'later'].map(name => plain(row[name] ?? null)));
			const expected = JSON.parse(line).map((row: unknown[]) => [0, 1, 2, 3].map(index => theirs(row[index] ?? null)));
			expect([seed, ours]).toEqual([seed, expected]);
		}
		expect(logs).toBeGreaterThan(10);
	});

	it('are refused while a transaction without a log is on its way', () => {
		const half = `
import os, sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("PRAGMA cache_size = 1")
base.execute("CREATE TABLE kept (id, a)")
base.execute("BEGIN")
for n in range(2000):
    base.execute("INSERT INTO kept VALUES (?, ?)", (n, "x" * 100))
os._exit(0)
`;
		const file = path.join(folder, 'half.db');
		expect(runs(half, file).status).toBe(0);
		const journal = readFileSync(`${file}-journal`);
		expect(readTables({file: readFileSync(file), log: null, journal}, ['kept'])).toEqual({
			state: 'refused',
			why: expect.stringContaining('is being written to'),
		});
	});
});

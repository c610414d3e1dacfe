import fs from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Replacement, Writing} from '../../source/machine/machine.ts';
import {realWriting} from '../../source/machine/real-writing.ts';
import {writeTemp} from '../../source/machine/temp-file.ts';
import {needing} from '../helpers/needing.ts';

let home = '';
let writing: Writing;
const bytes = (text: string) => new TextEncoder().encode(text);
const at = (name: string) => path.join(home, name);

beforeEach(() => {
	home = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'wizard-real-writing-')));
	writing = realWriting({state: at('.state')});
});
afterEach(() => {
	vi.restoreAllMocks();
	fs.rmSync(home, {recursive: true, force: true});
});

function wish(
	name: string,
	before: Uint8Array | string | null,
	after: Uint8Array | string | null,
	more: Partial<Replacement> = {},
): Replacement {
	const value = (content: Uint8Array | string | null) => (typeof content === 'string' ? bytes(content) : content);
	return {path: at(name), before: value(before), after: value(after), mode: null, owner: null, secret: false, lock: 'ours', ...more};
}

describe('the real writer', () => {
	needing(process.platform !== 'win32', 'Windows has no modes');

	it('leaves no lock, no temp and, where it refused, no folder', () => {
		fs.writeFileSync(at('a'), 'old');
		writing.replace(wish('a', 'old', 'new'));
		writing.replace(wish('a', 'old', 'newer'));
		writing.replace(wish('b/c/d', 'not there', 'new'));
		expect(fs.readdirSync(home).sort()).toEqual(['.state', 'a']);
		expect(fs.readdirSync(at('.state/locks'))).toEqual([]);
	});

	it('makes missing folders closed to others, and names them', () => {
		expect(writing.replace(wish('x/y/file', null, 'new'))).toMatchObject({state: 'written', folders: [at('x'), at('x/y')]});
		expect([fs.statSync(at('x')).mode & 0o777, fs.statSync(at('x/y/file')).mode & 0o777]).toEqual([0o700, 0o644]);
		expect(writing.removeFolder(at('x'))).toBe(false);
		fs.rmSync(at('x/y/file'));
		expect([writing.removeFolder(at('x/y')), writing.removeFolder(at('x'))]).toEqual([true, true]);
	});

	it('says that another name of the file keeps the old content', () => {
		fs.writeFileSync(at('a'), 'old');
		fs.linkSync(at('a'), at('b'));
		expect(writing.replace(wish('a', 'old', 'new'))).toMatchObject({state: 'written', notes: ['parted']});
		expect(fs.readFileSync(at('b'), 'utf8')).toBe('old');
	});

	it('does not heed the umask', () => {
		const umask = process.umask(0o077);
		writing.replace(wish('open', null, 'x', {mode: 0o755}));
		process.umask(umask);
		expect(fs.statSync(at('open')).mode & 0o777).toBe(0o755);
	});

	it("takes claude's lock beside the path as configured, not beside the link's target", () => {
		fs.mkdirSync(at('dot'));
		fs.writeFileSync(at('dot/c.json'), '{}');
		fs.symlinkSync('dot/c.json', at('.claude.json'));
		const later = new Date(Date.now() + 60_000);
		fs.mkdirSync(at('dot/c.json.lock'));
		fs.utimesSync(at('dot/c.json.lock'), later, later);
		const made = vi.spyOn(fs, 'mkdirSync');
		expect(writing.replace(wish('.claude.json', '{}', '{"a":1}', {lock: 'claude'})).state).toBe('written');
		expect(made.mock.calls.map(([folder]) => folder)).toContain(at('.claude.json.lock'));
		expect(fs.existsSync(at('.claude.json.lock'))).toBe(false);
		expect(fs.readFileSync(at('dot/c.json'), 'utf8')).toBe('{"a":1}');
	});

	it('sweeps what a killed run left beside the file: at the next write all, otherwise only what is old', () => {
		fs.writeFileSync(at('a'), 'old');
		fs.writeFileSync(at('.wizard-notes.tmp'), 'of the user');
		fs.writeFileSync(at('b'), '');
		writeTemp(at('a'), bytes('secret'), 0o600, null);
		const other = writeTemp(at('b'), bytes('secret'), 0o600, null);
		expect(writing.sweep(at('a'))).toBe(0);
		writing.replace(wish('a', 'old', 'new'));
		expect(fs.readdirSync(home).sort()).toEqual(['.state', path.basename(other), '.wizard-notes.tmp', 'a', 'b'].sort());
		fs.utimesSync(other, 1, 1);
		expect(writing.sweep(at('b'))).toBe(1);
		expect(fs.existsSync(at('.wizard-notes.tmp'))).toBe(true);
	});

	/** Lets somebody else act right before the file is synced (the first time) or its folder (the second). */
	function meanwhile(nth: number, act: () => void): void {
		const sync = fs.fsyncSync;
		let calls = 0;
		vi.spyOn(fs, 'fsyncSync').mockImplementation(opened => {
			calls += 1;
			if (calls === nth) act();
			sync(opened);
		});
	}

	it('sees a program that does not know the lock write between reading and renaming', () => {
		fs.writeFileSync(at('a'), 'old');
		meanwhile(1, () => fs.writeFileSync(at('a'), 'theirs'));
		expect(writing.replace(wish('a', 'old', 'new'))).toMatchObject({state: 'conflict', touched: false});
		expect(fs.readFileSync(at('a'), 'utf8')).toBe('theirs');
		expect(fs.readdirSync(home).sort()).toEqual(['.state', 'a']);
	});

	it('gives up where its lock was taken over while it slept', () => {
		fs.writeFileSync(at('a'), 'old');
		meanwhile(1, () => {
			const [lock = ''] = fs.readdirSync(at('.state/locks'));
			fs.renameSync(at(`.state/locks/${lock}`), at('.state/aside'));
			fs.mkdirSync(at(`.state/locks/${lock}`));
		});
		expect(writing.replace(wish('a', 'old', 'new'))).toMatchObject({state: 'conflict', touched: false});
		expect(fs.readFileSync(at('a'), 'utf8')).toBe('old');
		expect(fs.readdirSync(at('.state/locks'))).toHaveLength(1);
	});

	it('says that it touched a file which somebody wrote again right after', () => {
		fs.writeFileSync(at('a'), 'old');
		meanwhile(2, () => fs.writeFileSync(at('a'), 'theirs'));
		expect(writing.replace(wish('a', 'old', 'new'))).toMatchObject({state: 'conflict', touched: true});
		expect(fs.readFileSync(at('a'), 'utf8')).toBe('theirs');
	});

	it('does not follow a link planted where a temp goes, and does not break on long names', () => {
		const long = 'x'.repeat(250);
		expect(writing.replace(wish(long, null, 'new')).state).toBe('written');
		expect(writing.replace(wish('y'.repeat(300), null, 'new'))).toMatchObject({state: 'refused', why: 'failed'});
	});

	it('brings any bytes and mode there and back again', () => {
		const content = fc.option(fc.uint8Array({maxLength: 3000}), {nil: null});
		const mode = fc.constantFrom(0o600, 0o644, 0o640, 0o755, 0o400, 0o664);
		fc.assert(
			fc.property(content, content, mode, fc.boolean(), fc.boolean(), (before, after, was, secret, linked) => {
				fs.rmSync(at('file'), {force: true});
				fs.rmSync(at('target'), {force: true});
				if (linked) fs.symlinkSync('target', at('file'));
				if (before !== null) {
					fs.writeFileSync(at('file'), before);
					fs.chmodSync(at('file'), was);
				}
				const there = writing.replace(wish('file', before, after, {secret}));
				expect(['written', 'same']).toContain(there.state);
				if (after !== null) expect(Buffer.compare(fs.readFileSync(at('file')), after)).toBe(0);
				if (after !== null && secret) expect(fs.statSync(at('file')).mode & 0o077).toBe(0);
				writing.replace(wish('file', after, before, {mode: before === null ? null : was}));
				expect(fs.existsSync(at('file'))).toBe(before !== null);
				if (before !== null) {
					expect(Buffer.compare(fs.readFileSync(at('file')), before)).toBe(0);
					expect(fs.statSync(at('file')).mode & 0o777).toBe(was);
				}
				if (linked) expect(fs.readlinkSync(at('file'))).toBe('target');
			}),
			{numRuns: 60},
		);
	});
});

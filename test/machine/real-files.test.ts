import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Reading} from '../../source/machine/machine.ts';
import {realFiles} from '../../source/machine/real-files.ts';

const posix = process.platform !== 'win32';
let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'wizard-files-'));
	chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function why(reading: Reading): string {
	return reading.state === 'unreadable' ? reading.why : reading.state;
}

describe('reading', () => {
	it('gives bytes, mode and the real path of a file behind links', () => {
		mkdirSync(at('dotfiles'));
		writeFileSync(at('dotfiles/settings.json'), Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d, 0xff]));
		chmodSync(at('dotfiles/settings.json'), 0o640);
		symlinkSync('dotfiles/settings.json', at('one'));
		symlinkSync('one', at('two'));
		const reading = realFiles.read(at('two'));
		expect(reading).toMatchObject({state: 'bytes', real: at('dotfiles/settings.json'), stat: {kind: 'file', mode: 0o640, size: 6}});
		if (reading.state === 'bytes') expect([...reading.bytes]).toEqual([0xef, 0xbb, 0xbf, 0x7b, 0x7d, 0xff]);
	});

	it('reads an empty file as bytes, not as absent', () => {
		writeFileSync(at('empty'), '');
		const reading = realFiles.read(at('empty'));
		expect(reading.state === 'bytes' && reading.bytes.length).toBe(0);
	});

	it('calls a missing file, a missing folder, a file used as a folder and a dangling link absent', () => {
		writeFileSync(at('plain'), 'x');
		symlinkSync('nowhere', at('dangling'));
		for (const name of ['missing', 'missing/too', 'plain/below', 'dangling']) expect(why(realFiles.read(at(name)))).toBe('absent');
	});

	it('refuses pipes, devices, sockets and folders without waiting for them', async ({skip}) => {
		skip(!posix, 'this system has no such files');
		execFileSync('mkfifo', [at('pipe')]);
		symlinkSync('pipe', at('to-pipe'));
		const server = createServer().listen(at('socket'));
		await new Promise(resolve => server.once('listening', resolve));
		for (const name of [at('pipe'), at('to-pipe'), '/dev/zero', '/dev/tty', '/dev/null', at('socket'), folder])
			expect([name, why(realFiles.read(name))]).toEqual([name, 'not-a-file']);
		server.close();
	});

	it('tells a circle of links', () => {
		symlinkSync('b', at('a'));
		symlinkSync('a', at('b'));
		expect(why(realFiles.read(at('a')))).toBe('link-loop');
		expect(realFiles.stat(at('a'))?.kind).toBe('link');
		expect(realFiles.real(at('a'))).toBe(null);
	});

	it('refuses a file over the limit unread, and reads one of exactly the limit', () => {
		writeFileSync(at('huge'), '');
		truncateSync(at('huge'), 8 * 1024 ** 3);
		expect(why(realFiles.read(at('huge')))).toBe('too-large');
		writeFileSync(at('ten'), '0123456789');
		expect(why(realFiles.read(at('ten'), 10))).toBe('bytes');
		expect(why(realFiles.read(at('ten'), 9))).toBe('too-large');
	});

	it('reads files that state no size, within the limit', ({skip}) => {
		skip(!(process.platform === 'linux'), 'this system has no such files');
		const reading = realFiles.read('/proc/self/environ');
		expect(reading.state === 'bytes' && Buffer.from(reading.bytes).includes('HOME=')).toBe(true);
		expect(why(realFiles.read('/proc/self/maps', 10))).toBe('too-large');
	});

	it('says denied where this user may not read', ({skip}) => {
		skip(!posix, 'this system has no such files');
		writeFileSync(at('secret'), 'x');
		chmodSync(at('secret'), 0o000);
		if (process.getuid?.() !== 0) {
			expect(why(realFiles.read(at('secret')))).toBe('denied');
			return;
		}
		// Root may read everything, so nobody reads for it.
		const module = path.resolve('source/machine/real-files.ts');
		const build = execFileSync(path.resolve('node_modules/.bin/esbuild'), [module, '--bundle', '--platform=node', '--format=esm'], {
			encoding: 'utf8',
		});
		writeFileSync(at('read.mjs'), `${build}\nconsole.log(JSON.stringify(realFiles.read(process.argv[2])));`);
		const child = spawnSync(
			'setpriv',
			['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, at('read.mjs'), at('secret')],
			{
				encoding: 'utf8',
			},
		);
		expect(child.stderr).toBe('');
		expect(why(JSON.parse(child.stdout))).toBe('denied');
	});

	it('answers about what is no path at all', () => {
		expect(why(realFiles.read('a\0b'))).toBe('failed');
		expect(realFiles.stat('a\0b')).toBe(null);
		expect(realFiles.list('a\0b')).toBe(null);
	});
});

describe('looking', () => {
	it('lists names in order, and null where there is no folder', () => {
		mkdirSync(at('list'));
		for (const name of ['b.json', 'a.json', '.c']) writeFileSync(at(`list/${name}`), '');
		expect(realFiles.list(at('list'))).toEqual(['.c', 'a.json', 'b.json']);
		expect(realFiles.list(at('list/a.json'))).toBe(null);
	});

	it('gives one step of a link', () => {
		symlinkSync('../x', at('step'));
		expect(realFiles.linkTarget(at('step'))).toBe('../x');
		expect(realFiles.linkTarget(folder)).toBe(null);
	});

	it('knows what can be run: a file with a bit set, not a folder', ({skip}) => {
		skip(!posix, 'this system has no such files');
		writeFileSync(at('tool'), '#!/bin/sh\n');
		expect(realFiles.executable(at('tool'))).toBe(false);
		chmodSync(at('tool'), 0o755);
		expect(realFiles.executable(at('tool'))).toBe(true);
		expect(realFiles.executable(folder)).toBe(false);
	});
});

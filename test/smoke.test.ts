import {execFile, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {beforeAll, describe, expect, it} from 'vitest';

/** The program as built, run by the Node that runs this; .ci/run repeats it on a newer one. */
const dist = path.join(import.meta.dirname, '..', 'dist');
const cli = path.join(dist, 'cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'wizard-smoke-'));
const environment = {PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8'};

type Ended = {readonly code: number; readonly stdout: string; readonly stderr: string};

function wizard(args: readonly string[], more: Readonly<Record<string, string>> = {}, node: readonly string[] = []): Promise<Ended> {
	return new Promise(resolve => {
		const child = execFile(
			process.execPath,
			[...node, cli, ...args],
			{env: {...environment, ...more}, cwd: folder},
			(error, stdout, stderr) => resolve({code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr}),
		);
		child.stdin?.end();
	});
}

beforeAll(() => {
	if (!existsSync(cli)) throw new Error('dist/ is missing: run `npm run build`, or the tests by `npm test`');
});

describe('the built program', () => {
	it('says its version and nothing else', async () => {
		const {version} = JSON.parse(readFileSync(path.join(dist, '..', 'package.json'), 'utf8'));
		expect(await wizard(['--version'])).toEqual({code: 0, stdout: `${version}\n`, stderr: ''});
	});

	it('shows its page', async () => {
		const {code, stdout, stderr} = await wizard(['--help']);
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toContain('Usage: wizard COMMAND');
	});

	it('says what it needs where bare `wizard` has no terminal', async () => {
		const {code, stdout, stderr} = await wizard([]);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toContain('terminal');
	});

	it('starts a claude that it finds, and keeps quiet about how', async ({skip}) => {
		if (process.platform === 'win32') skip('the stand-in is a shell script');
		const bin = mkdtempSync(path.join(tmpdir(), 'wizard-smoke-bin-'));
		writeFileSync(path.join(bin, 'claude'), '#!/bin/sh\necho "2.1.329 (Claude Code)"\n', {mode: 0o755});
		const {code, stdout, stderr} = await wizard(['doctor', '--json'], {PATH: `${bin}${path.delimiter}${environment.PATH}`});
		expect([code, stderr]).toEqual([1, '']);
		expect(JSON.parse(stdout).claude).toMatchObject({version: '2.1.329'});
	});

	it('answers a wrong line with exit 2', async () => {
		expect(await wizard(['hlep'])).toEqual({
			code: 2,
			stdout: '',
			stderr: 'wizard: There is no command "hlep".\n        Did you mean: wizard help\n',
		});
		const {code, stdout, stderr} = await wizard(['hlep', '--json']);
		expect([code, stderr]).toEqual([2, '']);
		expect(JSON.parse(stdout)).toMatchObject({schema: 1, error: {code: 2}});
	});

	it.each([{NO_COLOR: '1', FORCE_COLOR: '1'}, {DEV: 'true'}, {CI: '1'}, {TERM: 'dumb'}, {NODE_ENV: 'production'}])(
		'keeps quiet on stderr with %j',
		async variables => {
			expect(await wizard(['help'], variables)).toMatchObject({code: 0, stderr: ''});
		},
	);

	it('says nothing of a reader that has left', async () => {
		const child = spawn(process.execPath, [cli, '--help'], {env: environment, stdio: ['ignore', 'pipe', 'pipe']});
		child.stdout.destroy();
		const said: Buffer[] = [];
		child.stderr.on('data', chunk => said.push(chunk));
		const code = await new Promise(resolve => child.on('close', resolve));
		expect([code, Buffer.concat(said).toString()]).toEqual([0, '']);
	});

	it('can be run by its name', ({skip}) => {
		if (process.platform === 'win32') skip('Windows has no executable bit');
		expect(statSync(cli).mode & 0o777).toBe(0o755);
		expect(readFileSync(cli, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
	});

	it('carries the licences of what is bundled', () => {
		expect(readFileSync(path.join(dist, 'THIRD-PARTY.txt'), 'utf8')).toMatch(/^execa \d+\.\d+\.\d+ \(MIT\)\n\nMIT License/m);
	});
});

describe('a start', () => {
	const hook = path.join(folder, 'hook.cjs');
	writeFileSync(
		hook,
		'process.on("exit", () => require("fs").writeSync(2, process.moduleLoadList.join("\\n") + "\\n" + Object.keys(require.cache).join("\\n")));',
	);

	// Each costs 2 to 9 ms of a 25 ms start, and one `import` at the top of a file is enough to bring it in.
	const heavy = ['crypto', 'http', 'https', 'child_process', 'readline', 'worker_threads', 'internal/deps/undici/undici'];

	it.each([
		[['--version'], 10],
		[['help'], 200],
		[['doctor', '--json'], 600],
	])('loads nothing large for %j', async (args, kilobytes) => {
		const {stderr} = await wizard(args, {}, ['--require', hook]);
		const loaded = stderr.split('\n');
		expect(loaded).toContain('NativeModule fs');
		expect(heavy.filter(name => loaded.includes(`NativeModule ${name}`))).toEqual([]);
		const own = loaded.filter(name => name.startsWith(dist));
		expect(own).toContain(cli);
		expect(own.length).toBeLessThanOrEqual(4);
		expect(own.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(kilobytes * 1024);
	});
});

import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {realPrograms} from '../../source/machine/real-programs.ts';
import {needing} from '../helpers/needing.ts';

let folder = '';
const env = {PATH: process.env['PATH'] ?? ''};
const node = process.execPath;
const posix = process.platform !== 'win32';

beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'wizard-programs-'));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const run = (code: string, options: {input?: string; timeout?: number; signal?: AbortSignal} = {}) =>
	realPrograms.run(node, ['-e', code], {env, timeout: 15_000, ...options});

function script(name: string, text: string, mode = 0o755): string {
	const file = path.join(folder, name);
	writeFileSync(file, text);
	chmodSync(file, mode);
	return file;
}

/** Waits until the process is gone; the test's own time limit ends a wait in vain. */
async function gone(pid: number): Promise<void> {
	for (;;) {
		try {
			process.kill(pid, 0);
			// A killed orphan stays a zombie where no init reaps it.
			if (process.platform === 'linux' && /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return;
		} catch {
			return;
		}
		await new Promise(resolve => setImmediate(resolve));
	}
}

describe('running', () => {
	it('gives code and both outputs, unchanged', async () => {
		const outcome = await run('process.stdout.write("out\\n\\n"); process.stderr.write("err"); process.exitCode = 3');
		expect(outcome).toEqual({state: 'ended', code: 3, stdout: 'out\n\n', stderr: 'err'});
	});

	it('hands over the given environment and nothing else', async () => {
		process.env['WIZARD_LEAK'] = 'leaked';
		const outcome = await realPrograms.run(node, ['-p', 'JSON.stringify(process.env)'], {env: {...env, ONLY: 'this'}, timeout: 15_000});
		delete process.env['WIZARD_LEAK'];
		if (outcome.state !== 'ended') throw new Error(outcome.state);
		const seen = JSON.parse(outcome.stdout);
		expect(seen.ONLY).toBe('this');
		expect(seen.WIZARD_LEAK).toBe(undefined);
		expect(seen.HOME).toBe(undefined);
	});

	it('gives input on stdin, and an empty stdin without input', async () => {
		const echo = 'process.stdin.pipe(process.stdout)';
		expect(await run(echo, {input: 'secret\n'})).toMatchObject({code: 0, stdout: 'secret\n'});
		expect(await run(echo)).toMatchObject({code: 0, stdout: ''});
		expect(await run('process.exit(0)', {input: 'x'.repeat(1_000_000)})).toMatchObject({state: 'ended', code: 0});
	});

	it('uses no shell', async () => {
		const outcome = await realPrograms.run(node, ['-p', 'process.argv[1]', '$(id) `id` ; | "'], {env, timeout: 15_000});
		expect(outcome).toMatchObject({stdout: '$(id) `id` ; | "\n'});
	});

	it('keeps the first mebibyte of a flood and lets the program end', async () => {
		const outcome = await run(
			'for (let i = 0; i < 40; i++) process.stdout.write("x".repeat(65536)); process.stdout.write("", () => process.exit(5))',
		);
		expect(outcome.state === 'ended' && [outcome.code, outcome.stdout.length]).toEqual([5, 1024 * 1024]);
	});
});

describe('what cannot run', () => {
	it('is missing when no such program is there', async () => {
		expect(await realPrograms.run('no-such-program-here', [], {env, timeout: 5000})).toEqual({state: 'missing'});
		expect(await realPrograms.run(path.join(folder, 'none'), [], {env, timeout: 5000})).toEqual({state: 'missing'});
	});

	it('is not runnable without the bit, without its interpreter, or from a folder that is gone', async ({skip}) => {
		skip(!posix, 'this system ends programs in another way');
		const plain = script('plain', '#!/bin/sh\n', 0o644);
		const stub = script('stub', '#!/no/such/interpreter\n');
		for (const [file, options] of [
			[plain, {}],
			[stub, {}],
			['sh', {cwd: path.join(folder, 'none')}],
		] as const)
			expect(await realPrograms.run(file, [], {env, timeout: 5000, ...options})).toMatchObject({state: 'not-runnable'});
	});

	it('is not runnable when an argument cannot be passed', async () => {
		expect(await realPrograms.run(node, ['a\0b'], {env, timeout: 5000})).toMatchObject({state: 'not-runnable'});
	});
});

describe('ending', () => {
	needing(posix, 'this system ends programs in another way');

	it('tells the signal that ended it', async () => {
		expect(await run('process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000)')).toMatchObject({
			state: 'killed',
			signal: 'SIGSEGV',
		});
	});

	it('ends the whole group when the time is over, also what ignores SIGTERM, and keeps what was said', async () => {
		const file = script('stubborn', '#!/bin/sh\ntrap "" TERM\nsleep 600 &\necho $! started\nwait\nsleep 600\n');
		const outcome = await realPrograms.run(file, [], {env, timeout: 300});
		expect(outcome.state).toBe('timeout');
		const started = outcome.state === 'timeout' ? Number.parseInt(outcome.stdout, 10) : 0;
		expect(started).toBeGreaterThan(1);
		await gone(started);
	});

	it('ends it when it is no longer wanted, also when that was so from the start', async () => {
		expect(await run('setInterval(() => {}, 1000)', {signal: AbortSignal.abort()})).toMatchObject({state: 'killed'});
	});

	it('does not wait for a daemon that keeps the pipes', async () => {
		const file = script('leaves-daemon', '#!/bin/sh\nsleep 600 &\necho $!\n');
		const outcome = await realPrograms.run(file, [], {env, timeout: 15_000});
		expect(outcome).toMatchObject({state: 'ended', code: 0});
		if (outcome.state === 'ended') process.kill(Number.parseInt(outcome.stdout, 10), 'SIGKILL');
	});

	it('gives it a session of its own, so no terminal to ask on or to stop at', async ({skip}) => {
		skip(!(process.platform === 'linux'), 'this system ends programs in another way');
		const outcome = await realPrograms.run('sh', ['-c', 'cut -d" " -f6 /proc/$$/stat; echo $$'], {env, timeout: 5000});
		const [session, own] = outcome.state === 'ended' ? outcome.stdout.split('\n') : [];
		expect(Number(session)).toBeGreaterThan(1);
		expect(session).toBe(own);
	});
});

describe('handing over', () => {
	it('gives the exit code, 128 and more for a signal, and null where it could not start', async () => {
		expect(await realPrograms.handOver(node, ['-e', 'process.exit(7)'], {env})).toBe(7);
		if (posix) expect(await realPrograms.handOver(node, ['-e', 'process.kill(process.pid, "SIGKILL")'], {env})).toBe(137);
		expect(await realPrograms.handOver('no-such-program-here', [], {env})).toBe(null);
	});

	it('leaves Ctrl-C to the program, and takes it back afterwards', async ({skip}) => {
		skip(!posix, 'this system ends programs in another way');
		let answered = 0;
		const listener = () => {
			answered += 1;
		};
		process.once('SIGINT', listener);
		expect(
			await realPrograms.handOver(node, ['-e', `process.kill(${process.pid}, 'SIGINT'); setTimeout(() => process.exit(5), 50)`], {env}),
		).toBe(5);
		expect(answered).toBe(0);
		expect(process.listeners('SIGINT')).toContain(listener);
		process.off('SIGINT', listener);
	});

	it('passes an interrupt on that was sent to us alone, where that is wished', async ({skip}) => {
		skip(!posix, 'this system ends programs in another way');
		const line = `process.kill(${process.pid}, 'SIGINT'); setTimeout(() => process.exit(5), 20_000)`;
		expect(await realPrograms.handOver(node, ['-e', line], {env, interrupts: 'passed-on'})).toBe(130);
	});
});

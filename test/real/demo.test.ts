import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {demoFiles} from '../../source/commands/demo-house.ts';

/** `wizard demo` as people run it: the built program, with the real claude on PATH, in a computer of its own. */
const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const claude = process.env['WIZARD_TEST_CLAUDE'];
const key = /sk-or-v1-[0-9a-f]{20,}/.exec(Object.values(demoFiles('')).join())?.[0] ?? 'none';

let folder = '';
beforeEach(({skip}) => {
	if (process.platform === 'win32') skip('signals are sent');
	if (!existsSync(cli)) throw new Error('dist/ is missing: run `npm run build`, or the tests by `npm test`');
	folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
	for (const name of ['tmp', 'home']) mkdirSync(path.join(folder, name));
});
afterEach(() => rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100}));

type Ended = {readonly code: number | null; readonly signal: string | null; readonly out: string; readonly ms: number};

/** `until` is a text on stdout at which the signal is sent. */
function demo(programs: string, interrupt?: {readonly until: string; readonly signal: NodeJS.Signals}): Promise<Ended> {
	const started = performance.now();
	const env = {
		HOME: path.join(folder, 'home'),
		TMPDIR: path.join(folder, 'tmp'),
		PATH: [programs, path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter),
		TERM: 'xterm',
		LANG: 'C.UTF-8',
		ANTHROPIC_AUTH_TOKEN: 'sk-ant-oat01-5e27e15e27e15e27e15e27e15e27e1',
	};
	return new Promise(resolve => {
		const child = spawn(process.execPath, [cli, 'demo', '--yes'], {env, cwd: env.HOME, stdio: ['ignore', 'pipe', 'pipe']});
		let out = '';
		const hear = (part: Buffer) => {
			out += part.toString();
			if (interrupt !== undefined && out.includes(interrupt.until)) child.kill(interrupt.signal);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('close', (code, signal) => resolve({code, signal, out, ms: performance.now() - started}));
	});
}
const left = () => readdirSync(folder, {recursive: true}).sort();

describe('wizard demo', () => {
	it('proves the repair with the real claude and leaves nothing', async ({skip}) => {
		if (claude === undefined) skip('the real claude is not installed');
		const {code, out, ms} = await demo(path.dirname(claude ?? ''));
		expect(out).toMatch(/Asked through claude \d/);
		expect(out).toMatch(/✓ claude answered in/);
		expect(code, out).toBe(0);
		expect(left()).toEqual(['home', 'tmp']);
		expect(out).not.toContain(key);
		console.log(`demo: ${Math.round(ms)} ms`);
	});

	it.each([
		['Ctrl-C', 'SIGINT', 130],
		['a terminal that closes', 'SIGHUP', 129],
		['an end from outside', 'SIGTERM', 143],
	] as const)('leaves nothing after %s, while claude runs', async (_, signal, expected) => {
		// Without the real claude the plain request alone is interrupted, which is quicker than the signal now and then.
		const {code} = await demo(claude === undefined ? '' : path.dirname(claude), {until: '2  Does it work?', signal});
		expect([expected, ...(claude === undefined ? [0] : [])]).toContain(code);
		expect(left()).toEqual(['home', 'tmp']);
	});
});

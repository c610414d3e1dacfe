import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {demoFiles} from '../../source/commands/demo-house.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {realMachine} from '../../source/machine/real.ts';
import {typed} from '../helpers/typed.ts';

/** Real files and a real server, in a temp folder of its own; the PATH leads to no claude, so the plain request alone proves it. */
let folder = '';
let temp: string | undefined;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
	temp = process.env['TMPDIR'];
	for (const name of ['tmp', 'home', 'bin']) mkdirSync(path.join(folder, name));
	process.env['TMPDIR'] = path.join(folder, 'tmp');
});
afterEach(() => {
	if (temp === undefined) delete process.env['TMPDIR'];
	else process.env['TMPDIR'] = temp;
	rmSync(folder, {recursive: true, force: true});
});

const stale = 'sk-ant-api03-5e27e15e27e15e27e15e27e15e27e1';
const user = (): Machine => {
	const home = path.join(folder, 'home');
	return realMachine('1.2.3').at(home, {
		HOME: home,
		PATH: path.join(folder, 'bin'),
		ANTHROPIC_API_KEY: stale,
		HTTPS_PROXY: 'http://127.0.0.1:9',
	});
};
const everything = () => readdirSync(folder, {recursive: true}).sort();
const key = /sk-or-v1-[0-9a-f]{20,}/.exec(Object.values(demoFiles('')).join())?.[0] ?? 'none';

describe('wizard demo', () => {
	it('goes from the failure to the proof, and leaves nothing', async () => {
		const before = everything();
		const {code, out, err} = await typed(['demo', '--yes'], {machine: user()});
		expect(err).toBe('');
		expect(code).toBe(0);
		for (const part of [
			/Asked without claude: no claude that runs was found\./,
			/^ {2}x-api-key {6}sk-or-v1-…\w{4} {2}ANTHROPIC_API_KEY/m,
			/^✗ .*wrong-header$/m,
			/^2\. Mask ANTHROPIC_API_KEY {2}~\/\.claude\/settings\.json:3$/m,
			/^\+ {4}"ANTHROPIC_AUTH_TOKEN": "sk-or-v1-…\w{4}",$/m,
			/^✓ The endpoint takes the key/m,
			/^✓ The server saw one credential, in the header it reads\. The home is removed\.$/m,
		])
			expect(out).toMatch(part);
		expect(everything()).toEqual(before);
		expect(key.length).toBeGreaterThan(40);
		for (const secret of [key, stale]) expect(out).not.toContain(secret);
	});

	it('is refused without a terminal, and leaves nothing when it is left', async () => {
		const before = everything();
		expect(await typed(['demo'], {machine: user()})).toMatchObject({code: 2, err: expect.stringContaining('wizard demo --yes')});
		const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
		let asked = 0;
		const ask = async () => {
			asked += 1;
			return asked > 2 ? null : '';
		};
		const {code, out} = await typed(['demo'], {machine: user(), terminal, ask});
		expect(code).toBe(130);
		expect(asked).toBe(3);
		expect(out).toContain('3  What would mend it');
		expect(out).not.toContain('4  Done');
		expect(everything()).toEqual(before);
	});

	it('cleans up after an error too', async () => {
		const before = everything();
		const machine = user();
		const broken: Machine = {
			...machine,
			at: (home, variables) => ({...machine.at(home, variables), network: {call: () => Promise.reject(new Error('broken'))}}),
		};
		expect((await typed(['demo', '--yes'], {machine: broken})).code).toBe(1);
		expect(everything()).toEqual(before);
	});

	it('uses no claude where an administrator has a say', async () => {
		const machine = user();
		const managed: Machine = {
			...machine,
			files: {
				...machine.files,
				stat: (at, how) => (at.endsWith('managed-settings.json') ? machine.files.stat(folder) : machine.files.stat(at, how)),
			},
		};
		const {code, out} = await typed(['demo', '--yes'], {machine: managed});
		expect(code).toBe(0);
		expect(out).toContain('Asked without claude: settings of an administrator outrank everything here.');
	});
});

import {chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {ask} from '../../source/claude/ask.ts';
import {lastWords, readAskAnswer} from '../../source/claude/ask-answer.ts';
import {askCommand} from '../../source/claude/ask-command.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {realPrograms} from '../../source/machine/real-programs.ts';
import {realScratch} from '../../source/machine/real-scratch.ts';

describe('the command', () => {
	it('never has a say in which credential goes out', () => {
		for (const version of ['1.0.60', '2.0.77', '2.1.100', '2.1.197', '2.1.329', '3.0.0', null]) {
			const {args, variables, settings} = askCommand(version);
			const all = JSON.stringify([args, variables, settings]);
			expect(all).not.toMatch(/bare|setting-sources|safe-mode|restricted|CLAUDE_CODE_SIMPLE|ANTHROPIC_|_TOKEN"|_KEY"|apiKeyHelper|"model"/);
			expect(args.slice(0, 1)).toEqual(['-p']);
			expect(variables).toMatchObject({CLAUDE_CODE_MAX_RETRIES: '0', DISABLE_TELEMETRY: '1', DISABLE_AUTOUPDATER: '1'});
		}
	});

	it('uses only what a version is known to take', () => {
		expect(askCommand('1.0.60').args).not.toContain('--no-session-persistence');
		expect(askCommand('1.0.60').settings).toBeNull();
		expect(askCommand('2.0.77').args).toEqual(expect.arrayContaining(['--tools', '--strict-mcp-config', '--no-session-persistence']));
		expect(askCommand('2.0.77').settings).toMatchObject({disableAllHooks: true});
		expect(askCommand(null)).toEqual(askCommand('2.1.329'));
	});
});

describe('an answer', () => {
	it.each([
		[
			{is_error: false, subtype: 'success', result: 'ok', modelUsage: {'m-1': {}}},
			{state: 'answered', text: 'ok', model: 'm-1'},
		],
		[
			{is_error: true, subtype: 'success', result: 'Not logged in', api_error_status: 401},
			{state: 'refused', status: 401},
		],
		[
			{is_error: true, result: 'API Error: 402 Insufficient credits'},
			{state: 'refused', status: 402},
		],
		[
			{is_error: false, subtype: 'success', result: 'API Error: 404 404 page not found'},
			{state: 'refused', status: 404},
		],
		[
			{is_error: false, subtype: 'success', result: 'x', api_error_status: 529},
			{state: 'refused', status: 529},
		],
		[
			{is_error: false, subtype: 'success', result: ''},
			{state: 'refused', status: null},
		],
		[{is_error: false, result: 'You may see API Error: 401 when a key is wrong'}, {state: 'answered'}],
	])('%j', (answer, told) => {
		expect(readAskAnswer(JSON.stringify(answer))).toMatchObject(told);
		expect(readAskAnswer(`a warning\n${JSON.stringify(answer)}\nbye\n`)).toMatchObject(told);
	});

	it('that is no JSON is none', () => {
		for (const text of ['', 'error: unknown option --tools', '{"result": "cut', '[]', '{"type":"result"}'])
			expect(readAskAnswer(text)).toBeNull();
		expect(lastWords('', 'Error: no\n    at x (y.js:1)\n\nNode.js v20.0.0\n')).toBe('Error: no');
	});
});

describe('a program', () => {
	let folder = '';
	beforeEach(({skip}) => {
		if (process.platform === 'win32') skip('the pretended programs are scripts of /bin/sh');
		folder = mkdtempSync(path.join(tmpdir(), 'ask-'));
	});
	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(folder, {recursive: true, force: true});
	});

	const machineWith = (variables: Record<string, string> = {}): Machine => {
		const base = pretend({
			home: folder,
			cwd: folder,
			variables: {HOME: folder, PATH: process.env['PATH'] ?? '', OUT: path.join(folder, 'out'), ...variables},
		});
		return {
			...base,
			programs: realPrograms,
			scratch: realScratch({state: base.environment.state}),
			clock: {now: () => performance.now(), pause: async () => {}},
		};
	};
	const fake = (script: string) => {
		const file = path.join(folder, 'claude');
		writeFileSync(file, `#!/bin/sh\n${script}\n`);
		chmodSync(file, 0o755);
		return {path: file, version: '2.1.329'};
	};
	const usual = {folder: null, timeout: 10_000};

	it('runs in an empty folder with the environment of the user, and leaves nothing', async () => {
		// A folder for temporary things of its own: other tests make theirs at the same time.
		const temporary = path.join(folder, 'temporary');
		mkdirSync(temporary);
		vi.stubEnv('TMPDIR', temporary);
		const claude = fake(`pwd > "$OUT"; ls -A >> "$OUT"; env | grep -E '^(MINE|CLAUDE_CODE_MAX|DISABLE_P)' | sort >> "$OUT"
for a; do last=$a; done; cat "$last" > "$OUT.settings"; stat -c %a "$last" >> "$OUT" 2>/dev/null || stat -f %Lp "$last" >> "$OUT"
echo '{"is_error": false, "result": "ok"}'`);
		const asked = await ask(machineWith({MINE: 'yes', CLAUDE_CODE_MAX_RETRIES: '10'}), claude, usual);
		expect(asked).toMatchObject({state: 'answered', text: 'ok'});
		const [cwd = '', ...rest] = readFileSync(path.join(folder, 'out'), 'utf8').trim().split('\n');
		expect(rest).toEqual(['CLAUDE_CODE_MAX_RETRIES=0', 'DISABLE_PROMPT_CACHING=1', 'MINE=yes', '600']);
		expect(existsSync(cwd)).toBe(false);
		expect(JSON.parse(readFileSync(path.join(folder, 'out.settings'), 'utf8'))).toEqual(askCommand('2.1.329').settings);
		expect(path.dirname(cwd)).toBe(realpathSync(temporary));
		expect(readdirSync(temporary)).toEqual([]);
	});

	it('runs in the folder that is to be proved, which stays', async () => {
		const project = path.join(folder, 'project');
		mkdirSync(project);
		await ask(machineWith(), fake('pwd > "$OUT"; echo "{}"'), {...usual, folder: project});
		expect(readFileSync(path.join(folder, 'out'), 'utf8').trim()).toMatch(/project$/);
		expect(existsSync(project)).toBe(true);
	});

	it('that says no JSON is quoted by its last words', async () => {
		const old = {...fake('echo "error: unknown option \'--tools\'" >&2; exit 1'), version: null};
		expect(await ask(machineWith(), old, usual)).toMatchObject({state: 'refused', status: null, text: "error: unknown option '--tools'"});
		expect(await ask(machineWith(), fake('exit 3'), usual)).toMatchObject({
			state: 'refused',
			text: 'claude ended with exit code 3 and said nothing',
		});
	});

	it('that runs a helper says on stderr why that failed', async () => {
		const claude = fake(
			`echo 'apiKeyHelper failed: exited 3' >&2; echo '{"is_error": true, "result": "Your apiKeyHelper script is failing"}'; exit 1`,
		);
		expect(await ask(machineWith(), claude, usual)).toMatchObject({
			state: 'refused',
			text: 'Your apiKeyHelper script is failing apiKeyHelper failed: exited 3',
		});
	});

	it('that hangs is ended when the time is over, with all it started', async () => {
		const claude = fake(`sleep 600 & echo $! > "$OUT"; wait`);
		expect(await ask(machineWith(), claude, {...usual, timeout: 1_000})).toMatchObject({state: 'timeout'});
		expect(isGone(Number(readFileSync(path.join(folder, 'out'), 'utf8')))).toBe(true);
	});

	it('is ended at once when it is no longer wanted', async () => {
		const claude = fake(`sleep 600 & echo $! > "$OUT.part"; mv "$OUT.part" "$OUT"; wait`);
		const stop = new AbortController();
		const asking = ask(machineWith(), claude, {...usual, timeout: 600_000, signal: stop.signal});
		while (!existsSync(path.join(folder, 'out'))) await new Promise(resolve => setImmediate(resolve));
		stop.abort();
		expect(await asking).toMatchObject({state: 'cancelled'});
		expect(isGone(Number(readFileSync(path.join(folder, 'out'), 'utf8')))).toBe(true);
	});

	it('that is missing, or no program, is said', async () => {
		expect(await ask(machineWith(), {path: path.join(folder, 'none'), version: null}, usual)).toMatchObject({state: 'not-started'});
		const claude = fake('exit 0');
		chmodSync(claude.path, 0o644);
		expect(await ask(machineWith(), claude, usual)).toMatchObject({state: 'not-started'});
	});
});

function isGone(pid: number): boolean {
	try {
		process.kill(pid, 0);
		// A child that ended and that nobody has collected yet still has a number.
		return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
	} catch {
		return true;
	}
}

import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {leaks} from '../helpers/leaks.ts';
import {needing} from '../helpers/needing.ts';
import {OpenaiShaped} from './openai-shaped.ts';
import {claude} from './stories/onboarding.ts';
import {cli} from './stories/person.ts';
import {homeEnvironment} from './stories/screen.ts';

const ccr = process.env['WIZARD_TEST_CCR'] ?? null;
const good = 'sk-or-v1-600d600d600d600d600d600d600d600d';
const newer = 'sk-or-v1-9e3e9e3e9e3e9e3e9e3e9e3e9e3e9e3e';
const bad = 'sk-or-v1-badbadbadbadbadbadbadbadbadbadba';
const broke = 'sk-or-v1-b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0';
const model = 'openai/gpt-test';

type Ended = {readonly code: number | null; readonly out: string; readonly err: string};

/** J12: the real claude, the real claude-code-router, and a service that speaks OpenAI behind it. */
describe('a key for an OpenAI-compatible service, with the real claude-code-router', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(ccr !== null, 'no claude-code-router is installed for the tests: npm run test:real');
	let home = '';
	let port = 0;
	let service: OpenaiShaped | undefined;
	let said = '';
	let more: Record<string, string> = {};

	beforeEach(async () => {
		said = '';
		more = {};
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-translator-')));
		mkdirSync(path.join(home, 'bin'));
		mkdirSync(path.join(home, 'work'));
		mkdirSync(path.join(home, '.claude-code-router'));
		for (const [name, file] of [
			['claude', claude],
			['ccr', ccr],
		] as const)
			symlinkSync(realpathSync(file ?? ''), path.join(home, 'bin', name));
		service = await OpenaiShaped.open({good: [good, newer], broke, model});
		port = await freePort();
		settle({Providers: [], Router: {}});
	});
	afterEach(async () => {
		if (service === undefined) return;
		await run(path.join(home, 'bin', 'ccr'), ['stop']);
		await service.close();
		rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	});

	const file = () => path.join(home, '.claude-code-router', 'config.json');
	const settle = (settings: object) =>
		writeFileSync(file(), JSON.stringify({PORT: port, HOST: '127.0.0.1', LOG: false, ...settings}, null, 2), {mode: 0o600});
	const provider = (key: string, models = [model]) => ({
		Providers: [{name: 'local', api_base_url: `${service?.url}/chat/completions`, api_key: key, models}],
		Router: {default: `local,${models[0]}`},
	});
	const environment = () =>
		homeEnvironment(home, {
			PATH: `${path.join(home, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
			DISABLE_AUTOUPDATER: '1',
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
			...more,
		});
	const run = (program: string, args: readonly string[], input = ''): Promise<Ended> =>
		new Promise(resolve => {
			const child = spawn(program, [...args], {cwd: path.join(home, 'work'), env: environment(), stdio: ['pipe', 'pipe', 'pipe']});
			let [out, err] = ['', ''];
			child.stdout.on('data', data => (out += String(data)));
			child.stderr.on('data', data => (err += String(data)));
			child.stdin.end(input);
			// ccr leaves a service behind that keeps our pipes open.
			child.on('exit', code => setTimeout(() => resolve({code, out, err}), 50));
		});
	const wizard = async (args: readonly string[], input = ''): Promise<Ended> => {
		const ended = await run(process.execPath, [cli, ...args], input);
		said += ended.out + ended.err;
		return ended;
	};
	const set = (key: string, ...args: string[]) =>
		wizard(
			[
				'translator',
				'set',
				'claude-code-router',
				'--upstream',
				service?.url ?? '',
				'--upstream-model',
				model,
				'--secret-stdin',
				'--yes',
				'--json',
				...args,
			],
			`${key}\n`,
		);
	const point = () =>
		wizard(
			['--credential', 'proxy-key', '--base-url', `http://127.0.0.1:${port}`, '--secret-stdin', '--yes', '--no-live'],
			'anything-goes-here',
		);
	const findings = async () => JSON.parse((await wizard(['translator', 'show', 'claude-code-router', '--json'])).out).items[0].findings;
	const works = async () => {
		const before = service?.asked.length ?? 0;
		const ended = await run('bash', ['-lc', `'${path.join(home, 'bin', 'claude')}' -p 'Say ok' < /dev/null`]);
		expect(ended).toMatchObject({code: 0, out: expect.stringContaining('ok')});
		return service?.asked.slice(before) ?? [];
	};

	it('sets up the whole chain from the key to a live prompt, and the second time changes nothing', async () => {
		const {code, out} = await set(good);
		expect(JSON.parse(out)).toMatchObject({changed: true, live: {ok: true, through: 'claude'}, translator: {running: true, findings: []}});
		expect(code).toBe(0);
		expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({PORT: port, ...provider(good)});
		const asked = await works();
		expect(asked.length).toBeGreaterThan(0);
		for (const one of asked) expect([one.key === good, one.model]).toEqual([true, model]);
		expect(JSON.parse((await set(good, '--no-live')).out).changed).toBe(false);
		expect(leaks(said, [good]).length).toBe(0);
	});

	it.each([
		['wrong', bad, 'key-invalid', /User not found/],
		['without credits', broke, 'credits-exhausted', /Insufficient credits/],
	])('a key that is %s goes into no file: the service is asked first', async (_, key, cause, words) => {
		const before = readFileSync(file(), 'utf8');
		const {code, out} = await set(key);
		const {error} = JSON.parse(out);
		expect([code, error.message]).toEqual([1, expect.stringMatching(words)]);
		expect(error.message).toContain(cause);
		expect(readFileSync(file(), 'utf8')).toBe(before);
		expect(existsSync(path.join(home, '.claude', 'settings.json'))).toBe(false);
	});

	it.each([
		['a wrong key', bad, [model], 'gateway-upstream-key'],
		['no credits', broke, [model], 'credits-exhausted'],
		['an unknown model', good, ['openai/gpt-none'], 'model-name-unknown'],
	])('%s behind a running translator ends in its cause, and is mended', async (_, key, models, cause) => {
		settle(provider(key, models));
		await point();
		expect((await wizard(['translator', 'start', 'claude-code-router', '--yes'])).code).toBe(0);
		const checked = JSON.parse((await wizard(['check', '--json'])).out);
		expect(checked).toMatchObject({ok: false, cause});
		expect(checked.fix.join('\n')).toMatch(/wizard translator/);
		expect(JSON.parse((await set(good)).out)).toMatchObject({changed: true, live: {ok: true}});
		await works();
	});

	it('a translator that is not running is named, with the command that starts it', async () => {
		settle(provider(good));
		await point();
		const checked = JSON.parse((await wizard(['check', '--json'])).out);
		expect(checked).toMatchObject({ok: false, cause: 'unreachable-host'});
		expect(checked.fix.join('\n')).toContain('wizard translator start claude-code-router');
		expect((await wizard(['translator', 'start', 'claude-code-router', '--yes'])).code).toBe(0);
		await works();
	});

	it('a stale key from the shell in which it was started is told from the one of now', async () => {
		settle(provider('$OPENAI_API_KEY'));
		await point();
		more = {OPENAI_API_KEY: bad};
		await wizard(['translator', 'start', 'claude-code-router', '--yes']);
		more = {OPENAI_API_KEY: newer};
		expect(JSON.parse((await wizard(['check', '--json'])).out)).toMatchObject({ok: false, cause: 'gateway-upstream-key'});
		expect(await findings()).toMatchObject([{severity: 'error', title: expect.stringContaining('another OPENAI_API_KEY')}]);
		expect((await wizard(['translator', 'restart', 'claude-code-router', '--yes'])).code).toBe(0);
		expect(await findings()).toEqual([]);
		for (const {key} of await works()) expect(key === newer).toBe(true);
		expect(leaks(said, [bad, newer]).length).toBe(0);
	});

	it('settings that were changed since the start are told, and a restart takes them', async () => {
		settle(provider(bad));
		await wizard(['translator', 'start', 'claude-code-router', '--yes']);
		await new Promise(resolve => setTimeout(resolve, 1_200));
		settle(provider(good));
		expect(await findings()).toMatchObject([{severity: 'warning', title: expect.stringContaining('changed since')}]);
		await wizard(['translator', 'restart', 'claude-code-router', '--yes']);
		expect(await findings()).toEqual([]);
		expect((await wizard(['translator', 'stop', 'claude-code-router', '--yes'])).code).toBe(0);
		expect(await findings()).toMatchObject([{title: 'It is not running'}]);
	});
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	await new Promise(resolve => server.close(resolve));
	return port;
}

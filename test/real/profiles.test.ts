import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {type Gateway, startGateway} from '../../source/gateway/gateway.ts';
import {leaks} from '../helpers/leaks.ts';
import {needing} from '../helpers/needing.ts';
import {claude, Story} from './stories/onboarding.ts';
import {cli} from './stories/person.ts';
import {homeEnvironment} from './stories/screen.ts';

const secret = 'gw-57041e5757041e5757041e5757041e57';
const stale = 'sk-ant-api03-0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3YAA';

describe('wizard run, with the real claude', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	let home = '';
	let gateway: Gateway;
	let said = '';

	beforeEach(async () => {
		said = '';
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-profiles-')));
		mkdirSync(path.join(home, '.claude'));
		mkdirSync(path.join(home, 'work', '.claude'), {recursive: true});
	});
	afterEach(async () => {
		await gateway?.close();
		rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	});

	const put = (name: string, content: object) => writeFileSync(path.join(home, name), JSON.stringify(content));
	const environment = () =>
		homeEnvironment(home, {
			PATH: `${path.dirname(claude ?? '')}${path.delimiter}${process.env['PATH'] ?? ''}`,
			ANTHROPIC_API_KEY: stale,
			ANTHROPIC_CUSTOM_HEADERS: 'x-foreign: 1',
			DISABLE_AUTOUPDATER: '1',
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		});
	const start = (...argv: string[]) =>
		spawn(process.execPath, [cli, ...argv], {cwd: path.join(home, 'work'), env: environment(), stdio: ['pipe', 'pipe', 'pipe']});
	const wizard = (input: string, ...argv: string[]): Promise<{code: number | null; out: string}> =>
		new Promise(resolve => {
			const child = start(...argv);
			let out = '';
			for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (out += String(data)));
			child.stdin.end(input);
			child.on('close', code => {
				said += out;
				resolve({code, out});
			});
		});
	const open = async (auth: 'bearer' | 'x-api-key') => {
		gateway = await startGateway({expect: auth, secret: new Secret(secret), second: 'refused'});
		const options = ['--credential', 'router-key', '--base-url', gateway.url, '--auth', auth, '--secret-stdin'];
		expect((await wizard(secret, 'profiles', 'add', 'gw', ...options)).code).toBe(0);
	};
	const launches = () => {
		const folder = path.join(home, '.local/state/claude-auth-wizard/launches');
		return existsSync(folder) ? readdirSync(folder) : [];
	};

	it.each(['bearer', 'x-api-key'] as const)(
		'sends the one right credential as %s, whatever shell and settings say, and writes nothing',
		async auth => {
			const elsewhere = {env: {ANTHROPIC_AUTH_TOKEN: stale, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'}};
			put('.claude/settings.json', {apiKeyHelper: `echo ${stale}`, ...elsewhere});
			put('work/.claude/settings.local.json', elsewhere);
			await open(auth);
			const {code, out} = await wizard('', 'run', 'gw', '--', 'claude', '-p', 'Say ok');
			expect([code, out]).toEqual([0, expect.stringContaining('ok')]);
			const sent = gateway.requests.filter(({shape}) => shape.messages);
			expect(sent.length).toBeGreaterThan(0);
			for (const {carried} of sent) {
				const {authorization, xApiKey} = carried;
				expect((auth === 'bearer' ? authorization : xApiKey)?.value.reveal() === secret).toBe(true);
				expect(auth === 'bearer' ? xApiKey : authorization).toBeNull();
			}
			expect(launches()).toEqual([]);
			expect(leaks(said, [secret, stale]).length).toBe(0);
		},
	);

	it('asks for the models that the profile names, each for its size', async () => {
		gateway = await startGateway({expect: 'bearer', secret: new Secret(secret), second: 'refused'});
		const models = ['--model', 'my-big', '--model-for', 'haiku=my-tiny', '--model-for', 'opus=my-large'];
		expect((await wizard(secret, 'profiles', 'add', 'gw', '--base-url', gateway.url, '--secret-stdin', ...models)).code).toBe(0);
		const asked = async (...words: string[]) => {
			const before = gateway.requests.length;
			expect((await wizard('', 'run', 'gw', '--', 'claude', ...words, '-p', 'Say ok')).code).toBe(0);
			const names = gateway.requests.slice(before).flatMap(({shape}) => (shape.messages ? [shape.model] : []));
			return [...new Set(names)];
		};
		expect(await asked()).toContain('my-big');
		expect(await asked('--model', 'haiku')).toEqual(['my-tiny']);
		expect(await asked('--model', 'opus')).toContain('my-large');
	});

	it('gives the own code of the command, and 128 and more where a signal ended it', async () => {
		await open('bearer');
		expect((await wizard('', 'run', 'gw', '--', 'sh', '-c', 'exit 3')).code).toBe(3);
		expect((await wizard('', 'run', 'gw', '--', 'sh', '-c', 'kill -TERM $$')).code).toBe(143);
		expect((await wizard('', 'run', 'gw', '--', 'no-such-program')).code).toBe(125);
	});

	it('leaves no file with the secret, even after a kill, from the next start on', async () => {
		await open('bearer');
		const program = path.join(home, 'claude');
		writeFileSync(program, '#!/bin/sh\necho started\nread -r line\n', {mode: 0o755});
		const child = start('run', 'gw', '--', program);
		await new Promise<void>(resolve => child.stdout.once('data', () => resolve()));
		expect(launches()).toHaveLength(1);
		const ended = new Promise(resolve => child.once('close', resolve));
		child.kill('SIGKILL');
		child.stdin.end();
		await ended;
		expect(launches()).toHaveLength(1);
		await wizard('', 'run', 'gw', '--', program);
		expect(launches()).toEqual([]);
	});

	it('ends with what it started where it is told to end', async () => {
		await open('bearer');
		const program = path.join(home, 'claude');
		writeFileSync(program, '#!/bin/sh\necho started\nread -r line\n', {mode: 0o755});
		const child = start('run', 'gw', '--', program);
		await new Promise<void>(resolve => child.stdout.once('data', () => resolve()));
		const ended = new Promise(resolve => child.once('exit', resolve));
		child.kill('SIGTERM');
		child.stdin.end();
		await ended;
		expect(launches()).toEqual([]);
	});
});

describe('wizard profiles add, at a terminal', () => {
	it('asks as onboarding does, and keeps the answers as a profile', async () => {
		const story = await Story.begin({args: ['profiles', 'add', 'mine']});
		try {
			await story.answerRouter();
			story.screen.paste(story.secret);
			story.screen.press('enter');
			expect(await story.screen.end()).toBe(0);
			expect(story.screen.text()).toContain('wizard use mine');
			const {said} = await story.says('profiles', 'show', 'mine');
			const {setup} = (said['items'] as readonly {readonly setup: Record<string, {readonly file: string}>}[])[0] ?? {};
			expect(setup).toMatchObject({credential: 'router-key', baseUrl: story.gateway.url, auth: 'bearer'});
			expect(readFileSync(setup?.['secret']?.file ?? '', 'utf8').trim() === story.secret).toBe(true);
			expect(existsSync(path.join(story.home, '.claude'))).toBe(false);
			story.hidesSecrets();
		} finally {
			await story.end();
		}
	});
});

import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {ShownRequest} from '../../../source/commands/capture/shown-request.ts';
import {Secret} from '../../../source/credentials/secret.ts';
import {type Gateway, type GatewayOptions, startGateway} from '../../../source/gateway/gateway.ts';
import {leaks} from '../../helpers/leaks.ts';
import {needing} from '../../helpers/needing.ts';
import {claude} from './onboarding.ts';
import {cli as built} from './person.ts';
import {homeEnvironment, Screen} from './screen.ts';

const cli = process.env['WIZARD_HOMES_CLI'] ?? built;
const key = 'sk-Gw5ec2e75ec2e75ec2e7Gw';
const other = 'sk-0ther5ec2e75ec2e75ec2e7';
const login = `sk-ant-oat01-${'Lg1'.repeat(31)}AA`;
const secrets = [key, other, login];
/** Nobody listens there: what claude sends to it would be lost. */
const dead = 'http://127.0.0.1:9';

let home = '';
let temporary = '';
let received = '';
let screen: Screen | null = null;
const gateways: Gateway[] = [];

beforeEach(() => {
	home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-capture-')));
	temporary = path.join(home, 'tmp');
	received = '';
	for (const folder of ['work', 'tmp', '.claude']) mkdirSync(path.join(home, folder));
	put('.claude.json', {
		hasCompletedOnboarding: true,
		projects: {[path.join(home, 'work')]: {hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true}},
		customApiKeyResponses: {approved: [key.slice(-20)], rejected: []},
	});
});
afterEach(async () => {
	screen?.kill();
	await screen?.end();
	received += screen?.raw ?? '';
	screen = null;
	for (const gateway of gateways.splice(0)) await gateway.close();
	expect(leaks(received, secrets)).toEqual([]);
	rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
});

describe('J14: what the real claude sends, and what gateways make of it', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it.each<[string, Record<string, string>, string, Record<string, string>]>([
		['a token', {ANTHROPIC_AUTH_TOKEN: key}, 'bearer-only', {litellm: 'taken', 'new-api': 'taken', vllm: 'taken'}],
		['a key', {ANTHROPIC_API_KEY: key}, 'x-api-key-only', {litellm: 'taken', 'new-api': 'taken', vllm: 'missing'}],
		['a token and another key', {ANTHROPIC_AUTH_TOKEN: other, ANTHROPIC_API_KEY: key}, 'both-keys', {litellm: 'taken', vllm: 'taken'}],
		[
			"a login's token and a gateway's key",
			{CLAUDE_CODE_OAUTH_TOKEN: login, ANTHROPIC_CUSTOM_HEADERS: `x-api-key: ${key}`},
			'both-login',
			{litellm: 'refused', 'new-api': 'taken', vllm: 'refused'},
		],
		[
			"a login's token, and the key in LiteLLM's own header as it is proposed",
			{CLAUDE_CODE_OAUTH_TOKEN: login, ANTHROPIC_CUSTOM_HEADERS: `x-litellm-api-key: Bearer ${key}`},
			'bearer-only',
			{litellm: 'taken', 'new-api': 'refused'},
		],
	])('%s', async (_, variables, which, states) => {
		// Settings outrank what a program is started with, and a project's outrank the user's: neither address may win here.
		put('.claude/settings.json', {env: {ANTHROPIC_BASE_URL: dead}});
		put('work/.claude/settings.json', {env: {ANTHROPIC_BASE_URL: dead}});
		const {code, prompts} = await capture(['--', 'claude', '-p', 'hi'], variables);
		expect(code).toBe(0);
		expect(prompts.length).toBeGreaterThan(0);
		for (const prompt of prompts) {
			expect(prompt).toMatchObject({
				case: which,
				client: {kind: 'claude-code', agent: expect.stringMatching(/^claude-cli\//)},
				answer: {status: 200},
			});
			expect(Object.fromEntries(prompt.gateways.map(({id, state}) => [id, state]))).toMatchObject(states);
		}
		nothingIsLeft();
	});

	it('a saved login, and a helper', async () => {
		put('.claude/.credentials.json', {
			claudeAiOauth: {accessToken: login, refreshToken: 'r', expiresAt: 4_102_444_800_000, scopes: ['user:inference']},
		});
		const saved = await capture(['--', 'claude', '-p', 'hi'], {});
		expect(saved.prompts[0]).toMatchObject({case: 'bearer-only', credentials: [{kind: 'anthropic-oat', login: true}]});
		put('.claude/settings.json', {apiKeyHelper: `echo ${key}`});
		const helped = await capture(['--', 'claude', '-p', 'hi'], {});
		expect(helped.prompts[0]).toMatchObject({case: 'both-same'});
	});

	it('nothing, and why', async () => {
		const {code, prompts, err} = await capture(['--', 'claude', '-p', 'hi'], {});
		expect([code, prompts]).toEqual([1, []]);
		expect(err).toMatch(/No prompt came: /);
	});

	it('J10: a proxy is kept off this computer, and it is said that it eats what the router there should get', async () => {
		const {code, prompts, err} = await capture(['--', 'claude', '-p', 'hi'], {
			ANTHROPIC_BASE_URL: 'http://127.0.0.1:4000',
			ANTHROPIC_AUTH_TOKEN: key,
			HTTPS_PROXY: dead,
		});
		expect(code).toBe(0);
		expect(prompts[0]).toMatchObject({case: 'bearer-only'});
		expect(err).toMatch(/HTTPS_PROXY sends what is meant for 127\.0\.0\.1:4000 to the proxy 127\.0\.0\.1:9/);
	});

	it('the same in a session: it draws undisturbed, and what came is told when it has ended', async () => {
		const session = terminal(['capture', '--', 'claude'], {ANTHROPIC_AUTH_TOKEN: other, ANTHROPIC_API_KEY: key});
		await session.sees(/shift\+tab|for shortcuts|Try "/);
		session.type('pingword');
		await session.sees(/pingword/);
		// 2.0.77 takes what comes at once for a paste, and the first Enter for a part of it.
		for (let tries = 0; tries < 20 && !/the request has arrived/.test(session.text()); tries++) {
			session.press('enter');
			await new Promise(resolve => setTimeout(resolve, 500));
		}
		await session.until(/the request has arrived/);
		expect(session.text()).not.toMatch(/Carries/);
		// The first asks for a second.
		for (let tries = 0; tries < 10 && session.code === null; tries++) {
			session.press('interrupt');
			await new Promise(resolve => setTimeout(resolve, 700));
		}
		expect(await session.end()).toBe(0);
		expect(session.text()).toMatch(/POST \/v1\/messages/);
		expect(session.text()).toMatch(/Carries +Authorization Bearer [\s\S]*Carries +x-api-key sk-/);
		expect(session.text()).toMatch(/Both headers, with two different keys/);
		nothingIsLeft();
	});
});

describe('what is sent on', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it('reaches the endpoint of the user, and its answer claude', async () => {
		const {url, requests} = await gateway({
			expect: 'bearer',
			secret: new Secret(key),
			second: 'refused',
			prefix: '/api',
			reply: 'pongword',
		});
		const {code, prompts, err} = await capture(['--forward', '--yes', '--', 'claude', '-p', 'hi'], {
			ANTHROPIC_BASE_URL: url,
			ANTHROPIC_AUTH_TOKEN: key,
		});
		expect(code).toBe(0);
		expect(err).toMatch(/pongword/);
		expect(prompts.at(-1)?.answer).toMatchObject({by: 'endpoint', state: 'answered', status: 200, form: 'stream', dropped: []});
		expect(requests.some(({client, path: asked}) => client === 'claude-code' && asked === '/api/v1/messages')).toBe(true);
	});

	it("goes without a login that disturbs, which proves that the gateway's key is good", async () => {
		const {url, requests} = await gateway({expect: 'x-api-key', secret: new Secret(key), second: 'refused', reply: 'pongword'});
		const {code, prompts} = await capture(['--forward', '--yes', '--', 'claude', '-p', 'hi'], {
			ANTHROPIC_BASE_URL: url,
			CLAUDE_CODE_OAUTH_TOKEN: login,
			ANTHROPIC_CUSTOM_HEADERS: `x-api-key: ${key}`,
		});
		expect(code).toBe(0);
		expect(prompts.at(-1)?.answer).toMatchObject({status: 200, dropped: [{name: 'authorization', why: expect.stringMatching(/login/)}]});
		for (const {carried} of requests) expect(carried.authorization).toBeNull();
	});

	it('ends with an interrupt from a script, and claude with it', async () => {
		const {url, requests} = await gateway({play: 'timeout'});
		const ended = capture(
			['--forward', '--yes', '--', 'claude', '-p', 'hi'],
			{ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: key},
			async child => {
				await arrives(requests);
				child.kill('SIGINT');
			},
		);
		const {code, requests: seen} = await ended;
		expect([0, 130]).toContain(code);
		expect(seen.at(-1)?.answer).toMatchObject({by: 'endpoint', state: 'left'});
		nothingIsLeft();
	});

	it('ends with Ctrl-C, and claude with it', async () => {
		const {url, requests} = await gateway({play: 'timeout'});
		const session = terminal(['capture', '--forward', '--', 'claude', '-p', 'hi'], {ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: key});
		await session.sees(/Send requests on to 127\.0\.0\.1:\d+\? \[y\/N\]/);
		session.type('y\r');
		await arrives(requests);
		session.press('interrupt');
		// claude's own exit code: -p ends with 0 on 2.1.329.
		expect([0, 130]).toContain(await session.end());
		expect(session.text()).toMatch(/the client left before the answer came/);
		nothingIsLeft();
	});
});

describe('another client', () => {
	it('is shown while it asks, and Ctrl-C ends the listener', async () => {
		const listener = terminal(['capture'], {});
		const url = /Listening on (\S+)/.exec(await listener.until(/Ctrl-C ends it/))?.[1] ?? '';
		// As Claude Desktop's third-party tab does it: the login of the app beside the gateway's key.
		await fetch(`${url}/v1/messages`, {
			method: 'POST',
			headers: {authorization: `Bearer ${login}`, 'x-api-key': key, 'user-agent': 'Desktop\u0085/1'},
			body: '{"model": "m", "messages": [{"role": "user", "content": "hi"}]}',
		});
		expect(await listener.until(/Fix[\s\S]*x-litellm-api-key[\s\S]*Claude Desktop/)).toMatch(/✗ LiteLLM: looks up Authorization/);
		listener.press('interrupt');
		expect(await listener.end()).toBe(0);
		await expect(fetch(url)).rejects.toThrow();
	});
});

type Ran = {
	readonly code: number;
	readonly err: string;
	readonly requests: readonly ShownRequest[];
	readonly prompts: readonly ShownRequest[];
};

/** `wizard capture --json`, with what claude itself prints on stderr. */
async function capture(
	args: readonly string[],
	variables: Readonly<Record<string, string>>,
	meanwhile: (child: ChildProcess) => unknown = () => {},
): Promise<Ran> {
	const child = spawn(process.execPath, [cli, 'capture', '--json', ...args], {
		env: environment(variables),
		cwd: path.join(home, 'work'),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let err = '';
	child.stdout.on('data', part => {
		out += part;
	});
	child.stderr.on('data', part => {
		err += part;
	});
	const ending = new Promise<number>(resolve => child.on('close', ended => resolve(ended ?? -1)));
	await meanwhile(child);
	const code = await ending;
	received += out + err;
	const requests = out
		.split('\n')
		.filter(Boolean)
		.map(line => JSON.parse(line) as ShownRequest);
	return {code, err, requests, prompts: requests.filter(({path: asked, model}) => asked === '/v1/messages' && model !== null)};
}

function terminal(args: readonly string[], variables: Readonly<Record<string, string>>): Screen {
	screen = new Screen(process.execPath, [cli, ...args], {
		cwd: path.join(home, 'work'),
		env: environment(variables),
		columns: 100,
		rows: 40,
	});
	return screen;
}

function environment(variables: Readonly<Record<string, string>>): Record<string, string> {
	return homeEnvironment(home, {
		PATH: `${claude === null ? '' : `${path.dirname(claude)}${path.delimiter}`}${process.env['PATH']}`,
		TMPDIR: temporary,
		DISABLE_AUTOUPDATER: '1',
		CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		...variables,
	});
}

async function gateway(options: GatewayOptions): Promise<Gateway> {
	const started = await startGateway(options);
	gateways.push(started);
	return started;
}

async function arrives(requests: readonly unknown[]): Promise<void> {
	const until = Date.now() + 60_000;
	while (requests.length === 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 15));
	expect(requests.length).toBeGreaterThan(0);
}

/** Neither the settings that claude was started with, nor the user's own changed. */
function nothingIsLeft(): void {
	expect(readdirSync(temporary).filter(name => name.startsWith('wizard-'))).toEqual([]);
	expect(existsSync(path.join(home, '.local', 'state', 'claude-auth-wizard', 'launches'))).toBe(false);
	const settings = path.join(home, '.claude', 'settings.json');
	if (existsSync(settings)) expect(readFileSync(settings, 'utf8')).toBe(JSON.stringify({env: {ANTHROPIC_BASE_URL: dead}}));
}

function put(name: string, content: object): void {
	mkdirSync(path.dirname(path.join(home, name)), {recursive: true});
	writeFileSync(path.join(home, name), JSON.stringify(content), {mode: 0o600});
}

import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type Gateway, type GatewayOptions, startGateway} from '../../../source/gateway/gateway.ts';
import {leaks} from '../../helpers/leaks.ts';
import {needing} from '../../helpers/needing.ts';
import {claude, routerSecret} from './onboarding.ts';
import {namespaces, OwnNetwork} from './own-network.ts';
import {cli} from './person.ts';
import {homeEnvironment, Screen} from './screen.ts';

const key = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const old = `sk-ant-api03-${'0Ld'.repeat(31)}AA`;
const login = {
	accessToken: `sk-ant-oat01-${'Lg1'.repeat(31)}AA`,
	refreshToken: `sk-ant-ort01-${'Rf2'.repeat(31)}AA`,
	expiresAt: 4_102_444_800_000,
	scopes: ['user:inference', 'user:profile'],
	subscriptionType: 'max',
};
const secrets = [key, routerSecret, old, key.slice(-20), old.slice(-20), login.accessToken, login.refreshToken];
const bashrc = "alias ll='ls -l'\n";

/** What is sent where nobody gave an address of their own: api.anthropic.com is the test's gateway here, by name and by certificate. */
describe('a credential for api.anthropic.com, with the real claude, in a network of its own', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(typeof namespaces !== 'string', String(namespaces));

	let home = '';
	let gateway: Gateway;
	let network: OwnNetwork;
	let fresh: Readonly<Record<string, string>> = {};
	let stale: Readonly<Record<string, string>> = {};
	let received = '';
	const screens: Screen[] = [];

	beforeEach(() => {
		received = '';
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-anthropic-')));
		for (const folder of ['work', '.claude']) mkdirSync(path.join(home, folder));
		put('.bashrc', `${bashrc}export ANTHROPIC_API_KEY=${old}\n`);
		// As Debian and others ship it: a login shell reads ~/.bashrc by way of this.
		put('.profile', '[ -n "$BASH_VERSION" ] && [ -f ~/.bashrc ] && . ~/.bashrc\n');
	});
	afterEach(async () => {
		for (const screen of screens.splice(0)) {
			screen.kill();
			await screen.end();
		}
		await network?.close();
		await gateway?.close();
		rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	});

	describe('J1: a Console key, declined once by pressing Enter, with an older one in the way', () => {
		const carried = {authorization: null, xApiKey: {scheme: 'raw'}};
		beforeEach(async () => {
			put('.claude.json', {...trusted(), customApiKeyResponses: {approved: [], rejected: [key.slice(-20)]}});
			await open({expect: 'x-api-key'});
		});

		it('by options', async () => {
			const said = await wizard(['--credential', 'console-key', '--secret-stdin', '--store', 'settings'], `${key}\n`);
			expect(said).toMatchObject({changed: true, cannot: [], live: {ok: true, through: 'claude', interactive: {ready: true}}});
			await isProved(carried, key);
			isApproved();
		});

		it('in a terminal', async () => {
			const screen = await onboarding('1');
			await screen.sees(/Paste your Console key/);
			screen.paste(`${key}\n`);
			await screen.sees(/This is an Anthropic Console key/);
			screen.press('enter');
			await screen.sees(/Where shall it be kept/);
			screen.press('enter');
			await agree(screen);
			await isProved(carried, key);
			isApproved();
		});
	});

	describe('J2: a subscription that is signed in, with a stale key in the way', () => {
		const carried = {authorization: {scheme: 'Bearer'}, xApiKey: null};
		beforeEach(async () => {
			put('.claude.json', {...trusted(), hasCompletedOnboarding: true});
			put('.claude/.credentials.json', {claudeAiOauth: login});
			await open({expect: 'bearer'});
		});

		it('by options', async () => {
			const said = await wizard(['--credential', 'subscription']);
			expect(said).toMatchObject({changed: true, cannot: [], live: {ok: true, through: 'claude', interactive: {ready: true}}});
			await isProved(carried, login.accessToken);
			expect(JSON.parse(read('.claude/.credentials.json'))).toMatchObject({claudeAiOauth: login});
		});

		it('in a terminal', async () => {
			const screen = await onboarding('2');
			await screen.sees(/How do you want to sign in/);
			screen.press('enter');
			await agree(screen);
			await isProved(carried, login.accessToken);
			expect(JSON.parse(read('.claude/.credentials.json'))).toMatchObject({claudeAiOauth: login});
		});
	});

	describe('J7: a key of OpenRouter, taken for a Console key', () => {
		beforeEach(async () => {
			put('.claude.json', trusted());
			await open({expect: 'bearer', prefix: '/api'});
		});

		it('goes to the address that issued it, in the header it reads', async () => {
			const screen = await onboarding('1');
			await screen.sees(/Paste your Console key/);
			screen.paste(`${routerSecret}\n`);
			screen.press('enter');
			await screen.sees(/It belongs elsewhere/);
			expect(screen.visible()).toMatch(/This is an OpenRouter key/);
			screen.press('enter');
			await screen.sees(/Where shall it be kept/);
			expect(screen.visible()).toMatch(/Router or gateway key › OpenRouter › key given/);
			screen.press('enter');
			await agree(screen);
			await isProved({authorization: {scheme: 'Bearer'}, xApiKey: null}, routerSecret, 'https://openrouter.ai/api/v1/messages');
		});
	});

	/** The gateway that takes this header with this secret alone, and the two environments somebody is in. */
	async function open(options: GatewayOptions): Promise<void> {
		gateway = await startGateway({second: 'refused', reply: 'pongword', ...options});
		network = await OwnNetwork.open(gateway);
		fresh = homeEnvironment(home, {
			...network.variables,
			PATH: `${path.dirname(claude ?? '')}${path.delimiter}${process.env['PATH']}`,
			DISABLE_AUTOUPDATER: '1',
			// In a user namespace this is root, to whom the /tmp/claude-0 of the real one does not belong, and claude refuses it.
			CLAUDE_CODE_TMPDIR: home,
		});
		stale = {...fresh, ANTHROPIC_API_KEY: old};
	}

	async function wizard(options: readonly string[], stdin = ''): Promise<unknown> {
		const ended = await network.run(path.join(home, 'work'), stale, process.execPath, [cli, ...options, '--yes', '--json'], stdin);
		received += ended.stdout + ended.stderr;
		expect(ended.code, ended.stdout + ended.stderr).toBe(0);
		return JSON.parse(ended.stdout);
	}

	async function onboarding(answer: string): Promise<Screen> {
		const screen = terminal(stale, process.execPath, [cli]);
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type(answer);
		return screen;
	}

	async function agree(screen: Screen): Promise<void> {
		await screen.sees(/apply it/);
		screen.type('a');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		received += screen.raw;
	}

	/** From a new login shell, from the terminal the user sits in, and at claude's own prompt: one credential, the right one, to one host. */
	async function isProved(carried: object, secret: string, url = 'https://api.anthropic.com/v1/messages'): Promise<void> {
		const {host: to, pathname} = new URL(url);
		expect(read('.bashrc')).toBe(bashrc);
		// By its path: a login shell may make a PATH of its own.
		const line = `exec '${claude}' -p "Say ok" --max-turns 1 < /dev/null`;
		for (const [shell, env] of [
			['-lc', fresh],
			['-c', stale],
		] as const) {
			const before = gateway.requests.length;
			const ended = await network.run(path.join(home, 'work'), env, 'bash', [shell, line]);
			received += ended.stdout + ended.stderr;
			expect(ended, shell).toMatchObject({code: 0, stdout: expect.stringContaining('pongword')});
			sent(before, {path: pathname, carried}, secret, shell);
		}
		const before = gateway.requests.length;
		await talks();
		sent(before, {path: pathname, carried}, secret, 'at the prompt');

		// Whatever else claude asked, and whatever the wizard did: nothing but this credential ever left, and to this host alone.
		for (const got of gateway.requests)
			for (const one of [got.carried.authorization, got.carried.xApiKey])
				expect(one === null || one.value.reveal() === secret, got.path).toBe(true);
		expect(network.asked.filter(({host, credential}) => credential && host !== to)).toEqual([]);
		expect(leaks(received, secrets).length).toBe(0);
	}

	function isApproved(): void {
		const {approved, rejected} = JSON.parse(read('.claude.json')).customApiKeyResponses;
		expect([approved.length, approved[0] === key.slice(-20), rejected]).toEqual([1, true, []]);
	}

	function sent(before: number, what: object, secret: string, where: string): void {
		const prompts = gateway.requests.slice(before).filter(({shape}) => shape.messages);
		expect(prompts.length, where).toBeGreaterThan(0);
		for (const got of prompts) {
			expect(got, where).toMatchObject({client: 'claude-code', ...what});
			expect((got.carried.authorization ?? got.carried.xApiKey)?.value.reveal() === secret, where).toBe(true);
		}
	}

	/** As a person does in a folder that is trusted: types a word, reads the answer. A dialog about the key, whose default is No, would stop it. */
	async function talks(): Promise<void> {
		const screen = terminal(stale, claude ?? '', []);
		const question = /Do you want to use this API key|Select login method/;
		expect(await screen.sees(/shift\+tab|for shortcuts|Try "|API key\?|login method/)).not.toMatch(question);
		screen.type('pingword');
		await screen.sees(/pingword/);
		screen.press('enter');
		await screen.until(/pongword/);
		expect(screen.text()).not.toMatch(question);
		screen.kill();
		await screen.end();
		received += screen.raw;
	}

	function terminal(env: Readonly<Record<string, string>>, program: string, args: readonly string[]): Screen {
		const [command, line] = network.command(path.join(home, 'work'), program, args);
		const screen = new Screen(command, line, {cwd: home, env, columns: 100, rows: 40});
		screens.push(screen);
		return screen;
	}

	function trusted(): object {
		return {projects: {[path.join(home, 'work')]: {hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true}}};
	}

	function put(name: string, content: object | string): void {
		writeFileSync(path.join(home, name), typeof content === 'string' ? content : JSON.stringify(content), {mode: 0o600});
	}

	function read(name: string): string {
		return readFileSync(path.join(home, name), 'utf8');
	}
});

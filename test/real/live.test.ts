import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type Cause, causes} from '../../source/claude/causes.ts';
import type {Trial} from '../../source/claude/trial.ts';
import {examine} from '../../source/commands/examine.ts';
import {prove} from '../../source/commands/prove.ts';
import {Secret} from '../../source/credentials/secret.ts';
import {failures} from '../../source/gateway/failures/index.ts';
import {type Gateway, type GatewayOptions, startGateway} from '../../source/gateway/gateway.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {realMachine} from '../../source/machine/real.ts';

/** One short prompt through the real claude against every failure the gateway can play. `npm run test:real -- live` */
const claude = process.env['WIZARD_TEST_CLAUDE'];
const text = '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';
const most = 2048;

let home = '';
let gateway: Gateway | null = null;
beforeEach(({skip}) => {
	if (claude === undefined) skip('the real claude is not installed');
	home = mkdtempSync(path.join(tmpdir(), 'live-'));
});
afterEach(async () => {
	await gateway?.close();
	gateway = null;
	rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
});

const start = async (options: GatewayOptions) => {
	gateway = await startGateway(options);
	return gateway;
};
/** A computer with this claude alone, and these variables. */
const machineWith = (variables: Record<string, string>): Machine => {
	const PATH = [path.dirname(claude ?? ''), path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter);
	return realMachine('0.0.0').at(home, {HOME: home, PATH, TERM: 'xterm', LANG: 'C.UTF-8', ...variables});
};
const check = async (machine: Machine, timeout = 60_000): Promise<Trial> => {
	const proof = await prove(machine, await examine(machine), {timeout});
	if (proof.state !== 'tried') throw new Error(proof.state);
	return proof.trial;
};
const put = (file: string, value: unknown) => {
	const target = path.join(home, file);
	mkdirSync(path.dirname(target), {recursive: true});
	writeFileSync(target, typeof value === 'string' ? value : JSON.stringify(value));
};
const prompts = () => (gateway?.requests ?? []).filter(got => got.client === 'claude-code' && got.path.endsWith('/messages'));

/** What claude itself prints for each, beside our cause: recorded from 2.1.329, where an older one has other words it still has the cause. */
const words: Readonly<Record<string, RegExp>> = {
	'key-invalid': /Not logged in|Invalid API key/,
	'wrong-header-anthropic': /Not logged in|Invalid API key/,
	'wrong-header-x-api-key': /Not logged in|Invalid API key/,
	'credits-exhausted': /Credit balance is too low/,
	'model-name-unknown': /selected model|model: claude-nothing-9/,
	'protocol-mismatch': /selected model|Invalid URL/,
	'base-url-path': /selected model|404 page not found/,
	'html-not-found': /selected model|404/,
	'html-not-json': /web page|HTML|malformed response/,
	'oauth-revoked': /revoked/,
	'rate-limited': /429/,
};

describe('every failure ends in its own cause and a next step', () => {
	const played = failures.filter(({name}) => name !== 'timeout');
	it.each(played)('$name', {timeout: 90_000}, async ({name, cause}) => {
		const {url} = await start({play: name});
		const trial = await check(machineWith({ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: text}));
		console.log(`${name.padEnd(30)} ${String(trial.status).padEnd(5)} ${String(trial.cause).padEnd(22)} ${trial.shown.slice(0, 110)}`);
		expect(trial).toMatchObject({ok: false, cause});
		expect(causes[trial.cause as Cause].fix.length).toBeGreaterThan(0);
		expect(trial.shown).toMatch(words[name] ?? /\S/);
		expect(trial.shown).not.toContain(text);
		for (const {bytes} of prompts()) expect(bytes).toBeLessThanOrEqual(most);
	});

	it('silence ends with the time limit', {timeout: 60_000}, async () => {
		const {url} = await start({play: 'timeout'});
		expect(await check(machineWith({ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: text}), 4_000)).toMatchObject({
			ok: false,
			cause: 'timeout',
		});
	});

	it('a redirect to another host gets no prompt, since claude would follow it with the key in hand', {timeout: 60_000}, async () => {
		const {url} = await start({play: 'redirect'});
		expect(await check(machineWith({ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: text}))).toMatchObject({
			cause: 'base-url-path',
			through: 'probe',
		});
		expect(prompts()).toEqual([]);
	});
});

describe('a setup as people have it', () => {
	const secret = new Secret(text);
	const table: readonly (readonly [string, GatewayOptions, Record<string, string>, string, Cause | null])[] = [
		['works by Bearer', {expect: 'bearer', secret}, {ANTHROPIC_AUTH_TOKEN: text}, '', null],
		['works by x-api-key', {expect: 'x-api-key', secret}, {ANTHROPIC_API_KEY: text}, '', null],
		['works below a prefix', {expect: 'bearer', secret, prefix: '/api/anthropic'}, {ANTHROPIC_AUTH_TOKEN: text}, '', null],
		[
			'J13: works where only Claude Code is let in',
			{expect: 'bearer', secret, clients: 'claude-code'},
			{ANTHROPIC_AUTH_TOKEN: text},
			'',
			null,
		],
		[
			'J13: fails there with a wrong key',
			{expect: 'bearer', secret, clients: 'claude-code'},
			{ANTHROPIC_AUTH_TOKEN: `${text}x`},
			'',
			'gateway-key-unknown',
		],
		['has the key in the wrong variable', {expect: 'bearer', secret}, {ANTHROPIC_API_KEY: text}, '', 'wrong-header'],
		['has the token in the wrong variable', {expect: 'x-api-key', secret}, {ANTHROPIC_AUTH_TOKEN: text}, '', 'wrong-header'],
		['has another key', {expect: 'bearer', secret}, {ANTHROPIC_AUTH_TOKEN: `${text}x`}, '', 'gateway-key-unknown'],
		['has /v1 in its address', {expect: 'bearer', secret}, {ANTHROPIC_AUTH_TOKEN: text}, '/v1', 'base-url-dup-v1'],
		['lacks the prefix', {expect: 'bearer', secret, prefix: ''}, {ANTHROPIC_AUTH_TOKEN: text}, '/anthropic', 'base-url-path'],
		['asks for an unknown model', {expect: 'bearer', secret, models: ['auto']}, {ANTHROPIC_AUTH_TOKEN: text}, '', 'model-name-unknown'],
		[
			'asks for the right model',
			{expect: 'bearer', secret, models: ['auto']},
			{ANTHROPIC_AUTH_TOKEN: text, ANTHROPIC_MODEL: 'auto'},
			'',
			null,
		],
	];
	it.each(table)('%s', {timeout: 90_000}, async (_, options, variables, suffix, cause) => {
		const {url} = await start(options);
		const trial = await check(machineWith({...variables, ANTHROPIC_BASE_URL: url + suffix}));
		expect(trial).toMatchObject({ok: cause === null, cause, through: 'claude'});
	});

	it('has an address of which another form answers', {timeout: 60_000}, async () => {
		const {url} = await start({expect: 'bearer', secret, prefix: '/api/anthropic'});
		const machine = machineWith({ANTHROPIC_AUTH_TOKEN: text, ANTHROPIC_BASE_URL: `${new URL(url).origin}/api/v1`});
		const proof = await prove(machine, await examine(machine), {timeout: 60_000});
		expect(proof).toMatchObject({trial: {cause: 'base-url-dup-v1'}, form: {base: url}});
	});

	it('answers nobody', {timeout: 60_000}, async () => {
		const {url, close} = await start({});
		await close();
		expect(await check(machineWith({ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: text}))).toMatchObject({cause: 'unreachable-host'});
	});

	it('has a dead proxy before a good server', {timeout: 60_000}, async () => {
		const {url} = await start({});
		const trial = await check(
			machineWith({
				ANTHROPIC_BASE_URL: url,
				ANTHROPIC_AUTH_TOKEN: text,
				HTTPS_PROXY: 'http://127.0.0.1:9',
				HTTP_PROXY: 'http://127.0.0.1:9',
			}),
		);
		expect(trial).toMatchObject({ok: false, cause: 'http-proxy-misroute'});
	});
});

describe('the request', () => {
	it('is one, and small, whatever the user has set up', {timeout: 90_000}, async () => {
		const {url} = await start({expect: 'both-same'});
		const hook = [{hooks: [{type: 'command', command: `echo ${'injected '.repeat(300)} | tee -a ${home}/ran`}]}];
		put('helper.sh', '#!/bin/sh\necho helper-key-0123456789abcdef\n');
		put('.claude/settings.json', {
			apiKeyHelper: `sh ${home}/helper.sh`,
			hooks: {SessionStart: hook, UserPromptSubmit: hook, Stop: hook},
			outputStyle: 'Explanatory',
			language: 'german',
			env: {ANTHROPIC_BASE_URL: url, CLAUDE_CODE_MAX_RETRIES: '10', DISABLE_PROMPT_CACHING: '0'},
		});
		put('.claude/CLAUDE.md', 'be kind '.repeat(1_000));
		put('.claude/agents/a.md', `---\nname: a\ndescription: ${'x '.repeat(500)}\n---\nhello`);
		put('.claude/skills/s/SKILL.md', `---\nname: s\ndescription: ${'x '.repeat(500)}\n---\nhello`);
		put('.claude.json', {mcpServers: {m: {command: 'sh', args: ['-c', `echo mcp >> ${home}/ran`]}}});
		const trial = await check(machineWith({}));
		expect(trial).toMatchObject({ok: true, probe: null});
		expect(prompts()).toHaveLength(1);
		expect(prompts()[0]).toMatchObject({shape: {tools: 0}, carried: {authorization: {scheme: 'Bearer'}, xApiKey: {scheme: 'raw'}}});
		console.log(`request: ${prompts()[0]?.bytes} bytes`);
		expect(prompts()[0]?.bytes).toBeLessThanOrEqual(most);
		expect((await import('node:fs')).existsSync(path.join(home, 'ran'))).toBe(false);
	});

	// 2.0.77 repeats a stream that failed once more as a whole answer.
	it('is refused once or twice, not eleven times', {timeout: 60_000}, async () => {
		const {url} = await start({play: 'overloaded'});
		await check(machineWith({ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: text}));
		expect(prompts().length).toBeLessThanOrEqual(2);
	});
});

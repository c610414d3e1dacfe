import {execFile, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {transformSync} from 'esbuild';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {Secret} from '../../source/credentials/secret.ts';
import {type Gateway, startGateway} from '../../source/gateway/gateway.ts';
import {needing} from '../helpers/needing.ts';
import {installed, needs} from '../helpers/needs.ts';
import {claude} from './stories/onboarding.ts';
import {cli} from './stories/person.ts';
import {homeEnvironment} from './stories/screen.ts';

const keys = {
	CLAUDE_CODE_OAUTH_TOKEN: `sk-ant-oat01-${'57041e57'.repeat(10)}AA`,
	ANTHROPIC_API_KEY: `sk-ant-api03-${'57041e57'.repeat(11)}AAAAAAA`,
	gateway: 'gw-57041e5757041e5757041e5757041e57',
} as const;
const stale = 'gw-0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0l';

type Ended = {readonly code: number; readonly stdout: string; readonly stderr: string};
type Values = Readonly<Record<string, string>>;

type Header = 'authorization' | 'xApiKey';

/** Each row: what is exported, the names it is carried by, its text, and the header in which it goes out. */
const rows: readonly (readonly [what: string, options: readonly string[], carriers: readonly string[], secret: string, header: Header])[] =
	[
		['a setup-token', ['--credential', 'subscription'], ['CLAUDE_CODE_OAUTH_TOKEN'], keys.CLAUDE_CODE_OAUTH_TOKEN, 'authorization'],
		['an API key', ['--credential', 'console-key'], ['ANTHROPIC_API_KEY'], keys.ANTHROPIC_API_KEY, 'xApiKey'],
		[
			'a gateway that reads bearer',
			['--base-url', '{gateway}', '--auth', 'bearer'],
			['ANTHROPIC_AUTH_TOKEN'],
			keys.gateway,
			'authorization',
		],
		['a gateway that reads x-api-key', ['--base-url', '{gateway}', '--auth', 'x-api-key'], ['ANTHROPIC_API_KEY'], keys.gateway, 'xApiKey'],
	];

describe('claude without a terminal, as wizard export sets it up, with the real claude', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(process.platform !== 'win32', 'jobs, cron and systemd are of Unix');
	let home = '';
	let gateway: Gateway;

	beforeEach(() => {
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-headless-')));
		mkdirSync(path.join(home, 'work'));
		mkdirSync(path.join(home, '.local/bin'), {recursive: true});
	});
	afterEach(async () => {
		await gateway?.close();
		rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	});

	const open = async (header: Header, secret: string) => {
		gateway = await startGateway({
			expect: header === 'authorization' ? 'bearer' : 'x-api-key',
			secret: new Secret(secret),
			second: 'refused',
		});
	};
	const quiet = () => ({DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1'});
	/** The real claude at the place where installers put it; for a key of Anthropic's own the gateway stands in for Anthropic. */
	const putClaude = (options: readonly string[], settings: 'no settings' | 'settings' = 'no settings') => {
		const file = path.join(home, '.local/bin/claude');
		const instead = `--settings '${JSON.stringify({env: {ANTHROPIC_BASE_URL: gateway.url}})}'`;
		const [env, words] = settings === 'settings' ? ['', instead] : [`ANTHROPIC_BASE_URL=${gateway.url}`, ''];
		if (options.includes('{gateway}')) symlinkSync(claude ?? '', file);
		else writeFileSync(file, `#!/bin/sh\n${env} exec '${claude}' ${words} "$@"\n`, {mode: 0o755});
	};
	const exported = async (engine: string, options: readonly string[], input = ''): Promise<string> => {
		const words = options.map(word => word.replaceAll('{gateway}', gateway.url));
		const secret = input === '' ? [] : ['--form', 'literal', '--secret-stdin'];
		const {code, stdout, stderr} = await run(
			process.execPath,
			[cli, 'export', '--for', engine, ...words, ...secret],
			homeEnvironment(home),
			home,
			input,
		);
		expect([code, stderr]).toEqual([0, '']);
		return stdout;
	};
	const answersOnce = ({code, stdout, stderr}: Ended, header: Header, secret: string) => {
		expect([code, stdout, stderr]).toEqual([0, expect.stringContaining('ok'), expect.anything()]);
		const sent = gateway.requests.filter(({shape}) => shape.messages);
		expect(sent.length).toBeGreaterThan(0);
		for (const {carried} of sent) {
			expect(carried[header]?.value.reveal() === secret, 'the right header').toBe(true);
			expect(carried[header === 'xApiKey' ? 'authorization' : 'xApiKey'], 'the other header').toBeNull();
		}
	};

	describe('GitHub Actions', () => {
		/** As a runner does it: expressions replaced, the secrets by the names under which the first lines say to store them. */
		const jobs = (text: string, secret: string): Readonly<Record<'prompt' | 'mention', Job>> => {
			const stored = [...text.matchAll(/gh secret set (\w+)/g)].map(([, name]) => name);
			expect(stored).toHaveLength(1);
			const filled = text
				.replaceAll(/\$\{\{ secrets\.(\w+) \}\}/g, (_, name) => (stored.includes(name) ? secret : ''))
				.replaceAll('${{ inputs.prompt }}', 'Say ok');
			expect(filled).not.toContain('${{');
			return parse(filled).jobs;
		};
		// A runner of one's own has whatever its machine exports.
		const runner = () => homeEnvironment(home, {PATH: `${home}/.local/bin:${process.env['PATH'] ?? ''}`, CI: 'true', ...quiet()});
		const foreign = {
			ANTHROPIC_API_KEY: stale,
			ANTHROPIC_AUTH_TOKEN: stale,
			ANTHROPIC_MODEL: 'no-such-model',
			ANTHROPIC_CUSTOM_HEADERS: 'x-foreign: 1',
			CLAUDE_CODE_USE_BEDROCK: '1',
		};

		it.each(rows)('%s: every run step of the job, and claude answers', async (_, options, carriers, secret, header) => {
			await open(header, secret);
			putClaude(options);
			writeFileSync(path.join(home, '.local/bin/npm'), `#!/bin/sh\necho "$*" >> '${home}/npm.log'\n`, {mode: 0o755});
			const {prompt} = jobs(await exported('github-actions', options), secret);
			let last: Ended = {code: -1, stdout: '', stderr: ''};
			for (const {run: script, env = {}} of prompt.steps.filter(step => step.run !== undefined)) {
				const file = path.join(home, 'step.sh');
				writeFileSync(file, script ?? '');
				last = await run('bash', ['-e', file], {...runner(), ...foreign, ...env}, path.join(home, 'work'));
			}
			answersOnce(last, header, secret);
			expect(existsSync(path.join(home, 'npm.log'))).toBe(true);
			expect(prompt.steps.filter(({env}) => carriers.some(name => env?.[name] === secret))).toHaveLength(1);
		});

		it.each(rows)(
			'%s: what the action makes of its inputs passes its check, and one header goes out',
			async (_, options, __, secret, header) => {
				await open(header, secret);
				putClaude(options, 'settings');
				const {mention} = jobs(await exported('github-actions', options), secret);
				const {with: inputs = {}} = mention.steps.find(({uses}) => uses?.startsWith('anthropics/claude-code-action@')) ?? {};
				const given = {
					ANTHROPIC_API_KEY: inputs['anthropic_api_key'] ?? '',
					CLAUDE_CODE_OAUTH_TOKEN: inputs['claude_code_oauth_token'] ?? '',
				};
				expect(given.ANTHROPIC_API_KEY || given.CLAUDE_CODE_OAUTH_TOKEN).not.toBe('');
				mkdirSync(path.join(home, '.claude'));
				writeFileSync(path.join(home, '.claude/settings.json'), inputs['settings'] ?? '{}');
				const env = {...runner(), ...foreign, ...mention.env, ...given};
				answersOnce(await run('claude', ['-p', 'Say ok'], env, path.join(home, 'work')), header, secret);
			},
		);

		it('the trap of the action: without its settings, a bearer key goes out as x-api-key too', async () => {
			await open('authorization', keys.gateway);
			putClaude(['{gateway}']);
			const {mention} = jobs(await exported('github-actions', ['--base-url', '{gateway}']), keys.gateway);
			const env = {...runner(), ...mention.env, ANTHROPIC_API_KEY: keys.gateway, CLAUDE_CODE_MAX_RETRIES: '0'};
			await run('claude', ['-p', 'Say ok'], env, path.join(home, 'work'));
			const [sent] = gateway.requests.filter(({shape}) => shape.messages);
			expect([sent?.carried.authorization, sent?.carried.xApiKey].map(one => one?.value.reveal() === keys.gateway)).toEqual([true, true]);
		});
	});

	describe('cron', () => {
		/** What cron itself gives a line, and no more. */
		const bare = () => ({HOME: home, LOGNAME: 'ada', SHELL: '/bin/sh', PATH: '/usr/bin:/bin'});
		const lineOf = (text: string) => /^# +\d+ \d+ \S+ \S+ \S+ (.*)$/m.exec(text)?.[1] ?? '';
		const put = (text: string) => {
			mkdirSync(path.join(home, '.config/claude-auth-wizard'), {recursive: true});
			writeFileSync(path.join(home, '.config/claude-auth-wizard/cron.sh'), text, {mode: 0o600});
		};

		it.each(rows)('%s: the line, by sh with the environment of cron', async (_, options, __, secret, header) => {
			await open(header, secret);
			putClaude(options);
			const text = await exported('cron', options, secret);
			put(text);
			expect(lineOf(text).length).toBeLessThan(900);
			answersOnce(await run('/bin/sh', ['-c', lineOf(text)], {...bare(), ...quiet()}, home), header, secret);
		});

		it('says so where the secret was not put in yet, and starts nothing', async () => {
			await open('authorization', keys.gateway);
			writeFileSync(path.join(home, '.local/bin/claude'), '#!/bin/sh\necho started\n', {mode: 0o755});
			const text = await exported('cron', ['--base-url', '{gateway}']);
			put(text);
			const {code, stdout, stderr} = await run('/bin/sh', ['-c', lineOf(text)], bare(), home);
			expect([code === 0, stdout, stderr]).toEqual([false, '', expect.stringContaining('ANTHROPIC_AUTH_TOKEN')]);
		});
	});

	describe('a systemd service', () => {
		it.each(rows)('%s: the unit is accepted, and its command answers with its environment', async (_, options, __, secret, header) => {
			await open(header, secret);
			putClaude(options);
			const text = await exported('systemd-service', [...options, ...(options.includes('subscription') ? ['--form', 'ask'] : [])]);
			const unit = path.join(home, '.config/systemd/user/claude.service');
			mkdirSync(path.dirname(unit), {recursive: true});
			writeFileSync(unit, text);
			const store = /^# +(bash -c '.*')$/m.exec(text)?.[1] ?? '';
			expect((await run('bash', ['-c', store], {HOME: home, PATH: process.env['PATH'] ?? ''}, home, `${secret}\n`)).code).toBe(0);
			const file = path.join(home, '.config/claude-auth-wizard/service.env');
			expect(statSync(file).mode & 0o777).toBe(0o600);
			if (installed('systemd-analyze') !== null) {
				const verified = spawnSync('systemd-analyze', ['verify', '--user', '--man=no', unit], {
					encoding: 'utf8',
					env: {HOME: home, XDG_RUNTIME_DIR: home, PATH: process.env['PATH'] ?? ''},
				});
				expect([verified.status, `${verified.stdout}${verified.stderr}`.split('\n').filter(line => line.includes(unit))]).toEqual([0, []]);
			}
			const imported = {ANTHROPIC_MODEL: 'no-such-model', ANTHROPIC_CUSTOM_HEADERS: 'x-foreign: 1', ...quiet()};
			const [line, env] = startedBy(text, {HOME: home, PATH: '/usr/bin:/bin', ...imported}, file);
			answersOnce(await run('/bin/sh', ['-c', line], env, home), header, secret);
		});
	});

	describe('containers', () => {
		it.each(rows)("%s: Docker's --env-file", async (_, options, __, secret, header) => {
			await open(header, secret);
			putClaude(options);
			const text = await exported('docker', options, secret);
			// As docker reads it: no quotes, no expansion, # begins a comment.
			const env = Object.fromEntries(
				text
					.split('\n')
					.filter(line => line !== '' && !line.startsWith('#'))
					.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
			);
			const container = {HOME: home, PATH: `${home}/.local/bin:/usr/bin:/bin`, ...quiet(), ...env};
			answersOnce(await run('claude', ['-p', 'Say ok'], container, home), header, secret);
		});

		it.each(rows)('%s: the remoteEnv of a dev container', async (_, options, carriers, secret, header) => {
			await open(header, secret);
			putClaude(options);
			const text = await exported('devcontainer', options);
			const {remoteEnv} = parse(text.replaceAll(/^\t\/\/.*$/gm, '').replaceAll('\t', ' ')) as {remoteEnv: Record<string, string | null>};
			const local: Values = Object.fromEntries(carriers.map(name => [name, secret]));
			const image: Record<string, string> = {
				HOME: home,
				PATH: `${home}/.local/bin:/usr/bin:/bin`,
				...quiet(),
				ANTHROPIC_MODEL: 'no-such-model',
			};
			for (const [name, value] of Object.entries(remoteEnv))
				if (value === null) delete image[name];
				else image[name] = value.replaceAll(/\$\{localEnv:(\w+)\}/g, (_whole, from) => local[from] ?? '');
			answersOnce(await run('claude', ['-p', 'Say ok'], image, home), header, secret);
		});
	});

	describe('the Agent SDK', () => {
		const sdk = path.join(import.meta.dirname, '../../.cache/agent-sdk-0.3.330/node_modules');
		const program = () => ({
			...homeEnvironment(home),
			...quiet(),
			ANTHROPIC_MODEL: 'no-such-model',
			ANTHROPIC_CUSTOM_HEADERS: 'x-foreign: 1',
		});

		it.each(rows)(
			'%s: TypeScript, with the real SDK',
			async (_, options, carriers, secret, header) => {
				await open(header, secret);
				putClaude(options);
				const text = await exported('agent-sdk-typescript', [...options, ...(options.includes('subscription') ? ['--form', 'ask'] : [])]);
				const use = [
					"import {query} from '@anthropic-ai/claude-agent-sdk';",
					text,
					`const options = {env, pathToClaudeCodeExecutable: '${home}/.local/bin/claude', maxTurns: 1};`,
					"for await (const message of query({prompt: 'Say ok', options})) if (message.type === 'result') console.log(message.result);",
				].join('\n');
				symlinkSync(sdk, path.join(home, 'node_modules'));
				writeFileSync(path.join(home, 'agent.mjs'), transformSync(use, {loader: 'ts'}).code);
				const env = {...program(), ...Object.fromEntries(carriers.map(name => [name, secret]))};
				answersOnce(await run(process.execPath, ['agent.mjs'], env, home), header, secret);
			},
			120_000,
		);

		it.each(rows)('%s: Python, with a stand-in that merges as the SDK does', async (_, options, carriers, secret, header) => {
			await open(header, secret);
			putClaude(options);
			const text = await exported('agent-sdk-python', [...options, ...(options.includes('subscription') ? ['--form', 'ask'] : [])]);
			const use =
				"import os, subprocess\nsubprocess.run(['claude', '-p', 'Say ok'], env={**os.environ, **env}, stdin=subprocess.DEVNULL, check=True)";
			writeFileSync(path.join(home, 'agent.py'), `${text}\n${use}\n`);
			const env = {
				...program(),
				PATH: `${home}/.local/bin:${process.env['PATH'] ?? ''}`,
				...Object.fromEntries(carriers.map(name => [name, secret])),
			};
			answersOnce(await run('python3', ['agent.py'], env, home), header, secret);
		});

		beforeEach(context => {
			if (context.task.name.includes('Python')) needs(context, 'python3');
			else if (!existsSync(sdk)) context.skip('the Agent SDK is not in .cache/: npm run test:real');
		});
	});
});

type Job = {
	readonly env?: Values;
	readonly steps: readonly {readonly run?: string; readonly uses?: string; readonly env?: Values; readonly with?: Values}[];
};

/** systemd's own rules for what stands in the unit: its last word on the environment is UnsetEnvironment. */
function startedBy(unit: string, manager: Values, secretFile: string): readonly [line: string, env: Values] {
	const env: Record<string, string> = {...manager};
	const {HOME: home = ''} = manager;
	const of = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
	const plain = (text: string) => text.replaceAll('%h', home).replaceAll('%%', '%').replaceAll(/\\(.)/g, '$1');
	for (const value of of('Environment')) {
		const bare = plain(value.replace(/^"(.*)"$/, '$1'));
		env[bare.slice(0, bare.indexOf('='))] = bare.slice(bare.indexOf('=') + 1);
	}
	expect(of('EnvironmentFile').map(plain)).toEqual([secretFile]);
	for (const line of spawnSync('cat', [secretFile], {encoding: 'utf8'}).stdout.split('\n').filter(Boolean))
		env[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
	for (const name of of('UnsetEnvironment').flatMap(value => value.split(' '))) delete env[name];
	return [of('ExecStart')[0] ?? '', env];
}

function run(program: string, args: readonly string[], env: Values, cwd: string, input = ''): Promise<Ended> {
	return new Promise(resolve => {
		const child = execFile(program, [...args], {env, cwd, timeout: 100_000}, (error, stdout, stderr) =>
			resolve({code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr}),
		);
		child.stdin?.on('error', () => {}).end(input);
	});
}

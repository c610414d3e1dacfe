import {describe, expect, it} from 'vitest';
import {offerAtLogin} from '../../../source/commands/onboard/chain/offer-at-login.ts';
import type {Room} from '../../../source/commands/onboard/step.ts';
import {openTalk} from '../../../source/commands/onboard-talking.ts';
import {lookAt} from '../../../source/commands/translator/look-translators.ts';
import type {Call, Reply} from '../../../source/machine/machine.ts';
import {type Pretend, type PretendOptions, pretend} from '../../../source/machine/pretend.ts';
import {translators} from '../../../source/providers/translators/index.ts';
import {type Said, Script} from './script.ts';

const good = `gsk_${'a1B2'.repeat(13)}`;
const bad = `gsk_${'Zz09'.repeat(13)}`;
const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
const back = {back: true} as const;
const leave = {leave: true} as const;
const routerFile = '/home/ada/.claude-code-router/config.json';
const program = {text: '#!/bin/sh\n', mode: 0o755};
const routerSettings = (key: string) =>
	`{\n  // mine\n  "PORT": 3999,\n  "Providers": [{"name": "groq", "api_base_url": "https://api.groq.com/openai/v1/chat/completions", "api_key": "${key}", "models": ["old"]}],\n  "Router": {"default": "groq,old"}\n}\n`;

type House = {readonly running?: boolean; readonly starts?: boolean} & Pick<PretendOptions, 'files' | 'variables'>;

/** A computer on which ccr answers at its port once it was started, and Groq knows one key and one model. */
function house({running = false, starts = true, files = {}, variables = {}}: House) {
	let answers = running;
	const asked: Call[] = [];
	const started: {readonly program: string; readonly env: Readonly<Record<string, string>>}[] = [];
	const reply = (status: number, body: string): Reply => ({state: 'answered', status, headers: {}, body, ms: 1});
	const machine: Pretend = pretend({
		variables: {PATH: '/usr/bin', SHELL: '/bin/bash', ...variables},
		cwd: '/home/ada/work',
		files: {'/usr/bin/claude': program, '~/work/notes': '', ...files},
		// Their `.env` is in the .gitignore of all three.
		run: async (_, args) => ({
			state: 'ended',
			code: args.includes('ls-files') ? 1 : 0,
			stdout: args.includes('--version') ? '2.1.329 (Claude Code)\n' : '',
			stderr: '',
		}),
		async call(call) {
			const {hostname} = new URL(call.url);
			if (hostname === '127.0.0.1') return answers ? reply(200, '{}') : {state: 'failed', code: 'ECONNREFUSED', message: '', ms: 0};
			asked.push(call);
			if (call.headers['authorization'] !== `Bearer ${good}`) return reply(401, '{"error":{"message":"Invalid API Key"}}');
			if (call.method === 'GET') return reply(200, '{}');
			return JSON.parse(call.body ?? '{}').model === 'llama'
				? reply(200, '{}')
				: reply(404, '{"error":{"message":"no model of that name"}}');
		},
		async leave(file, _, {env}) {
			started.push({program: file, env});
			answers = starts;
			return 77;
		},
		async handOver(file, args) {
			if (file === 'npm' && args.includes('@musistudio/claude-code-router@2'))
				machine.tree.put('/usr/bin/ccr', {kind: 'file', bytes: new Uint8Array(), mode: 0o755, uid: 1000, gid: 1000, mtime: 0});
			return 0;
		},
	});
	return {machine, asked, started};
}

async function talk(machine: Pretend, answers: readonly Said[]) {
	const script = new Script(answers);
	const code = await (await openTalk(script, {machine, terminal} as never))();
	const text = [...script.asked, ...script.shown].join('\n');
	for (const key of [good, bad]) expect(text).not.toContain(key.slice(6));
	return {code, text, asked: script.asked, left: script.left};
}

const read = (machine: Pretend, file: string): string => {
	const reading = machine.files.read(file);
	return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : reading.state;
};
const env = (machine: Pretend) => JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env;

const groq = ['OpenAI-compatible', 'Groq'] as const;
const write = ['settings.json', 'a'] as const;

describe('a service that speaks OpenAI alone', () => {
	it('gets a translator that is installed by the command that was shown, in one plan with claude', async () => {
		const {machine, asked, started} = house({});
		const {code, text, asked: titles, left} = await talk(machine, [...groq, 'npm install', good, 'llama', 'yes', ...write, 'yes', 'no']);
		expect([code, left]).toEqual([0, 0]);
		expect(text).toContain('No translator was found on this computer.');
		expect(text).toContain('claude-code-router is installed.');
		expect(text).toContain('api.groq.com takes the key, and llama answers.');
		expect(text).toMatch(/Put groq behind claude-code-router {2}~\/\.claude-code-router\/config\.json/);
		expect(asked.every(({url}) => new URL(url).host === 'api.groq.com')).toBe(true);
		expect(JSON.parse(read(machine, routerFile))).toMatchObject({
			Providers: [{name: 'groq', api_base_url: 'https://api.groq.com/openai/v1/chat/completions', api_key: good, models: ['llama']}],
			Router: {default: 'groq,llama'},
		});
		expect(env(machine)).toMatchObject({ANTHROPIC_BASE_URL: 'http://127.0.0.1:3456', ANTHROPIC_AUTH_TOKEN: 'local-claude-code-router'});
		expect(started.map(({program: file}) => file)).toEqual(['/usr/bin/ccr']);
		// Its address is known, and the gate as well.
		expect(titles.filter(title => /address|own key/.test(title))).toEqual([]);
	});

	it('is asked before a key goes into a file, and what it refuses is asked for again', async () => {
		const {machine, asked} = house({files: {'/usr/bin/ccr': program, '~/.claude-code-router/config.json': routerSettings(bad)}});
		const before = read(machine, routerFile);
		const wrong = await talk(machine, [...groq, 'Set up claude-code-router', bad, 'none', 'yes', leave]);
		expect(wrong.text).toContain('Said: (401)');
		expect(wrong.asked.at(-1)).toBe('What shall be asked again?');
		expect(read(machine, routerFile)).toBe(before);

		const answers = [bad, 'none', 'yes', 'another key', good, 'yes', 'another model', 'llama', 'yes', ...write, 'no', 'no'];
		const {code, text} = await talk(machine, [...groq, 'Set up claude-code-router', ...answers]);
		expect(code).toBe(0);
		expect(text).toContain('Said: (404)');
		expect(text).toContain('Later: wizard translator start claude-code-router');
		expect(read(machine, routerFile)).toContain('// mine');
		expect(read(machine, routerFile)).toContain(good);
		expect(env(machine).ANTHROPIC_BASE_URL).toBe('http://127.0.0.1:3999');
		const calls = asked.length;
		await talk(house({}).machine, [...groq, 'npm install', good, 'llama', 'no', leave]);
		expect(asked.length).toBe(calls);
	});

	it('keeps the key that stands there, and goes back without losing an answer', async () => {
		const {machine} = house({files: {'/usr/bin/ccr': program, '~/.claude-code-router/config.json': routerSettings(good)}});
		const answers = ['', 'llama', back, '', 'yes', ...write, 'yes', 'no'];
		const {code, left} = await talk(machine, [...groq, 'Set up claude-code-router', ...answers]);
		expect([code, left]).toEqual([0, 0]);
		expect(read(machine, routerFile)).toContain(good);
		expect(read(machine, routerFile)).toContain('"groq,llama"');
	});

	it('is told where a start does not help, and by which command it is tried again', async () => {
		const {machine} = house({starts: false, files: {'/usr/bin/ccr': program}});
		const {text} = await talk(machine, [...groq, 'Set up claude-code-router', good, 'llama', 'no', ...write, 'yes', 'no']);
		expect(text).toContain('claude-code-router was started and does not answer at port 3456.');
	});
});

describe('a translator that is there', () => {
	it('is used as it runs: nothing of it is asked or written, and what is wrong with it is told', async () => {
		const settings = routerSettings('sk-xxx');
		const {machine, started} = house({running: true, files: {'/usr/bin/ccr': program, '~/.claude-code-router/config.json': settings}});
		const {code, text} = await talk(machine, ['OpenAI-compatible', 'I have a proxy', 'Use the one that runs', ...write, 'no']);
		expect(code).toBe(0);
		expect(text).toContain("The service's key is missing in its settings  ~/.claude-code-router/config.json:4");
		expect(read(machine, routerFile)).toBe(settings);
		expect(env(machine).ANTHROPIC_BASE_URL).toBe('http://127.0.0.1:3999');
		expect(started).toEqual([]);
	});

	it.each([
		['by where git has it from', {'~/ccp/.git/config': 'url = https://github.com/aaaronmiller/claude-code-proxy\n'}, []],
		['by an answer, where nothing tells', {}, ['of aaaronmiller']],
	])('in a folder is told from its namesakes %s, and is not outranked by an old export', async (_, files, answer) => {
		const {machine, started} = house({
			variables: {OPENAI_API_KEY: bad},
			files: {'/usr/bin/uv': program, '~/ccp/.env': '# mine\nOPENAI_API_KEY=pass\nBIG_MODEL=old\n', ...files},
		});
		const {code, asked} = await talk(machine, [...groq, 'in a folder', '~/ccp', ...answer, good, 'llama', 'yes', ...write, 'yes', 'no']);
		expect(code).toBe(0);
		expect(asked.includes('Which process reads this file?')).toBe(answer.length > 0);
		expect(read(machine, '/home/ada/ccp/.env')).toMatch(/^# mine\nOPENAI_API_KEY=gsk_\S+\nBIG_MODEL=llama\n/);
		expect(env(machine)).toMatchObject({ANTHROPIC_BASE_URL: 'http://127.0.0.1:8082', ANTHROPIC_API_KEY: 'local-ccp-aaaronmiller'});
		expect(started.map(one => [one.program, one.env['OPENAI_API_KEY']])).toEqual([['/usr/bin/uv', undefined]]);
	});

	it('asks for the very model, where the translator knows models by their names', async () => {
		const {machine} = house({files: {'/usr/bin/litellm': program}});
		await talk(machine, [...groq, 'Set up LiteLLM', good, 'llama', 'yes', ...write, 'no', 'no']);
		expect(read(machine, '/home/ada/.config/litellm/config.yaml')).toContain('model_name: llama');
		expect(env(machine)).toMatchObject({ANTHROPIC_BASE_URL: 'http://127.0.0.1:4000', ANTHROPIC_MODEL: 'llama'});
	});
});

describe('the start at each login', () => {
	const [router] = translators;
	const settled = async (run: PretendOptions['run'], said: string) => {
		const machine = pretend({
			variables: {PATH: '/usr/bin'},
			files: {'/usr/bin/ccr': program, '~/.claude-code-router/config.json': routerSettings(good)},
			...(run === undefined ? {} : {run}),
		});
		if (router === undefined) throw new Error('there is no translator');
		const script = new Script([said]);
		await offerAtLogin({translator: {found: await lookAt(router, machine), settings: 'change'}}, {
			conversation: script,
			machine,
		} as unknown as Room);
		return {unit: read(machine, '/home/ada/.config/systemd/user/claude-code-router.service'), shown: script.shown.join('\n')};
	};

	it('is a unit of the user that systemd is told of, and only after a yes', async () => {
		const ran: string[] = [];
		const run: PretendOptions['run'] = async (file, args) => {
			ran.push([file, ...args].join(' '));
			return {state: 'ended', code: 0, stdout: '', stderr: ''};
		};
		expect((await settled(run, 'no')).unit).toBe('absent');
		expect(ran).toEqual([]);
		const {unit, shown} = await settled(run, 'yes');
		expect(unit).toContain('ExecStart="/usr/bin/ccr" "start"');
		expect(ran).toContain('systemctl --user enable --now claude-code-router.service');
		expect(shown).toMatch(/starts at each login\. To end that: wizard undo \S+/);
	});

	it('is left to the user where systemd does not take it', async () => {
		const {unit, shown} = await settled(async () => ({state: 'missing'}), 'yes');
		expect(unit).toContain('[Install]');
		expect(shown).toContain('run it yourself: systemctl --user enable');
	});
});

describe('the key of an endpoint that has a page for it', () => {
	const router = `sk-or-v1-${'57041e57'.repeat(8)}`;
	const other = `sk-or-v1-${'0badc0de'.repeat(8)}`;

	it('is proved there only where that is asked for, and one that is refused is pasted again', async () => {
		const asked: string[] = [];
		const machine = pretend({
			variables: {PATH: '/usr/bin', SHELL: '/bin/bash'},
			cwd: '/home/ada/work',
			files: {'/usr/bin/claude': program, '~/work/notes': ''},
			run: async () => ({state: 'ended', code: 0, stdout: '2.1.329 (Claude Code)\n', stderr: ''}),
			async call({url, headers}) {
				asked.push(url);
				const status = headers['authorization'] === `Bearer ${router}` ? 200 : 401;
				return {state: 'answered', status, headers: {}, body: '{"data":{"limit_remaining":null}}', ms: 1};
			},
		});
		await talk(machine, ['Router', 'OpenRouter', other, 'settings.json', leave]);
		expect(asked).toEqual([]);
		const {code, text} = await talk(machine, ['Router', 'OpenRouter', other, 'settings.json', 'k', 'another key', router, 'k', 'a', 'no']);
		expect(code).toBe(0);
		expect(text).toMatch(/openrouter\.ai refuses the key\.[\s\S]*openrouter\.ai takes the key\./);
		expect(asked).toEqual(['https://openrouter.ai/api/v1/key', 'https://openrouter.ai/api/v1/key']);
		expect(env(machine).ANTHROPIC_AUTH_TOKEN).toBe(router);
		for (const key of [router, other]) expect(text).not.toContain(key.slice(9));
	});
});

import {describe, expect, it} from 'vitest';
import {judgeAddress} from '../../../source/commands/onboard/ask-address.ts';
import {openTalk} from '../../../source/commands/onboard-talking.ts';
import {type Pretend, type PretendOptions, pretend} from '../../../source/machine/pretend.ts';
import {type Said, Script} from './script.ts';

const openRouter = `sk-or-v1-${'57041e57'.repeat(8)}`;
const kimiCode = `sk-kimi-${'57041e57'.repeat(8)}`;
const plain = `k-${'57041e57'.repeat(4)}`;
const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
const back = {back: true} as const;
const leave = {leave: true} as const;
const kept = ['settings.json', 'a', 'no'];

const withClaude: PretendOptions = {
	variables: {PATH: '/usr/bin', SHELL: '/bin/bash'},
	files: {'/usr/bin/claude': {text: '#!/bin/sh\n', mode: 0o755}},
	cwd: '/home/ada/work',
	run: async (_, args) => ({state: 'ended', code: 0, stdout: args.includes('--version') ? '2.1.329 (Claude Code)\n' : '', stderr: ''}),
};

async function talk(answers: readonly Said[], files: Readonly<Record<string, string>> = {}, call: PretendOptions['call'] = undefined) {
	const machine: Pretend = pretend({...withClaude, files: {...withClaude.files, ...files}, ...(call === undefined ? {} : {call})});
	const script = new Script(answers);
	const run = await openTalk(script, {machine, terminal} as never);
	const code = await run();
	const reading = machine.files.read('/home/ada/.claude/settings.json');
	const env = reading.state === 'bytes' ? JSON.parse(new TextDecoder().decode(reading.bytes)).env : null;
	expect([...script.asked, ...script.shown].join('\n')).not.toContain('57041e57');
	return {code, env, asked: script.asked, shown: script.shown.join('\n'), left: script.left};
}

describe('an endpoint that is chosen', () => {
	it('brings its address, its header and its models', async () => {
		const {code, env} = await talk(['Router', 'DeepSeek', plain, '', ...kept]);
		expect(code).toBe(0);
		expect(env).toMatchObject({
			ANTHROPIC_BASE_URL: 'https://api.deepseek.com/anthropic',
			ANTHROPIC_AUTH_TOKEN: plain,
			ANTHROPIC_MODEL: 'deepseek-v4-pro[1m]',
			ANTHROPIC_DEFAULT_HAIKU_MODEL: 'deepseek-flash',
		});
		expect((await talk(['Router', 'OpenCode', plain, '', ...kept])).env).toMatchObject({ANTHROPIC_API_KEY: plain});
		// A name that its own maker writes with a space.
		expect(
			(
				await talk([
					'Router',
					'KAT-Coder',
					'https://vanchin.streamlake.ai/api/gateway/v1/endpoints/ep-1/claude-code-proxy',
					plain,
					'',
					...kept,
				])
			).env,
		).toMatchObject({
			ANTHROPIC_MODEL: 'KAT-Coder-Pro V1',
		});
	});

	it('asks which of its addresses, and takes one that is typed as well', async () => {
		const {env, asked} = await talk(['Router', 'Volcengine', 'Agent Plan', plain, '', ...kept]);
		expect(asked).toContain('Which of the addresses of Volcengine Ark (Doubao) is it?');
		expect(env.ANTHROPIC_BASE_URL).toBe('https://ark.cn-beijing.volces.com/api/plan');
		const typed = await talk(['Router', 'StepFun', back, 'StepFun', 'Another address', 'https://step.acme.example', plain, '', ...kept]);
		expect(typed.env).toMatchObject({ANTHROPIC_BASE_URL: 'https://step.acme.example', ANTHROPIC_MODEL: 'step-3.5-flash-2603'});
	});

	it('does not take the gap in an address for the address', async () => {
		await expect(talk(['Router', 'Databricks', ''])).rejects.toThrow(/\{workspace-host\} stands for something of yours/);
		const {env} = await talk([
			'Router',
			'Databricks',
			'https://dbc-1.cloud.databricks.com/serving-endpoints/anthropic',
			`dapi${'0a'.repeat(16)}`,
			'',
			...kept,
		]);
		expect(env).toMatchObject({CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: '1', ANTHROPIC_MODEL: 'databricks-claude-sonnet-4-5'});
	});

	it('asks for headers of its own, and keeps them where several secrets can be', async () => {
		const {env, asked} = await talk(['Router', 'Helicone', `sk-ant-api03-${'Qz7'.repeat(31)}AA`, 'h3l1-57041e57', 'settings.json', leave]);
		expect(asked).toContain('Helicone reads a header of its own: Helicone-Auth');
		expect(env).toBeNull();
		const portkey = await talk(['Router', 'Portkey', plain, '@anthropic', ...kept]);
		expect(portkey.env.ANTHROPIC_CUSTOM_HEADERS).toBe(`x-portkey-provider: @anthropic\nx-portkey-api-key: ${plain}`);
		await expect(talk(['Router', 'Portkey', plain, ''])).rejects.toThrow(/Nothing was entered yet/);
		await expect(talk(['Router', 'Portkey', plain, '@a', 'a file that'])).rejects.toThrow(/has no choice/);
	});

	it('that claude cannot ask by itself leads to a proxy, and a cloud to its manual', async () => {
		const {asked} = await talk([
			'Router',
			'Groq',
			'Choose another',
			'Groq',
			'Set it up with a proxy',
			'address I know',
			'http://127.0.0.1:4000',
			'',
			leave,
		]);
		expect(asked.filter(title => title === "Groq speaks OpenAI's protocol alone").length).toBe(2);
		expect(asked).not.toContain('Which service does the proxy ask?');
		expect(asked.at(-1)).toBe("Paste the proxy's own key");
		const bedrock = await talk(['Router', 'Bedrock', leave]);
		expect(bedrock.shown).toMatch(/Amazon Bedrock takes no base URL[\s\S]*amazon-bedrock/);
		expect((await talk(['Router', 'Anthropic (Console', leave])).asked.at(-1)).toBe('Paste your Console key');
	});

	it("may be the user's own", async () => {
		const own = {
			'~/.config/claude-auth-wizard/providers.json':
				'{"providers": {"acme": {"label": "ACME gateway", "baseUrl": "https://llm.acme.example/v1"}, "bad": {}}}',
		};
		const {env, shown} = await talk(['Router', 'ACME', plain, ...kept], own);
		expect(env.ANTHROPIC_BASE_URL).toBe('https://llm.acme.example/v1');
		expect(shown).toMatch(/providers\.json:1 \(providers\.bad\) Its address is missing/);
	});
});

describe('a key that is another endpoint’s', () => {
	it('is offered its own address', async () => {
		const {env, asked} = await talk(['Router', 'Moonshot Kimi, China', kimiCode, 'Set it up for Kimi Code', '', ...kept]);
		expect(asked).toContain('This looks like a key of Kimi Code (membership)');
		expect(env).toMatchObject({
			ANTHROPIC_BASE_URL: 'https://api.kimi.com/coding',
			ANTHROPIC_AUTH_TOKEN: kimiCode,
			ANTHROPIC_MODEL: 'kimi-for-coding',
		});
	});
	it('goes where the user wants it all the same, or is pasted again', async () => {
		expect((await talk(['Router', 'Moonshot Kimi, China', kimiCode, 'all the same', '', ...kept])).env.ANTHROPIC_BASE_URL).toBe(
			'https://api.moonshot.cn/anthropic',
		);
		expect((await talk(['Router', 'Moonshot Kimi, China', kimiCode, 'Paste another', plain, '', ...kept])).env.ANTHROPIC_AUTH_TOKEN).toBe(
			plain,
		);
	});
	it('comes first in the list of a key that was recognised', async () => {
		const {asked, env} = await talk(["don't know", `${'0a'.repeat(16)}.${'Ab'.repeat(8)}`, '', 'Zhipu', 'glm-5.1', ...kept]);
		expect(asked).toContain('Whose key is it?');
		expect(env.ANTHROPIC_BASE_URL).toBe('https://open.bigmodel.cn/api/anthropic');
	});
});

describe('whoever asks for a proxy', () => {
	it('is told where none is needed, and goes on as with any router key', async () => {
		const {code, env, asked} = await talk(['OpenAI-compatible', 'OpenRouter', 'without a proxy', openRouter, ...kept]);
		expect(code).toBe(0);
		expect(asked).toContain('OpenRouter answers claude itself');
		expect(env).toEqual({ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: openRouter, ANTHROPIC_API_KEY: ''});
	});
	it('may have one all the same', async () => {
		const {env} = await talk([
			'OpenAI-compatible',
			'vLLM',
			'all the same',
			'address I know',
			'http://127.0.0.1:8082',
			'',
			'gate-word-1',
			...kept,
		]);
		expect(env).toMatchObject({ANTHROPIC_BASE_URL: 'http://127.0.0.1:8082', ANTHROPIC_AUTH_TOKEN: 'gate-word-1'});
	});
	it('is asked for the proxy of a service that needs one, and can change the mind', async () => {
		const {asked, left} = await talk([
			'OpenAI-compatible',
			'Groq',
			back,
			'OpenRouter',
			'without a proxy',
			back,
			'Groq',
			'address I know',
			'http://127.0.0.1:4000',
			'',
			leave,
		]);
		expect(left).toBe(0);
		expect(asked.at(-1)).toBe("Paste the proxy's own key");
	});
	it('is told what a service says itself that is in no list, asked without a key', async () => {
		const asked: string[] = [];
		const served =
			(status: number, body: string): PretendOptions['call'] =>
			async ({url, headers}) => {
				asked.push(`${url} ${Object.keys(headers).filter(name => /auth|key/.test(name))}`);
				const there = new URL(url).pathname === '/anthropic/v1/messages';
				return {state: 'answered', status: there ? status : 404, headers: {}, body: there ? body : '{}', ms: 1};
			};
		const says = '{"type":"error","error":{"type":"authentication_error","message":"no key"}}';
		const service = ['OpenAI-compatible', 'not in this list', 'https://llm.acme.example/v1', 'yes'];
		const direct = await talk([...service, 'without a proxy', plain, ...kept], {}, served(401, says));
		expect(direct.asked).toContain('llm.acme.example answers claude itself');
		expect(direct.env).toEqual({ANTHROPIC_BASE_URL: 'https://llm.acme.example/anthropic', ANTHROPIC_AUTH_TOKEN: plain});
		expect(asked.every(call => call.startsWith('https://llm.acme.example/') && call.endsWith(' '))).toBe(true);
		const none = await talk([...service, leave], {}, served(404, '{}'));
		expect(none.shown).toContain('llm.acme.example does not answer claude, so a proxy has to translate.');
		expect(none.asked.at(-1)).toBe('Which translator shall claude ask?');
		expect((await talk(['OpenAI-compatible', 'not in this list', 'https://api.groq.com/openai/v1', leave])).asked.at(-1)).toBe(
			'Which translator shall claude ask?',
		);
		expect((await talk(['OpenAI-compatible', 'not in this list', 'https://openrouter.ai/api/v1', leave])).asked.at(-1)).toBe(
			'OpenRouter answers claude itself',
		);
	});
	it('and pastes the key of a service that answers claude itself, is told so', async () => {
		const {env} = await talk([
			'OpenAI-compatible',
			'I have a proxy',
			'address I know',
			'http://127.0.0.1:8082',
			'',
			openRouter,
			'Set it up for OpenRouter',
			...kept,
		]);
		expect(env.ANTHROPIC_BASE_URL).toBe('https://openrouter.ai/api');
	});
});

describe('an address as it is typed', () => {
	it.each([
		['https://api.moonshot.ai/v1', 'doubt', 'https://api.moonshot.ai/anthropic'],
		['https://api.moonshot.ai/v1/chat/completions', 'wrong', 'https://api.moonshot.ai/anthropic'],
		['https://openrouter.ai/api/v1', 'doubt', 'https://openrouter.ai/api'],
		['https://www.coderouter.io/api', 'doubt', 'https://www.coderouter.io/api/v1'],
		['https://www.coderouter.io/api/v1', 'good', null],
		['https://api.groq.com/openai/v1', 'doubt', null],
		['https://gw.example/v1', 'doubt', 'https://gw.example'],
		['https://gw.example/v1/chat/completions', 'wrong', 'https://gw.example'],
		['openrouter.ai/api', 'wrong', 'https://openrouter.ai/api'],
		['https://gw.example', 'good', null],
		['http://gw.example', 'wrong', null],
	])('%s is %s', (typed, state, better) => {
		const verdict = judgeAddress(typed);
		expect([verdict.state, 'better' in verdict ? verdict.better : null]).toEqual([state, better]);
	});
});

import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../../source/machine/pretend.ts';
import {catalogue} from '../../../source/providers/catalogue.ts';
import {usualAddress} from '../../../source/providers/usual-address.ts';
import {typed} from '../../helpers/typed.ts';

const key = `k-${'57041e57'.repeat(8)}`;
const claude: PretendOptions = {
	variables: {PATH: '/usr/bin', SHELL: '/bin/bash'},
	files: {'/usr/bin/claude': {text: '#!/bin/sh\n', mode: 0o755}},
	run: async (_, args) => ({state: 'ended', code: 0, stdout: args.includes('--version') ? '2.1.329 (Claude Code)\n' : '', stderr: ''}),
};

async function setUp(argv: readonly string[], more: PretendOptions = {}) {
	const machine = pretend({
		...claude,
		...more,
		files: {...claude.files, ...more.files},
		variables: {...claude.variables, ...more.variables},
	});
	const said = await typed([...argv, '--secret-stdin', '--no-live', '--yes'], {machine, input: key});
	const reading = machine.files.read('/home/ada/.claude/settings.json');
	const text = reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : '{}';
	return {...said, env: JSON.parse(text).env as Readonly<Record<string, string>> | undefined, settings: JSON.parse(text)};
}

describe('--provider ID', () => {
	const answering = catalogue.filter(({kind}) => kind === 'gateway' || kind === 'local' || kind === 'translator');
	it.each(answering.map(provider => ({id: provider.id, provider})))(
		'$id sets what it needs, or says what it has to know',
		async ({id, provider}) => {
			const {code, env, err, out} = await setUp(['--provider', id]);
			const usual = usualAddress(provider);
			expect(out + err).not.toContain('57041e57');
			if (provider.headers.some(({needed, value}) => needed && value.kind !== 'key') || !['one', 'likely'].includes(usual.kind)) {
				expect([code, env]).toEqual([2, undefined]);
				expect(err).toMatch(/--base-url|--header/);
				return;
			}
			expect(code, err).toBe(0);
			expect(env).toMatchObject({
				ANTHROPIC_BASE_URL: 'url' in usual ? usual.url : '',
				...Object.fromEntries(provider.required.map(({name, value}) => [name, value])),
				...(provider.auth === 'x-api-key' ? {} : {ANTHROPIC_AUTH_TOKEN: key}),
				...(provider.auth === 'bearer' ? {} : {ANTHROPIC_API_KEY: key}),
				...(provider.apiKey === 'empty' ? {ANTHROPIC_API_KEY: ''} : {}),
				...(provider.model.suggested === null ? {} : {ANTHROPIC_MODEL: provider.model.suggested}),
			});
			if (provider.model.needed && provider.model.suggested === null) expect(err).toContain('name one with --model');
		},
	);

	it('tells claude every size of model where its own names mean nothing', async () => {
		expect((await setUp(['--provider', 'deepseek'])).env).toEqual({
			ANTHROPIC_BASE_URL: 'https://api.deepseek.com/anthropic',
			ANTHROPIC_AUTH_TOKEN: key,
			ANTHROPIC_MODEL: 'deepseek-v4-pro[1m]',
			ANTHROPIC_DEFAULT_OPUS_MODEL: 'deepseek-v4-pro[1m]',
			ANTHROPIC_DEFAULT_SONNET_MODEL: 'deepseek-v4-pro[1m]',
			ANTHROPIC_DEFAULT_HAIKU_MODEL: 'deepseek-flash',
			CLAUDE_CODE_SUBAGENT_MODEL: 'deepseek-flash',
		});
		// A model of the user's own serves for all.
		const own = (await setUp(['--provider', 'deepseek', '--model', 'deepseek-next'])).env;
		expect(own).toMatchObject({ANTHROPIC_MODEL: 'deepseek-next', ANTHROPIC_DEFAULT_HAIKU_MODEL: 'deepseek-next'});
		expect(own).not.toHaveProperty('CLAUDE_CODE_SUBAGENT_MODEL');
		expect((await setUp(['--base-url', 'https://gw.example', '--model', 'm'])).env).toEqual({
			ANTHROPIC_BASE_URL: 'https://gw.example',
			ANTHROPIC_AUTH_TOKEN: key,
			ANTHROPIC_MODEL: 'm',
		});
	});

	it('is recognised by its address alone', async () => {
		expect((await setUp(['--base-url', 'https://opencode.ai/zen/go'])).env).toMatchObject({
			ANTHROPIC_API_KEY: key,
			ANTHROPIC_MODEL: 'deepseek-v4-flash',
		});
		expect((await setUp(['--base-url', 'https://openrouter.ai/api/'])).env).toMatchObject({
			ANTHROPIC_AUTH_TOKEN: key,
			ANTHROPIC_API_KEY: '',
		});
		// A port proves nothing.
		expect((await setUp(['--base-url', 'http://127.0.0.1:8082'])).env).toEqual({
			ANTHROPIC_BASE_URL: 'http://127.0.0.1:8082',
			ANTHROPIC_AUTH_TOKEN: key,
		});
	});

	it.each([
		[['--provider', 'moonshot'], /Several endpoints go by that name[\s\S]*moonshot-intl, or kimi-code, or moonshot-cn/],
		[['--provider', 'stepfun'], /several addresses[\s\S]*api\.stepfun\.com\/step_plan \(China\), https:\/\/api\.stepfun\.ai/],
		[['--provider', 'databricks'], /your own[\s\S]*--base-url https:\/\/\{workspace-host\}/],
		[
			['--provider', 'databricks', '--base-url', 'https://{workspace-host}/serving-endpoints/anthropic'],
			/\{workspace-host\} in --base-url stands for something of yours/,
		],
		[['--provider', 'new-api'], /wherever it is run/],
		[['--provider', 'groq'], /OpenAI's protocol alone[\s\S]*--credential proxy-key/],
		[['--provider', 'bedrock'], /switches of its own[\s\S]*amazon-bedrock/],
		[['--credential', 'router-key', '--provider', 'anthropic'], /no router[\s\S]*console-key/],
		[['--provider', 'portkey'], /needs a header of its own too: x-portkey-provider[\s\S]*--header 'x-portkey-provider: …'/],
		[['--provider', 'helicone'], /Helicone-Auth[\s\S]*--header-env 'Helicone-Auth=VARIABLE'/],
	])('%j is asked about and not guessed', async (argv, message) => {
		const {code, err, env} = await setUp(argv);
		expect([code, env]).toEqual([2, undefined]);
		expect(err).toMatch(message);
	});

	it('brings headers of its own, and the words before them', async () => {
		const portkey = await setUp(['--provider', 'portkey', '--header', 'x-portkey-provider: @anthropic']);
		expect(portkey.env?.['ANTHROPIC_CUSTOM_HEADERS']).toBe(`x-portkey-provider: @anthropic\nx-portkey-api-key: ${key}`);
		expect((await setUp(['--provider', 'portkey', '--header', 'x-portkey-config: pc-1'])).code).toBe(0);
		const helicone = await setUp(['--provider', 'helicone', '--header-env', 'Helicone-Auth=HK'], {variables: {HK: 'abc123'}});
		expect(helicone.env?.['ANTHROPIC_CUSTOM_HEADERS']).toBe('Helicone-Auth: Bearer abc123');
		const twice = await setUp(['--provider', 'helicone', '--header-env', 'Helicone-Auth=HK'], {variables: {HK: 'Bearer abc123'}});
		expect(twice.env?.['ANTHROPIC_CUSTOM_HEADERS']).toBe('Helicone-Auth: Bearer abc123');
	});

	it('says before it bites what does not fit together', async () => {
		expect((await setUp(['--base-url', 'https://openrouter.ai/api/v1'])).err).toMatch(
			/ends before \/v1[\s\S]*Most likely meant: https:\/\/openrouter\.ai\/api/,
		);
		const kimi = `sk-kimi-${'57041e57'.repeat(8)}`;
		const said = await typed(['--provider', 'moonshot-cn', '--secret-stdin', '--no-live', '--dry-run'], {
			machine: pretend(claude),
			input: kimi,
		});
		expect(said.err).toMatch(/Kimi Code membership key, and Moonshot Kimi, China does not know it[\s\S]*api\.kimi\.com\/coding/);
		expect(said.out + said.err).not.toContain('57041e57');
		expect((await setUp(['--provider', 'moonshot-cn'])).err).toBe('');
	});

	it("takes an entry of the user's own file", async () => {
		const own = {
			providers: {
				acme: {baseUrl: 'https://llm.acme.example/v1', auth: 'x-api-key', model: 'acme-large', variables: {API_TIMEOUT_MS: '60000'}},
			},
		};
		const {code, env, err} = await setUp(['--provider', 'acme'], {
			files: {'~/.config/claude-auth-wizard/providers.json': JSON.stringify(own)},
		});
		expect([code, err]).toEqual([0, '']);
		expect(env).toMatchObject({
			ANTHROPIC_BASE_URL: 'https://llm.acme.example/v1',
			ANTHROPIC_API_KEY: key,
			ANTHROPIC_MODEL: 'acme-large',
			API_TIMEOUT_MS: '60000',
		});
	});
});

describe('leaving one', () => {
	const moonshot = {
		ANTHROPIC_BASE_URL: 'https://api.moonshot.ai/anthropic',
		ANTHROPIC_AUTH_TOKEN: 'sk-old-0123456789',
		ANTHROPIC_MODEL: 'kimi-k3',
		ANTHROPIC_DEFAULT_OPUS_MODEL: 'kimi-k3',
		ANTHROPIC_DEFAULT_SONNET_MODEL: 'kimi-k3',
		ANTHROPIC_DEFAULT_HAIKU_MODEL: 'kimi-k3',
		ANTHROPIC_DEFAULT_FABLE_MODEL: 'kimi-k3',
		ANTHROPIC_SMALL_FAST_MODEL: 'kimi-k3',
		CLAUDE_CODE_SUBAGENT_MODEL: 'kimi-k3',
		ANTHROPIC_CUSTOM_HEADERS: 'x-old: 1',
		API_TIMEOUT_MS: '600000',
	};
	it('clears the models of it, wherever they stand, and leaves what is the user’s', async () => {
		const {code, env} = await setUp(['--provider', 'openrouter'], {
			files: {
				'~/.claude/settings.json': JSON.stringify({env: moonshot}),
				'~/.bashrc': 'export ANTHROPIC_DEFAULT_OPUS_MODEL=kimi-k3\nexport EDITOR=vi\n',
			},
		});
		expect(code).toBe(0);
		expect(env).toEqual({
			ANTHROPIC_BASE_URL: 'https://openrouter.ai/api',
			ANTHROPIC_AUTH_TOKEN: key,
			ANTHROPIC_API_KEY: '',
			API_TIMEOUT_MS: '600000',
			// Terminals that are open still have what the startup file said.
			ANTHROPIC_DEFAULT_OPUS_MODEL: '',
		});
	});
});

describe('a key that is changed at the same endpoint', () => {
	const settings = (env: Readonly<Record<string, string>>, more = {}) => ({
		files: {'~/.claude/settings.json': JSON.stringify({env, ...more})},
	});
	const deepseek = {
		ANTHROPIC_BASE_URL: 'https://api.deepseek.com/anthropic/',
		ANTHROPIC_AUTH_TOKEN: 'sk-old',
		ANTHROPIC_MODEL: 'deepseek-next',
	};
	it('leaves the models that the user chose there', async () => {
		const {env} = await setUp(['--provider', 'deepseek'], settings(deepseek));
		expect(env).toMatchObject({ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_MODEL: 'deepseek-next'});
		expect(env).not.toHaveProperty('ANTHROPIC_DEFAULT_OPUS_MODEL');
		expect((await setUp(['--provider', 'deepseek', '--model', 'deepseek-flash'], settings(deepseek))).env?.['ANTHROPIC_MODEL']).toBe(
			'deepseek-flash',
		);
		const gateway = {ANTHROPIC_BASE_URL: 'https://gw.example', ANTHROPIC_AUTH_TOKEN: 'old', ANTHROPIC_MODEL: 'team-model'};
		expect((await setUp(['--base-url', 'https://gw.example'], settings(gateway, {model: 'team-model'}))).settings).toMatchObject({
			env: {ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_MODEL: 'team-model'},
			model: 'team-model',
		});
	});
	it.each(['settings', 'shell', 'project'])('changes nothing the second time where it is kept in %s', async store => {
		const machine = pretend({...claude, cwd: '/home/ada/work'});
		const argv = ['--provider', 'deepseek', '--store', store, '--secret-stdin', '--no-live', '--yes', '--json'];
		const first = await typed(argv, {machine, input: key});
		expect(JSON.parse(first.out).changed, first.err).toBe(true);
		expect(JSON.parse((await typed(argv, {machine, input: key})).out)).toMatchObject({changed: false, undo: null});
	});
	it('leaves nothing of another endpoint: not its labels, and not the model of settings', async () => {
		const moved = {
			...deepseek,
			ANTHROPIC_DEFAULT_OPUS_MODEL: 'x',
			ANTHROPIC_DEFAULT_OPUS_MODEL_NAME: 'DeepSeek',
			ANTHROPIC_DEFAULT_OPUS_MODEL_SUPPORTED_CAPABILITIES: 'thinking',
		};
		const {settings: now, env} = await setUp(['--provider', 'openrouter'], settings(moved, {model: 'deepseek-next', theme: 'dark'}));
		expect(env).toEqual({ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_API_KEY: ''});
		expect([now.model, now.theme]).toEqual([undefined, 'dark']);
	});
	it.each(['opus', 'sonnet[1m]', 'claude-opus-4-8', 'default'])('leaves %s, which claude itself knows', async model => {
		expect((await setUp(['--provider', 'openrouter'], settings(deepseek, {model}))).settings.model).toBe(model);
	});
});

describe('wizard export --provider', () => {
	const ask = (argv: readonly string[], more: PretendOptions = {}) =>
		typed(['export', '--shell', 'bash', ...argv], {machine: pretend({...claude, ...more})});
	it('sets address, header, models and variables, and clears the rest', async () => {
		const {code, out, err} = await ask(['--provider', 'moonshot-intl']);
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain("export ANTHROPIC_BASE_URL='https://api.moonshot.ai/anthropic'");
		expect(out).toMatch(/export ANTHROPIC_MODEL='?kimi-k3/);
		expect(out).toMatch(/export CLAUDE_CODE_SUBAGENT_MODEL='?kimi-k3/);
		expect(out).toMatch(/^unset .*\bANTHROPIC_API_KEY\b/m);
		expect(out).toMatch(/^unset .*\bANTHROPIC_SMALL_FAST_MODEL\b/m);
		expect((await ask(['--provider', 'openrouter'])).out).toMatch(/export ANTHROPIC_API_KEY=(?:''|""|$)/m);
		expect((await ask(['--provider', 'opencode-zen-go'])).out).toContain('read -rs ANTHROPIC_API_KEY');
	});
	it.each([
		[['--provider', 'stepfun'], /several addresses/],
		[['--provider', 'portkey', '--header', 'x-portkey-provider: @x'], /once more in x-portkey-api-key[\s\S]*settings\.json/],
		[['--provider', 'nobody-knows'], /no provider of that name/],
	])('%j is refused', async (argv, message) => {
		const {code, out, err} = await ask(argv);
		expect([code, out]).toEqual([2, '']);
		expect(err).toMatch(message);
	});
});

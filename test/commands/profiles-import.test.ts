import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';

const one = 'gw-0ne0ne0ne0ne0ne0ne0ne0ne0ne0ne0n';
const two = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const console_ = `sk-ant-api03-${'57041e57'.repeat(11)}AAAAAAA`;
const gate = 'ccr-6a7e6a7e6a7e6a7e6a7e6a7e6a7e6a7e';

/** As the real programs wrote them: ccs 7.79.1, zcf 3.7.3 and claude-code-router 2.0.0; cc-switch's as its source has it. */
const files = {
	'~/.ccs/config.yaml': 'version: 13\n',
	'~/.ccs/glm.settings.json': JSON.stringify({
		env: {
			ANTHROPIC_BASE_URL: 'https://api.z.ai/api/anthropic',
			ANTHROPIC_AUTH_TOKEN: one,
			ANTHROPIC_MODEL: 'glm-5',
			ANTHROPIC_DEFAULT_OPUS_MODEL: 'glm-5-large',
			ANTHROPIC_SMALL_FAST_MODEL: 'glm-5-air',
			CCS_DROID_PROVIDER: 'anthropic',
		},
	}),
	'~/.ufomiao/zcf/config.toml': `version = "3.7.3"

[general]
preferredLang = "en"

[claudeCode]
currentProfile = "gw-one"

[claudeCode.profiles]

[claudeCode.profiles.gw-one]
name = "Gw One"
authType = "auth_token"
apiKey = "${two}"
baseUrl = "https://one.example"
primaryModel = "m-one"
defaultHaikuModel = "m-small"

[claudeCode.profiles.console]
name = "Console"
authType = "api_key"
apiKey = "${console_}"
baseUrl = "https://api.anthropic.com"

[claudeCode.profiles.local]
name = "local"
authType = "ccr_proxy"

[codex]
apiKey = "not-claude"
`,
	'~/.claude-code-router/config.json': JSON.stringify({
		PORT: 4567,
		APIKEY: gate,
		Providers: [{name: 'x', api_base_url: 'https://x/v1/chat/completions', api_key: two, models: ['m']}],
		Router: {default: 'x,m'},
	}),
	'~/.cc-switch/config.json': JSON.stringify({
		version: 2,
		claude: {
			providers: {
				'0a1b': {
					id: '0a1b',
					name: '我的 Relay!',
					settingsConfig: {env: {ANTHROPIC_BASE_URL: 'https://relay.example', ANTHROPIC_API_KEY: two}},
				},
				both: {id: 'both', name: 'both', settingsConfig: {env: {ANTHROPIC_AUTH_TOKEN: one, ANTHROPIC_API_KEY: two}}},
				default: {id: 'default', name: 'Claude Official', settingsConfig: {env: {}}},
			},
			current: '0a1b',
		},
		codex: {providers: {c: {id: 'c', name: 'c', settingsConfig: {auth: {OPENAI_API_KEY: 'x'}}}}},
	}),
};

/** Made by the real SQLite: test/fixtures/databases/make.py. */
const database = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/databases/${name}`, import.meta.url)));
const databases = {
	'~/.cc-switch/cc-switch.db': database('cc-switch.db'),
	'~/.claude-code-router/config.sqlite': database('claude-code-router.sqlite'),
	'~/.claude-code-router/config.sqlite-wal': database('claude-code-router.sqlite-wal'),
};

const importing = async (options: PretendOptions = {}, words: readonly string[] = ['--yes']) => {
	const machine = pretend({files, ...options});
	const before = machine.tree.snapshot();
	const said = await typed(['profiles', 'import', ...words], {machine});
	return {machine, before, said};
};

describe('wizard profiles import', () => {
	it('keeps what four programs have, each key in a file of its own, and changes nothing of theirs', async () => {
		const {machine, before, said} = await importing();
		expect(said.code).toBe(0);
		const {items} = JSON.parse((await typed(['profiles', '--json'], {machine})).out);
		const kept = items.map(({id, setup}: {id: string; setup: {secret: {file: string}}}) => {
			const {secret, ...rest} = setup;
			return [id, rest, machine.tree.text(secret.file)?.trim(), machine.files.stat(secret.file)?.mode];
		});
		expect(kept).toEqual([
			['relay', {credential: 'router-key', baseUrl: 'https://relay.example', auth: 'x-api-key'}, two, 0o600],
			[
				'glm',
				{
					credential: 'router-key',
					baseUrl: 'https://api.z.ai/api/anthropic',
					auth: 'bearer',
					model: 'glm-5',
					models: {opus: 'glm-5-large', small: 'glm-5-air'},
				},
				one,
				0o600,
			],
			[
				'gw-one',
				{credential: 'router-key', baseUrl: 'https://one.example', auth: 'bearer', model: 'm-one', models: {haiku: 'm-small'}},
				two,
				0o600,
			],
			['console', {credential: 'console-key'}, console_, 0o600],
			['claude-code-router', {credential: 'proxy-key', baseUrl: 'http://127.0.0.1:4567', auth: 'bearer'}, gate, 0o600],
		]);
		for (const [path, entry] of Object.entries(before)) expect(machine.tree.snapshot()[path]).toEqual(entry);
	});

	it('names what it leaves, and says no key', async () => {
		const {machine, said} = await importing();
		expect(said.out).toMatch(/both of cc-switch .* is left: it holds two different keys/);
		expect(said.out).toMatch(/Claude Official of cc-switch .* is left: it holds no key/);
		expect(said.out).toMatch(/config\.toml holds the profile local, which is neither/);
		expect(said.out).toContain('without CCS_DROID_PROVIDER');
		expect(leaks(said.out + said.err + JSON.stringify(await machine.notes.read('profiles')), [one, two, console_, gate]).length).toBe(0);
	});

	it('asks first, and without a terminal or a yes keeps nothing', async () => {
		const alone = await importing({}, []);
		expect([alone.said.code, await alone.machine.notes.read('profiles')]).toEqual([2, undefined]);
		const machine = pretend({files});
		const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
		const no = await typed(['profiles', 'import'], {machine, terminal, confirm: async () => false});
		expect([no.code, await machine.notes.read('profiles')]).toEqual([130, undefined]);
		const yes = await typed(['profiles', 'import'], {machine, terminal, confirm: async () => true});
		expect(yes.code).toBe(0);
	});

	it('finds nothing twice, takes no name that is taken, and says so where there is nothing', async () => {
		const {machine} = await importing();
		const again = await typed(['profiles', 'import', '--yes', '--json'], {machine});
		expect(JSON.parse(again.out)).toMatchObject({schema: 1, changed: false, items: []});
		const other = pretend({files: {'~/.ccs/glm.settings.json': files['~/.ccs/glm.settings.json']}});
		await typed(['profiles', 'add', 'glm', '--base-url', 'https://gw.example', '--secret-stdin'], {machine: other, input: one});
		expect(JSON.parse((await typed(['profiles', 'import', '--yes', '--json'], {machine: other})).out).items[0].id).toBe('glm-2');
		expect(await typed(['profiles', 'import'], {machine: pretend({})})).toMatchObject({code: 0, out: 'There is nothing to import.\n'});
	});

	it.each([
		['~/.ccs/x.settings.json', '{"env": {'],
		['~/.ccs/x.settings.json', '{"env": {"ANTHROPIC_AUTH_TOKEN": "gw-123", "ANTHROPIC_BASE_URL": "notaurl"}}'],
		['~/.ccs/x.settings.json', `{"env": {"CLAUDE_CODE_OAUTH_TOKEN": "${one}", "ANTHROPIC_BASE_URL": "https://gw.example"}}`],
		['~/.cc-switch/config.json', '[]'],
		['~/.claude-code-router/config.json', '{"APIKEY": "$GATE"}'],
		['~/.cc-switch/cc-switch.db', 'SQLite format 3'],
		['~/.claude-code-router/config.sqlite', ''],
	])('leaves %s with %s and names it', async (file, text) => {
		const {said, machine} = await importing({files: {[file]: text}});
		expect([said.code, said.out]).toEqual([0, expect.stringMatching(/^Left: /)]);
		expect(await machine.notes.read('profiles')).toBeUndefined();
	});

	it('keeps what the databases of cc-switch and claude-code-router have, with the models of each size, and asks no older file', async () => {
		const {machine, before, said} = await importing({files: {...files, ...databases}});
		expect(said.code).toBe(0);
		const {items} = JSON.parse((await typed(['profiles', '--json'], {machine})).out);
		const kept = items.map(({id, setup}: {id: string; setup: {secret: {file: string}}}) => {
			const {secret, ...rest} = setup;
			return [id, rest, machine.tree.text(secret.file)?.trim()];
		});
		expect(kept.filter(([id]: readonly [string]) => !/^(?:glm|gw-one|console)$/.test(id))).toEqual([
			[
				'kimi',
				{
					credential: 'router-key',
					baseUrl: 'https://api.moonshot.cn/anthropic',
					auth: 'bearer',
					model: 'kimi-k2.7-code',
					models: {opus: 'kimi-k2.7-large', sonnet: 'kimi-k2.7-code', haiku: 'kimi-k2.7-small'},
				},
				'sk-0123456789abcdef0123456789abcdef',
			],
			['late', {credential: 'router-key', baseUrl: 'https://late.example', auth: 'bearer'}, `gw-${'1a7e'.repeat(8)}`],
			[
				'claude-code-router',
				{
					credential: 'proxy-key',
					baseUrl: 'http://127.0.0.1:4571',
					auth: 'bearer',
					model: 'x/m',
					models: {opus: 'x/m', sonnet: 'x/m', haiku: 'x/m'},
				},
				`ccr-${'6a7e'.repeat(8)}`,
			],
		]);
		expect(said.out).toContain('without API_TIMEOUT_MS');
		expect(said.out).toMatch(/Claude Official of cc-switch .* is left: it holds no key/);
		expect(said.out).toMatch(/cc-switch\.db holds Chat only, which does not speak to claude itself/);
		expect(said.out).not.toMatch(/Codex|config\.json/);
		for (const [path, entry] of Object.entries(before)) expect(machine.tree.snapshot()[path]).toEqual(entry);
		expect(
			leaks(said.out + said.err + JSON.stringify(await machine.notes.read('profiles')), [
				'sk-0123456789abcdef',
				'ccr-6a7e6a7e6a7e6a7e',
				'gw-1a7e1a7e1a7e',
				'sk-5e7c5e7c5e7c',
			]),
		).toEqual([]);
	});

	it('reads no database that is being written to, and no older file in its place', async () => {
		const journal = new Uint8Array([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, ...new Uint8Array(504)]);
		const {said} = await importing({files: {...files, ...databases, '~/.cc-switch/cc-switch.db-journal': journal}});
		expect(said.out).toContain('~/.cc-switch/cc-switch.db is being written to. Quit the program');
		expect(said.out).not.toMatch(/of cc-switch|from cc-switch/);
	});
});

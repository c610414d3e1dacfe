import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {undo} from '../../source/plan/undo.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';
import {users} from './changed-home.ts';

const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const openrouter = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const fresh = `sk-or-v1-${'fedcba9876543210'.repeat(4)}`;
const onboarded = {'~/.claude.json': '{"hasCompletedOnboarding": true}'};
const login = {
	'~/.claude/.credentials.json': JSON.stringify({
		claudeAiOauth: {
			accessToken: `sk-ant-oat01-${'a'.repeat(40)}`,
			refreshToken: `sk-ant-ort01-${'b'.repeat(40)}`,
			expiresAt: Date.UTC(2027, 1, 1),
			scopes: ['user:inference'],
			subscriptionType: 'max',
		},
	}),
};

async function repaired(options: PretendOptions, argv: readonly string[] = [], input = '') {
	const machine = pretend({cwd: '/work', ...options, files: {...onboarded, ...options.files}});
	const before = users(machine);
	const said = await typed(['--repair', '--yes', '--no-live', '--json', ...argv], {machine, input});
	const text = (file: string) => machine.tree.text(file.replace('~', '/home/ada')) ?? '';
	const env = (): Record<string, string> => JSON.parse(text('~/.claude/settings.json') || '{}').env ?? {};
	const json = JSON.parse(said.out);
	return {machine, before, ...said, json, text, env};
}

const given = ['--credential', 'router-key', '--base-url', 'http://127.0.0.1:7', '--secret-stdin'];

describe('wizard --repair with a credential given', () => {
	it('J18: clears switches, models, headers, helpers and saved keys wherever they stand, and masks what it cannot edit', async () => {
		const {code, json, env, text, out} = await repaired(
			{
				variables: {
					CLAUDE_CODE_USE_BEDROCK: '1',
					ANTHROPIC_MODEL: 'foo',
					ANTHROPIC_CUSTOM_HEADERS: 'X-Old: b',
					ANTHROPIC_API_KEY: consoleKey,
				},
				files: {
					'~/.bashrc': `alias a=b\nexport CLAUDE_CODE_USE_BEDROCK=1 ANTHROPIC_MODEL=foo\n. ~/.env.sh\n`,
					'~/.env.sh': `export ANTHROPIC_API_KEY=${consoleKey}\nexport OPENAI_API_KEY=sk-proj-x\n`,
					'~/.config/fish/fish_variables': `# VERSION: 3.0\nSETUVAR --export ANTHROPIC_AUTH_TOKEN:${openrouter}\n`,
					'~/.claude/settings.json': '{"model": "opus", "apiKeyHelper": "echo x", "env": {"FOO": "bar"}}',
					'/work/.claude/settings.local.json': `{"env": {"ANTHROPIC_API_KEY": "${consoleKey}", "A": "b"}}`,
					'~/.claude.json': JSON.stringify({
						hasCompletedOnboarding: true,
						primaryApiKey: consoleKey,
						env: {ANTHROPIC_API_KEY: consoleKey},
						mcp: 1,
					}),
				},
			},
			given,
			`${fresh}\n`,
		);
		expect(code).toBe(0);
		expect(env()).toEqual({
			FOO: 'bar',
			ANTHROPIC_AUTH_TOKEN: fresh,
			ANTHROPIC_BASE_URL: 'http://127.0.0.1:7',
			CLAUDE_CODE_USE_BEDROCK: '',
			ANTHROPIC_MODEL: '',
			ANTHROPIC_CUSTOM_HEADERS: '',
			ANTHROPIC_API_KEY: '',
		});
		expect(text('~/.claude/settings.json')).not.toContain('apiKeyHelper');
		expect(text('~/.bashrc')).toBe('alias a=b\n. ~/.env.sh\n');
		expect(text('~/.env.sh')).toBe('export OPENAI_API_KEY=sk-proj-x\n');
		expect(text('~/.config/fish/fish_variables')).toBe('# VERSION: 3.0\n');
		expect(JSON.parse(text('/work/.claude/settings.local.json')).env).toEqual({A: 'b'});
		expect(JSON.parse(text('~/.claude.json'))).toMatchObject({hasCompletedOnboarding: true, mcp: 1});
		expect(text('~/.claude.json')).not.toContain('sk-ant');
		expect(json.masked.map(({variable}: {variable: string}) => variable)).toContain('CLAUDE_CODE_USE_BEDROCK');
		expect(leaks(out, [consoleKey, openrouter, fresh])).toEqual([]);
	});

	it('mends the file first where the credential goes, and writes another anew that can be mended in no one way', async () => {
		const {code, env, json, text} = await repaired(
			{
				files: {
					'~/.claude/settings.json': '{\n\t// mine\n\t"env": {"FOO": "bar"},\n}\n',
					'/work/.claude/settings.local.json': '{"env": {"ANTHROPIC_API_KEY": "x" "b": 1}}',
				},
			},
			given,
			fresh,
		);
		expect(env()).toMatchObject({FOO: 'bar', ANTHROPIC_AUTH_TOKEN: fresh});
		expect(json.undoEarlier).toHaveLength(1);
		expect(JSON.parse(text('/work/.claude/settings.local.json') ?? '')).toEqual({env: {b: 1}});
		expect(json.findings.map(({id}: {id: string}) => id)).not.toContain('settings-invalid');
		expect(code).toBe(0);
	});

	it('mends a file although it would send a key elsewhere, since the move takes that away', async () => {
		const local = `{"env": {"ANTHROPIC_BASE_URL": "https://old-relay.example"} /* x */}`;
		const {code, text} = await repaired(
			{variables: {ANTHROPIC_API_KEY: consoleKey}, files: {'/work/.claude/settings.local.json': local}},
			given,
			fresh,
		);
		expect(code).toBe(0);
		expect(JSON.parse(text('/work/.claude/settings.local.json'))).toEqual({env: {}});
	});

	it('counts what is masked in the folder as mended', async () => {
		const project = {'/work/.claude/settings.json': '{"env": {"ANTHROPIC_BASE_URL": "https://old-relay.example"}}', ...login};
		const {json} = await repaired({variables: {ANTHROPIC_BASE_URL: 'https://x.example'}, files: project}, ['--credential', 'subscription']);
		expect(json.findings.filter(({severity}: {severity: string}) => severity === 'error')).toEqual([]);
	});

	it('writes the file of the credential itself anew, and keeps what can be read of it', async () => {
		const {code, env} = await repaired({files: {'~/.claude/settings.json': '{"env": {"A": "b" "c": 1}}'}}, given, fresh);
		expect([code, env()]).toEqual([0, expect.objectContaining({A: 'b', c: 1, ANTHROPIC_AUTH_TOKEN: fresh})]);
	});

	it('refuses where the file of the credential itself cannot be read at all', async () => {
		const unread = {text: '{}', mode: 0, uid: 0};
		const {code, json} = await repaired({files: {'~/.claude/settings.json': unread}}, given, fresh);
		expect([code, json.error.code]).toEqual([3, 3]);
	});

	it('says what an administrator has set, and that it outranks', async () => {
		const {code, json} = await repaired(
			{files: {'/etc/claude-code/managed-settings.json': `{"env": {"ANTHROPIC_API_KEY": "${consoleKey}"}}`}},
			given,
			fresh,
		);
		expect(code).toBe(1);
		expect(json.cannot[0].summary).toContain('administrator');
	});

	it('J22: a new key alone goes where the old one was, in the same header, and every copy is gone', async () => {
		const {code, env, text, json} = await repaired(
			{
				variables: {ANTHROPIC_API_KEY: openrouter, ANTHROPIC_BASE_URL: 'https://gw.example'},
				files: {
					'~/.bashrc': `export ANTHROPIC_API_KEY=${openrouter}\nexport OPENROUTER_API_KEY=${openrouter}\n`,
					'~/.zshrc': `export ANTHROPIC_API_KEY='${openrouter}'\n`,
					'~/.claude/settings.json': JSON.stringify({env: {ANTHROPIC_API_KEY: openrouter, ANTHROPIC_BASE_URL: 'https://gw.example'}}),
				},
			},
			['--secret-stdin'],
			fresh,
		);
		expect(code).toBe(0);
		expect(env()).toMatchObject({ANTHROPIC_API_KEY: fresh, ANTHROPIC_BASE_URL: 'https://gw.example'});
		expect([text('~/.bashrc'), text('~/.zshrc')]).toEqual([`export OPENROUTER_API_KEY=${openrouter}\n`, '']);
		expect(json.copies).toEqual([expect.objectContaining({variable: 'OPENROUTER_API_KEY', file: '~/.bashrc'})]);
	});

	it('reads the header of another address by its default, whatever the old key went out in', async () => {
		const {env} = await repaired({variables: {ANTHROPIC_API_KEY: consoleKey}}, given, fresh);
		expect(env()).toMatchObject({ANTHROPIC_AUTH_TOKEN: fresh, ANTHROPIC_API_KEY: ''});
	});

	it('takes the key of that kind that is here where none is given', async () => {
		const variables = {ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_AUTH_TOKEN: openrouter, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'};
		const {code, env} = await repaired({variables}, ['--credential', 'console-key']);
		expect(code).toBe(0);
		expect(env()).toEqual({ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_AUTH_TOKEN: '', ANTHROPIC_BASE_URL: ''});
	});

	it('J2: never signs in, and leaves that with its command', async () => {
		const files = {'~/.bashrc': `export ANTHROPIC_API_KEY=${consoleKey}\n`};
		const {code, json, text} = await repaired({files}, ['--credential', 'subscription']);
		expect([code, text('~/.bashrc')]).toEqual([1, '']);
		// There is no claude here to sign in with.
		expect(json.findings).toContainEqual(expect.objectContaining({id: 'not-logged-in', fix: expect.objectContaining({command: 'wizard'})}));
	});

	it('is taken back byte for byte, round by round', async () => {
		const {machine, before, json} = await repaired(
			{files: {'~/.claude/settings.json': '{"env": {"A": "b"}, // x\r\n}', '~/.bashrc': `export ANTHROPIC_API_KEY=${consoleKey}`}},
			given,
			fresh,
		);
		for (const id of [json.undo, ...json.undoEarlier.toReversed()]) expect((await undo(id, machine)).state).toBe('undone');
		expect(users(machine)).toEqual(before);
	});
});

describe('wizard --repair without one', () => {
	it('J4: keeps the key of the address, and takes only the other away', async () => {
		const set = {ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_AUTH_TOKEN: `${openrouter}`, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'};
		const bashrc = Object.entries(set)
			.map(([name, value]) => `export ${name}=${value}\n`)
			.join('');
		const {code, env, text} = await repaired({variables: set, files: {'~/.bashrc': bashrc}});
		expect([code, env()]).toEqual([0, {ANTHROPIC_API_KEY: ''}]);
		expect(text('~/.bashrc')).toBe(bashrc.replace(/^.*\n/, ''));
	});

	it('J10: a key in a file that this shell does not read goes where every claude reads it', async () => {
		const {code, env, text} = await repaired({files: {'~/.zshrc': `export ANTHROPIC_API_KEY=${consoleKey}\n`}});
		expect([code, env(), text('~/.zshrc')]).toEqual([0, {ANTHROPIC_API_KEY: consoleKey}, '']);
	});

	it('J2, J6: a sample in a variable goes, and the login stays', async () => {
		const files = {'~/.bashrc': 'export ANTHROPIC_API_KEY=your-api-key-here\n', ...login};
		const {code, text} = await repaired({variables: {ANTHROPIC_API_KEY: 'your-api-key-here'}, files});
		expect([code, text('~/.bashrc')]).toEqual([0, '']);
	});

	it('J21: leaves a cloud provider alone that is used on purpose', async () => {
		const variables = {
			CLAUDE_CODE_USE_BEDROCK: '1',
			AWS_REGION: 'us-east-1',
			AWS_BEARER_TOKEN_BEDROCK: `ABSK${'a'.repeat(110)}`,
			ANTHROPIC_API_KEY: consoleKey,
		};
		const {json, before, machine} = await repaired({variables, files: {'~/.bashrc': 'export CLAUDE_CODE_USE_BEDROCK=1\n'}});
		expect([json.changed, users(machine)]).toEqual([false, before]);
	});

	it('refuses with 3 where two may be meant, names both, and changes nothing', async () => {
		const variables = {ANTHROPIC_API_KEY: `${openrouter}`, ANTHROPIC_AUTH_TOKEN: fresh, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'};
		const {code, json, before, machine, out} = await repaired({variables});
		expect([code, users(machine)]).toEqual([3, before]);
		expect(json.error.hint).toMatch(/--secret-env ANTHROPIC_API_KEY[\s\S]*--secret-env ANTHROPIC_AUTH_TOKEN/);
		expect(leaks(out, [openrouter, fresh])).toEqual([]);
	});

	it('finds nothing more to do the second time', async () => {
		const {machine} = await repaired({
			variables: {ANTHROPIC_AUTH_TOKEN: consoleKey},
			files: {'~/.bashrc': `export ANTHROPIC_AUTH_TOKEN=${consoleKey}\n`},
		});
		const again = await typed(['--repair', '--yes', '--no-live', '--json'], {machine});
		expect([again.code, JSON.parse(again.out).changed]).toEqual([0, false]);
	});

	it('plans every round in a dry run, and writes none', async () => {
		const machine = pretend({
			cwd: '/work',
			variables: {ANTHROPIC_AUTH_TOKEN: consoleKey},
			files: {...onboarded, '~/.claude/settings.json': '{"env": {},}'},
		});
		const before = users(machine);
		const {code, out} = await typed(['--repair', '--dry-run', '--json'], {machine});
		const kinds = JSON.parse(out).plan.map(({kind}: {kind: string}) => kind);
		expect([code, users(machine)]).toEqual([0, before]);
		expect(kinds).toContain('mend-settings');
		expect(kinds).toContain('set-setting');
	});

	it('J7: moves a key to its one issuer, and sends nothing to a host that nobody has named or seen', async () => {
		const machine = pretend({
			cwd: '/work',
			variables: {PATH: '/usr/bin', ANTHROPIC_API_KEY: openrouter},
			files: {...onboarded, '/usr/bin/claude': {text: '#!/bin/sh\n', mode: 0o755}},
			run: async () => ({state: 'ended', code: 0, stdout: '2.1.329 (Claude Code)\n', stderr: ''}),
			call: async () => {
				throw new Error('nothing may be sent');
			},
		});
		const {code, out, err} = await typed(['--repair', '--yes', '--json'], {machine});
		const {env} = JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '');
		expect(env).toEqual({ANTHROPIC_API_KEY: '', ANTHROPIC_AUTH_TOKEN: openrouter, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'});
		expect([code, JSON.parse(out).live]).toEqual([0, null]);
		expect(err).toMatch(/openrouter\.ai was not set up here before/);
	});

	it('J6: approves the key that is mended, and not the damaged one before it', async () => {
		const {env, text} = await repaired({variables: {ANTHROPIC_API_KEY: `"${consoleKey}"`}});
		expect(env()).toEqual({ANTHROPIC_API_KEY: consoleKey});
		expect(JSON.parse(text('~/.claude.json')).customApiKeyResponses.approved).toEqual([consoleKey.slice(-20)]);
	});
});

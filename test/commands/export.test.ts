import {describe, expect, it} from 'vitest';
import type {Context} from '../../source/commands/command.ts';
import {exportCommand} from '../../source/commands/export.ts';
import {commands} from '../../source/commands/index.ts';
import {parseArguments} from '../../source/commands/parse-arguments.ts';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';

const secret = `sk-or-v1-${'0badcafe'.repeat(8)}`;
const router = ['--credential', 'router-key', '--base-url', 'https://gw.example/api'];

type Ran = {readonly code: number; readonly out: string; readonly err: string};

async function run(words: readonly string[], options: PretendOptions = {}, input = ''): Promise<Ran> {
	const parsed = parseArguments(['export', ...words], commands);
	if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
	const out: string[] = [];
	const err: string[] = [];
	const terminal = {stdinIsTTY: false, stdoutIsTTY: false, stderrIsTTY: false, columns: 80, colour: false, unicode: true};
	const context: Context = {
		machine: pretend(options),
		out: text => void out.push(`${text}\n`),
		err: text => void err.push(`${text}\n`),
		input: async () => input,
		pieces: async function* () {},
		confirm: async () => false,
		ask: async () => null,
		converse: async () => {
			throw new Error('nobody is there to talk to');
		},
		takeInterrupt: () => new AbortController().signal,
		fail: (code, message, hint) => {
			err.push(`${message} ${hint ?? ''}\n`);
			return code;
		},
		terminal,
	};
	const code = await exportCommand(parsed.invocation, context);
	return {code, out: out.join(''), err: err.join('')};
}

const zsh = {variables: {SHELL: '/bin/zsh'}};

describe('wizard export', () => {
	it('asks by default: for the right variable, in the shell at hand, without a word on stderr', async () => {
		const {code, out, err} = await run(router, zsh);
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain("export ANTHROPIC_BASE_URL='https://gw.example/api'");
		expect(out).toContain('read -rs ANTHROPIC_AUTH_TOKEN');
		expect(out).toMatch(/^unset .*\bANTHROPIC_API_KEY\b/m);
		expect(out).toContain('zsh');
		expect(out).toContain('~/.zshenv');
	});

	it.each([
		[['--credential', 'console-key'], ['ANTHROPIC_API_KEY']],
		[[...router, '--auth', 'x-api-key'], ['ANTHROPIC_API_KEY']],
		[
			[...router, '--auth', 'both'],
			['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY'],
		],
		[['--base-url', 'https://gw.example'], ['ANTHROPIC_AUTH_TOKEN']],
		[['--credential', 'proxy-key', '--base-url', 'http://127.0.0.1:4000'], ['ANTHROPIC_AUTH_TOKEN']],
		[['--credential', 'subscription', '--secret-stdin'], ['CLAUDE_CODE_OAUTH_TOKEN']],
	])('literal, %j: sets %j and clears the other carriers', async (words, names) => {
		const {code, out} = await run(
			[...words, '--form', 'literal', ...(words.includes('--secret-stdin') ? [] : ['--secret-stdin']), '--shell', 'bash'],
			{},
			`${secret}\n`,
		);
		expect(code).toBe(0);
		const set = [...out.matchAll(/^export (\w+)='sk-or/gm)].map(([, name]) => name);
		const cleared = [...out.matchAll(/^unset (.*)$/gm)].flatMap(([, list]) => (list ?? '').split(' '));
		expect(set).toEqual(names);
		for (const name of [
			'ANTHROPIC_API_KEY',
			'ANTHROPIC_AUTH_TOKEN',
			'CLAUDE_CODE_OAUTH_TOKEN',
			'ANTHROPIC_CUSTOM_HEADERS',
			'CLAUDE_CODE_USE_BEDROCK',
			'ANTHROPIC_MODEL',
		])
			expect([name, cleared.includes(name)]).toEqual([name, !names.includes(name)]);
	});

	it('a subscription is a login: everything is cleared and nothing asked, unless its token is asked for', async () => {
		const login = await run(['--credential', 'subscription', '--shell', 'sh']);
		expect(login.out).not.toMatch(/read|export/);
		expect(login.err).toContain('claude auth login');
		expect((await run(['--credential', 'subscription', '--form', 'ask', '--shell', 'sh'])).out).toContain('CLAUDE_CODE_OAUTH_TOKEN=$(');
	});

	it('takes the secret from a variable or a command, never from an argument, and mends white space around it', async () => {
		const from = async (words: readonly string[], options: PretendOptions) =>
			run([...router, '--form', 'literal', '--shell', 'fish', ...words], options);
		expect((await from(['--secret-env', 'GW_KEY'], {variables: {GW_KEY: ` ${secret}\r\n`}})).out).toContain(
			`set -gx ANTHROPIC_AUTH_TOKEN '${secret}'`,
		);
		const command = await from(['--secret-command', 'pass show gw'], {
			run: async (file, args) =>
				file === '/bin/sh' && args[1] === 'pass show gw'
					? {state: 'ended', code: 0, stdout: `${secret}\n`, stderr: ''}
					: {state: 'missing'},
		});
		expect(command.out).toContain(secret);
		expect(command.err).toBe('');
		expect((await from(['--secret-env', 'GW_KEY'], {variables: {GW_KEY: ` ${secret}`}})).err).toContain('white space');
	});

	it('prints one object under --json, without a secret', async () => {
		const {out} = await run([...router, '--json', '--shell', 'elvish'], zsh);
		expect(JSON.parse(out)).toEqual({
			schema: 1,
			shell: 'elvish',
			form: 'ask',
			file: '~/.config/elvish/rc.elv',
			text: expect.stringContaining('stty -echo'),
		});
		const engine = JSON.parse((await run([...router, '--json', '--for', 'docker'])).out);
		expect(engine).toMatchObject({schema: 1, shell: null, for: 'docker', file: 'claude.env'});
		const literal = await run([...router, '--json', '--form', 'literal', '--secret-stdin'], {}, secret);
		expect([literal.code, literal.out]).toEqual([2, '']);
	});

	it('loads our file in the source form, and says where it is still missing', async () => {
		const own = '/home/ada/.config/claude-auth-wizard/credential.zsh';
		const missing = await run([...router, '--form', 'source'], zsh);
		expect(missing.out).toContain(`. '${own}'`);
		expect(missing.err).toContain('~/.config/claude-auth-wizard/credential.zsh is not there yet');
		expect((await run([...router, '--form', 'source'], {...zsh, files: {[own]: 'x'}})).err).toBe('');
		expect((await run([...router, '--form', 'source', '--shell', 'bash'])).out).toContain(
			'for every new one in ~/.bashrc and ~/.profile\n',
		);
	});

	it('says on stderr what in the settings would outrank it, and what would go out beside it', async () => {
		const files = {
			'~/.claude/settings.json': `{"apiKeyHelper": "echo k", "env": {"ANTHROPIC_BASE_URL": "https://old.example", "ANTHROPIC_API_KEY": "${secret}", "ANTHROPIC_MODEL": "m", "EDITOR": "vi"}}`,
			'~/.claude/settings.local.json': '{"env": {"ANTHROPIC_AUTH_TOKEN": ""}}',
		};
		const {code, out, err} = await run([...router, '--model', 'm'], {...zsh, files});
		expect(code).toBe(0);
		for (const said of ['ANTHROPIC_BASE_URL in ~/.claude/settings.json:1 outranks', 'ANTHROPIC_API_KEY in', 'apiKeyHelper in'])
			expect(err).toContain(said);
		expect(err).not.toContain('ANTHROPIC_MODEL');
		expect(err).not.toContain(secret);
		expect(out).not.toContain('outranks');
	});
});

describe('what wizard export refuses', () => {
	it.each([
		['no credential', [], /Which credential/],
		['a router key without address', ['--credential', 'router-key'], /address/],
		['a Console key with an address', ['--credential', 'console-key', '--base-url', 'https://gw.example'], /no --base-url/],
		['no address', ['--base-url', 'gw.example'], /no address/],
		['an address with a password', ['--base-url', 'https://u:p@gw.example'], /user name or password/],
		['an unknown shell', [...router, '--shell', 'emacs'], /not known/],
		['an unknown engine', [...router, '--for', 'emacs'], /not known/],
		['literal without a secret', [...router, '--form', 'literal'], /needs the secret/],
		['a secret without literal', [...router, '--secret-stdin'], /Only --form literal/],
		['two secrets', [...router, '--form', 'literal', '--secret-stdin', '--secret-env', 'X'], /one way only/],
		['an empty variable', [...router, '--form', 'literal', '--secret-env', 'X'], /X holds nothing/],
		['a key in a header', [...router, '--header', `X-Key: ${secret}`], /looks like a key/],
		['a header that is none', [...router, '--header', 'X-Key'], /has the form/],
		['two headers, which need a line break', [...router, '--header', 'A: b', '--header', 'C: d'], /line break/],
		['a shared file for a secret', [...router, '--for', 'devcontainer', '--form', 'literal', '--secret-stdin'], /shared/],
		['our file for an engine', [...router, '--for', 'docker', '--form', 'source'], /for shells/],
		['a question in cmd', [...router, '--shell', 'cmd'], /cannot ask/],
	])('%s', async (_, words, message) => {
		const {code, out, err} = await run(words, zsh, `${secret}\n`);
		expect([code, out]).toEqual([2, '']);
		expect(err).toMatch(message);
		expect(err).not.toContain(secret);
	});

	it('a damaged secret, by what it holds and without showing it', async () => {
		for (const damaged of ['sk-one\nsk-two', 'sk-’curly’', 'sk-\u200bwidth']) {
			const {code, out, err} = await run([...router, '--form', 'literal', '--secret-stdin', '--shell', 'bash'], {}, damaged);
			expect([code, out]).toEqual([2, '']);
			expect(err).toMatch(/ANTHROPIC_AUTH_TOKEN cannot be written here: it holds/);
			expect(err).not.toContain('sk-');
		}
	});

	it("Anthropic's key for another host, with code 3", async () => {
		const key = 'sk-ant-api03-aaaaaaaaaaaaaaaaaaaaaaaa';
		const words = [...router, '--form', 'literal', '--secret-stdin', '--shell', 'bash'];
		const {code, out} = await run(words, {}, key);
		expect([code, out]).toEqual([3, '']);
		expect((await run(['--credential', 'console-key', ...words.slice(4)], {}, key)).code).toBe(0);
	});

	it('nothing, but warns of an address without encryption that is not this machine', async () => {
		expect((await run(['--base-url', 'http://10.0.0.5:4000'], zsh)).err).toContain('unencrypted');
		for (const url of ['http://127.0.0.1:4000', 'http://localhost:1', 'http://[::1]:4000', 'https://10.0.0.5'])
			expect((await run(['--base-url', url], zsh)).err).toBe('');
	});

	it('a shell that cannot be told', async () => {
		const {code, err} = await run(router);
		expect(code).toBe(2);
		expect(err).toContain('--shell zsh, bash');
	});
});

describe('for an engine', () => {
	it('says what outranks it on this machine, and not for one that runs elsewhere', async () => {
		const here = {files: {'~/.claude/settings.json': '{"env": {"ANTHROPIC_BASE_URL": "https://other.example"}}'}};
		expect((await run([...router, '--for', 'cron'], here)).err).toContain('outranks');
		for (const engine of ['github-actions', 'ansible', 'managed-settings', 'jamf', 'intune'])
			expect((await run([...router, '--for', engine], here)).err).toBe('');
	});

	it('takes a token for a subscription where no saved login can be', async () => {
		expect((await run(['--credential', 'subscription', '--for', 'github-actions'])).out).toContain('gh secret set CLAUDE_CODE_OAUTH_TOKEN');
		expect((await run(['--credential', 'subscription', '--for', 'cron'])).out).not.toContain('export CLAUDE_CODE_OAUTH_TOKEN');
	});
});

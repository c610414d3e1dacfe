import {expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const login = {
	accessToken: `sk-ant-oat01-${'a'.repeat(40)}`,
	refreshToken: `sk-ant-ort01-${'b'.repeat(40)}`,
	expiresAt: Date.UTC(2099, 1, 1),
	scopes: ['user:inference'],
	subscriptionType: 'max',
};

/** What this terminal still has is old: mended and written into the settings, it would outrank what the shell was just given. */
it('brings no old value of this terminal back where the machine has moved to another credential', async () => {
	for (const [variables, argv] of [
		[
			{ANTHROPIC_AUTH_TOKEN: `“${consoleKey}”`},
			['--credential', 'router-key', '--base-url', 'http://127.0.0.1:7', '--secret-stdin', '--store', 'shell'],
		],
		[{ANTHROPIC_AUTH_TOKEN: consoleKey}, ['--credential', 'subscription', '--store', 'shell']],
	] as const) {
		const files = {
			'~/.bashrc': 'alias a=b\n',
			'~/.claude.json': '{"hasCompletedOnboarding": true}',
			'~/.claude/.credentials.json': JSON.stringify({claudeAiOauth: login}),
		};
		const machine = pretend({variables: {...variables, SHELL: '/bin/bash'}, files});
		for (const changed of [true, false]) {
			const {out} = await typed(['--repair', '--yes', '--no-live', '--json', ...argv], {machine, input: 'gw_0123456789abcdef0123\n'});
			if (argv.length > 4 || !changed) expect(JSON.parse(out), out).toMatchObject({changed});
			expect(machine.tree.text('/home/ada/.claude/settings.json') ?? '{}').not.toContain('ANTHROPIC_');
			expect(machine.tree.text('/home/ada/.claude.json')).not.toContain(consoleKey.slice(-20));
			if (argv.length > 4 && changed)
				expect(JSON.parse(out).openTerminals).toMatchObject([{shell: 'bash', text: expect.stringContaining('credential.sh')}]);
		}
	}
});

it('ends alike when it is asked again where the credential lives in the shell, which this terminal has not started anew', async () => {
	const machine = pretend({
		cwd: '/work',
		variables: {SHELL: '/bin/bash'},
		files: {'~/.bashrc': 'export ANTHROPIC_API_KEY=sk-old-0123456789abcdef\n'},
	});
	const args = [
		'--repair',
		'--yes',
		'--no-live',
		'--json',
		'--credential',
		'router-key',
		'--base-url',
		'http://127.0.0.1:7',
		'--secret-stdin',
	];
	const repair = () => typed([...args, '--store', 'shell'], {machine, input: 'sk-or-v1-0123456789abcdef0123456789abcdef\n'});
	const [first, second] = [await repair(), await repair()];
	const said = ({code, out}: typeof first) => [code, JSON.parse(out).changed];
	expect([said(first), said(second)]).toEqual([
		[0, true],
		[0, false],
	]);
});

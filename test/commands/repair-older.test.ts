import {expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

/** An empty token goes out from claude up to 2.1.100: a mask would break the terminals that have none. */
it.each([
	['2.1.100', 1, {ANTHROPIC_API_KEY: key}],
	['2.1.329', 0, {ANTHROPIC_API_KEY: key, ANTHROPIC_AUTH_TOKEN: ''}],
])('a token of this terminal beside claude %s', async (version, code, env) => {
	const machine = pretend({
		cwd: '/work',
		variables: {ANTHROPIC_AUTH_TOKEN: 'gw_old-0123456789abcdef', PATH: '/usr/bin'},
		files: {'/usr/bin/claude': {bytes: new Uint8Array([0x7f, 0x45]), mode: 0o755}, '~/.claude.json': '{"hasCompletedOnboarding": true}'},
		run: async () => ({state: 'ended', code: 0, stdout: `${version} (Claude Code)\n`, stderr: ''}),
	});
	const repair = () =>
		typed(['--repair', '--yes', '--no-live', '--json', '--credential', 'console-key', '--secret-stdin'], {machine, input: `${key}\n`});
	const said = await repair();
	expect(said.code).toBe(code);
	expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env).toEqual(env);
	expect(JSON.parse(said.out).cannot.map(({command}: {command: string}) => command)).toEqual(
		code === 1 ? ['unset ANTHROPIC_AUTH_TOKEN'] : [],
	);
	expect(JSON.parse((await repair()).out).changed).toBe(false);
});

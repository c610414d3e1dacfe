import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const old = `sk-or-v1-${'fedcba9876543210'.repeat(4)}`;
const router = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: key};
const settings = JSON.stringify({env: {ANTHROPIC_BASE_URL: router.ANTHROPIC_BASE_URL, ANTHROPIC_AUTH_TOKEN: key}});

const machineWith = (shell: string, files: PretendOptions['files'], variables: Readonly<Record<string, string>> = {}) =>
	pretend({cwd: '/work', variables: {SHELL: shell, ...variables}, files: {'~/.claude.json': '{"hasCompletedOnboarding": true}', ...files}});

async function findings(machine: ReturnType<typeof pretend>) {
	const {out} = await typed(['doctor', '--json'], {machine});
	return JSON.parse(out).findings.filter(({severity}: {severity: string}) => severity !== 'info');
}

describe('what only new terminals will have', () => {
	const bedrock = {'~/.claude/settings.json': settings, '~/.bashrc': 'alias a=b\nexport CLAUDE_CODE_USE_BEDROCK=1\n'};

	it('is found, said to be of new terminals, and shown where it is written', async () => {
		const found = await findings(machineWith('/bin/bash', bedrock));
		const later = found.find(({id}: {id: string}) => id === 'provider-switch');
		expect(later).toMatchObject({severity: 'error', title: expect.stringMatching(/, in new terminals$/)});
		expect(later.evidence[0]).toMatchObject({place: 'startup-file', file: '~/.bashrc', line: 2});
	});

	it('is mended by a repair without flags, at its line and without a mask', async () => {
		const machine = machineWith('/bin/bash', bedrock);
		const {code} = await typed(['--repair', '--yes', '--no-live', '--json'], {machine});
		expect([code, machine.tree.text('/home/ada/.bashrc'), machine.tree.text('/home/ada/.claude/settings.json')]).toEqual([
			0,
			'alias a=b\n',
			settings,
		]);
	});

	it('is mended where the login file of another moment sets it', async () => {
		const machine = machineWith(
			'/usr/bin/zsh',
			{'~/.zprofile': `export ANTHROPIC_AUTH_TOKEN=sk-ant-api03-${'Qz7'.repeat(31)}AA\n`},
			{
				ANTHROPIC_API_KEY: `sk-ant-api03-${'Qz7'.repeat(31)}AA`,
			},
		);
		expect((await findings(machine)).map(({title}: {title: string}) => title)).toContainEqual(expect.stringMatching(/, in new terminals$/));
	});

	it.each([
		['this terminal has it already', '/bin/bash', {'~/.bashrc': `export ANTHROPIC_AUTH_TOKEN=${key}\n`}, router],
		['another shell reads that file', '/bin/zsh', {'~/.bashrc': 'export CLAUDE_CODE_USE_BEDROCK=1\n'}, router],
		['the line waits in a function', '/bin/bash', {'~/.bashrc': 'cloud() {\n\texport CLAUDE_CODE_USE_BEDROCK=1\n}\n'}, router],
		['a later line takes it back', '/bin/bash', {'~/.bashrc': 'export CLAUDE_CODE_USE_BEDROCK=1\nunset CLAUDE_CODE_USE_BEDROCK\n'}, router],
		['no program gets it', '/bin/bash', {'~/.bashrc': 'CLAUDE_CODE_USE_BEDROCK=1\n'}, router],
		['settings outrank it', '/bin/bash', {'~/.bashrc': `export ANTHROPIC_AUTH_TOKEN=${old}\n`, '~/.claude/settings.json': settings}, {}],
	])('is nothing where %s', async (_, shell, files, variables) => {
		const found = await findings(machineWith(shell, files, variables));
		expect(found.filter(({title}: {title: string}) => title.endsWith('in new terminals'))).toEqual([]);
	});

	it('in fish counts where a universal variable gives it', async () => {
		const machine = machineWith('/usr/bin/fish', {
			'~/.claude/settings.json': settings,
			'~/.config/fish/fish_variables':
				'# This file contains fish universal variable definitions.\n# VERSION: 3.0\nSETUVAR --export CLAUDE_CODE_USE_VERTEX:1\n',
		});
		expect((await findings(machine)).map(({id}: {id: string}) => id)).toContain('provider-switch');
		expect((await typed(['--repair', '--yes', '--no-live'], {machine})).code).toBe(0);
		expect(machine.tree.text('/home/ada/.config/fish/fish_variables')).not.toContain('VERTEX');
	});
});

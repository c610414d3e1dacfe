import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';
import {users} from './changed-home.ts';
import {type Said, Script} from './onboard/script.ts';

const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const one = 'sk-one-gateway-0123456789abcdef';
const two = 'sk-two-gateway-0123456789abcdef';
const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};

async function talked(options: PretendOptions, answers: readonly Said[], argv: readonly string[] = ['--no-live']) {
	const machine = pretend({cwd: '/work', ...options, files: {'~/.claude.json': '{"hasCompletedOnboarding": true}', ...options.files}});
	const before = users(machine);
	const script = new Script(answers);
	const {code} = await typed(['--repair', ...argv], {machine, terminal, converse: async () => script});
	return {machine, before, script, code, text: (file: string) => machine.tree.text(file.replace('~', '/home/ada')) ?? ''};
}

const twoKeys: PretendOptions = {
	variables: {ANTHROPIC_API_KEY: one, ANTHROPIC_AUTH_TOKEN: two, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'},
	files: {
		'~/.bashrc': {
			text: `export ANTHROPIC_API_KEY=${one}\nexport ANTHROPIC_AUTH_TOKEN=${two}\nexport ANTHROPIC_BASE_URL=http://127.0.0.1:9\n`,
			mode: 0o600,
		},
	},
};

describe('the repair as a talk', () => {
	it('asks which credential is meant, shows each repair with its diff, and ends with the way back', async () => {
		const {script, code, text} = await talked(twoKeys, ['ANTHROPIC_AUTH_TOKEN', '']);
		expect(script.asked).toEqual(['Which credential do you mean?', 'One thing can be mended here']);
		expect(code).toBe(0);
		expect(text('~/.bashrc')).toBe(`export ANTHROPIC_AUTH_TOKEN=${two}\nexport ANTHROPIC_BASE_URL=http://127.0.0.1:9\n`);
		expect(script.shown.join('\n')).toMatch(/-export ANTHROPIC_API_KEY=sk-…cdef/);
		expect(script.shown.at(-1)).toMatch(/^Undo: wizard undo /);
		expect(leaks(script.shown.join('\n'), [one, two])).toEqual([]);
		expect(script.left).toBe(0);
	});

	it('mends a broken file first, and then asks about the rest', async () => {
		const files = {...twoKeys.files, '~/.claude/settings.json': '{"model": "opus", }'};
		const {script, code} = await talked({...twoKeys, files}, ['', 'ANTHROPIC_API_KEY', '']);
		expect(script.asked[0]).toBe('One thing to mend first');
		expect(script.asked).toHaveLength(3);
		expect(code).toBe(0);
		expect(script.shown.filter(line => line.startsWith('Undo: '))).toHaveLength(2);
	});

	it('closes in the same round the file that keeps a credential, and leaves open the one that loses it', async () => {
		const settings = `{"env": {"ANTHROPIC_AUTH_TOKEN": "${two}", "ANTHROPIC_BASE_URL": "http://127.0.0.1:9"}}`;
		const files = {
			'~/.claude/settings.json': {text: settings, mode: 0o644},
			'~/.bashrc': {text: `export ANTHROPIC_API_KEY=${consoleKey}\n`, mode: 0o644},
		};
		const {script, machine} = await talked({files, variables: {ANTHROPIC_API_KEY: consoleKey}}, ['']);
		expect(script.asked).toEqual(['2 things can be mended here']);
		expect(script.shown.join('\n')).toContain('Close settings.json to other users');
		expect(machine.files.stat('/home/ada/.claude/settings.json', 'follow')?.mode).toBe(0o600);
		expect(machine.files.stat('/home/ada/.bashrc', 'follow')?.mode).toBe(0o644);
	});

	it('counts what goes away with the new key among what is mended', async () => {
		const settings = `{"env": {"ANTHROPIC_AUTH_TOKEN": "${one}", "ANTHROPIC_BASE_URL": "http://127.0.0.1:9/v1"}}`;
		const files = {'~/.claude/settings.json': {text: settings, mode: 0o600}};
		const {script} = await talked({files, variables: {KEY: two}}, [''], ['--no-live', '--secret-env', 'KEY']);
		expect(script.asked).toEqual(['2 things can be mended here']);
	});

	it('leaves out what was switched off, also in later rounds, and says that it remains', async () => {
		const files = {'~/.claude/settings.json': '{"env": {},}', '~/.bashrc': 'export ANTHROPIC_MODEL=left\n'};
		const argv = ['--no-live', '--credential', 'router-key', '--base-url', 'http://127.0.0.1:7', '--secret-env', 'KEY'];
		const {script, text} = await talked({variables: {KEY: two}, files}, ['', 'ANTHROPIC_MODEL'], argv);
		expect(script.asked).toHaveLength(2);
		expect(text('~/.bashrc')).toBe('export ANTHROPIC_MODEL=left\n');
		expect(JSON.parse(text('~/.claude/settings.json')).env).toEqual({ANTHROPIC_BASE_URL: 'http://127.0.0.1:7', ANTHROPIC_AUTH_TOKEN: two});
	});

	it('with the credential switched off also leaves what would only be right with it', async () => {
		const argv = ['--no-live', '--credential', 'router-key', '--base-url', 'http://127.0.0.1:7', '--secret-env', 'KEY'];
		const {machine, before} = await talked(
			{variables: {KEY: two}, files: {'~/.bashrc': `export ANTHROPIC_API_KEY=${consoleKey}\n`}},
			['Use the'],
			argv,
		);
		expect(users(machine)).toEqual(before);
	});

	it.each([
		['at the question which is meant', [{leave: true}]],
		['by the last choice', ['leave']],
		['at the list', ['ANTHROPIC_API_KEY', {leave: true}]],
	] as const)('writes nothing where one leaves %s', async (_, answers) => {
		const {code, machine, before, script} = await talked(twoKeys, answers);
		expect([code, users(machine)]).toEqual([130, before]);
		expect(script.shown).toContain('Nothing was changed.');
	});

	it('has a host typed before a key of Anthropic would go there', async () => {
		const argv = ['--no-live', '--credential', 'router-key', '--base-url', 'https://gw.example', '--secret-env', 'KEY'];
		const {script, code} = await talked({variables: {KEY: consoleKey}}, ['', 'gw.example'], argv);
		expect(script.asked[1]).toBe('Type gw.example to send it there all the same');
		expect(code).toBe(0);
	});

	it('says so where there is nothing to mend', async () => {
		const {script, code} = await talked({variables: {ANTHROPIC_AUTH_TOKEN: two, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'}}, []);
		expect(code).toBe(0);
		expect(script.shown[0]).toMatch(/^Nothing was found that has one way to be mended/);
	});

	it('J2: offers to sign in where a subscription is wanted and no login is saved', async () => {
		const claude = {text: '#!/bin/sh\n', mode: 0o755};
		const handed: string[][] = [];
		const options: PretendOptions = {
			variables: {PATH: '/usr/bin', ANTHROPIC_API_KEY: consoleKey},
			files: {'/usr/bin/claude': claude, '~/.bashrc': {text: `export ANTHROPIC_API_KEY=${consoleKey}\n`, mode: 0o600}},
			run: async () => ({state: 'ended', code: 0, stdout: '2.1.329 (Claude Code)\n', stderr: ''}),
			handOver: async (_, args) => {
				handed.push([...args]);
				return 0;
			},
		};
		const {script, code, text} = await talked(options, ['', 'yes'], ['--no-live', '--credential', 'subscription']);
		expect(script.asked.at(-1)).toBe('Sign in now?');
		expect(handed).toEqual([['auth', 'login']]);
		expect([code, text('~/.bashrc')]).toEqual([1, '']);
		expect(script.shown.slice(-4)).toEqual([
			'Claude Code has no credential to send',
			'Fix: Sign in, or set up a key.',
			': claude auth login',
			expect.stringMatching(/^Undo: /),
		]);
	});
});

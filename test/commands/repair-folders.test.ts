import {describe, expect, it} from 'vitest';
import {type Pretend, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';
import {scriptedRepair} from './scripted-repair.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';

function text(machine: Pretend, file: string): string | null {
	const reading = machine.files.read(file.replace('~', '/home/ada'));
	return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : null;
}

/** CLAUDE_CONFIG_DIR that differs between this terminal and the next: claude reads settings in one folder alone. */
describe("wizard --repair where claude's folder is moved", () => {
	const old = '{"env":{"ANTHROPIC_API_KEY":"sk-old-0123456789abcdef"}}\n';

	it.each([
		['in this terminal alone', {CLAUDE_CONFIG_DIR: '/home/ada/.c-old'}, '', ['~/.c-old', '~/.claude']],
		['by a startup file alone', {}, 'export CLAUDE_CONFIG_DIR="$HOME/.c-new"\n', ['~/.claude', '~/.c-new']],
		['to two places', {CLAUDE_CONFIG_DIR: '/home/ada/.c-old'}, 'export CLAUDE_CONFIG_DIR=~/.c-new\n', ['~/.c-old', '~/.c-new']],
		['to one place by both', {CLAUDE_CONFIG_DIR: '/home/ada/.c'}, 'export CLAUDE_CONFIG_DIR=~/.c\n', ['~/.c']],
	] as const)('%s', async (_, variables, bashrc, folders) => {
		const all = ['~/.c-old', '~/.c-new', '~/.c', '~/.claude'];
		const files = {'~/.bashrc': bashrc, ...Object.fromEntries(all.map(folder => [`${folder}/settings.json`, old]))};
		const machine = pretend({cwd: '/work', variables, files});
		const {code, out} = await typed(scriptedRepair, {machine, input: `${key}\n`});
		expect([code, out.includes(key)]).toEqual([0, false]);
		const holding = all.filter(folder => text(machine, `${folder}/settings.json`)?.includes(key));
		expect(holding.toSorted()).toEqual(folders.toSorted());
		for (const folder of folders) expect(text(machine, `${folder}/settings.json`)).not.toContain('sk-old');
		const again = await typed(scriptedRepair, {machine, input: `${key}\n`});
		expect(JSON.parse(again.out)).toMatchObject({changed: false});
	});

	it('mends what cannot be read in the other folder, so that it counts there', async () => {
		const broken = '{\n  // mine\n  "env": {"ANTHROPIC_API_KEY": "sk-old-0123456789abcdef"},\n  "model": "opus",\n}\n';
		const files = {'~/.claude/settings.json': broken, '~/.claude.json': '{"numStartups": 3,}'};
		const machine = pretend({cwd: '/work', variables: {CLAUDE_CONFIG_DIR: '/home/ada/.c'}, files});
		const {code} = await typed(scriptedRepair, {machine, input: `${key}\n`});
		expect(code).toBe(0);
		expect(JSON.parse(text(machine, '~/.claude/settings.json') ?? '')).toMatchObject({env: {ANTHROPIC_AUTH_TOKEN: key}, model: 'opus'});
		expect(text(machine, '~/.claude/settings.json')).not.toContain('sk-old');
		expect(JSON.parse(text(machine, '~/.claude.json') ?? '')).toMatchObject({numStartups: 3});
	});

	it('leaves the other folder alone where nobody said which credential is wanted: it may be that of another account', async () => {
		const files = {'~/.c/settings.json': '{"env":{"ANTHROPIC_API_KEY":"",}}', '~/.claude/settings.json': old};
		const machine = pretend({cwd: '/work', variables: {CLAUDE_CONFIG_DIR: '/home/ada/.c'}, files});
		await typed(['--repair', '--yes', '--no-live', '--json'], {machine});
		expect(text(machine, '~/.claude/settings.json')).toBe(old);
	});
});

describe('a file that can be mended in no one way is written anew with what can be read of it, and undo brings it back', () => {
	it.each([
		['<html></html>', {}],
		['{"projects": {"/a": {"x":', {projects: {'/a': {}}}],
	])('.claude.json: %s', async (broken, kept) => {
		const machine = pretend({cwd: '/work', files: {'~/.claude.json': broken}});
		const {code} = await typed(scriptedRepair, {machine, input: `${key}\n`});
		expect(code).toBe(0);
		expect(JSON.parse(text(machine, '~/.claude.json') ?? '')).toEqual({...kept, hasCompletedOnboarding: true});
		await typed(['undo', '--yes'], {machine});
		await typed(['undo', '--yes'], {machine});
		expect(text(machine, '~/.claude.json')).toBe(broken);
	});

	it.each([
		['no json', {}],
		['[]', {}],
		["{\n  'theme': 'dark',\n  env: {MY_TEAM: 'blue', 'ANTHROPIC_API_KEY': 'sk-ant-old'}\n", {theme: 'dark', env: {MY_TEAM: 'blue'}}],
	])('settings.json: %s', async (broken, kept: {readonly theme?: string; readonly env?: object}) => {
		const machine = pretend({cwd: '/work', files: {'~/.claude/settings.json': broken}});
		const {code} = await typed(scriptedRepair, {machine, input: `${key}\n`});
		expect(code).toBe(0);
		expect(JSON.parse(text(machine, '~/.claude/settings.json') ?? '')).toMatchObject({
			...kept,
			env: {...kept.env, ANTHROPIC_AUTH_TOKEN: key},
		});
		expect(text(machine, '~/.claude/settings.json')).not.toContain('sk-ant-old');
		for (let rounds = 0; rounds < 3; rounds++) await typed(['undo', '--yes'], {machine});
		expect(text(machine, '~/.claude/settings.json')).toBe(broken);
	});
});

import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Machine} from '../../source/machine/machine.ts';
import {realFiles} from '../../source/machine/real-files.ts';
import {realPrograms} from '../../source/machine/real-programs.ts';
import {exposedByGit, type GitState, gitState} from '../../source/plan/git-safety.ts';
import {needing} from '../helpers/needing.ts';
import {installed} from '../helpers/needs.ts';
import {realDisk} from '../helpers/real-disk.ts';

/** Real repositories, asked by the real git: what it would do with a file that is to hold a key. */
let home = '';
const git = (folder: string, ...args: readonly string[]) =>
	execFileSync('git', ['-C', path.join(home, folder), '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
		env: environment(),
		stdio: 'pipe',
	});
const environment = () => ({HOME: home, PATH: process.env['PATH'] ?? ''});

function machine(more: Readonly<Record<string, string>> = environment()): Machine {
	const disk = realDisk(home);
	return {...disk, programs: realPrograms, environment: {...disk.environment, variables: more}};
}

function put(name: string, text = 'x\n'): void {
	mkdirSync(path.dirname(path.join(home, name)), {recursive: true});
	writeFileSync(path.join(home, name), text);
}

describe('git', () => {
	needing(installed('git') !== null, 'git is not installed');

	beforeAll(() => {
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-git-')));
		for (const folder of ['project', 'dotfiles', 'plain', 'bare']) mkdirSync(path.join(home, folder));
		if (installed('git') === null) return;
		for (const folder of ['project', 'dotfiles']) git(folder, 'init', '-q');
		put('project/.gitignore', '*.local.json\nsecret/\n');
		for (const name of ['project/tracked.json', 'project/new.json', 'project/ünïcode file.json', 'dotfiles/claude/settings.json'])
			put(name);
		// Ignored by a rule that came later: git goes on tracking it.
		put('project/forced.local.json');
		git('project', 'add', 'tracked.json', 'ünïcode file.json', '.gitignore');
		git('project', 'add', '--force', 'forced.local.json');
		git('project', 'commit', '-qm', 'x');
		git('dotfiles', 'add', '.');
		git('project', 'worktree', 'add', '-q', path.join(home, 'worktree'));
		mkdirSync(path.join(home, '.claude'));
		symlinkSync('../dotfiles/claude/settings.json', path.join(home, '.claude/settings.json'));
		put('broken/.git', 'gitdir: /nowhere\n');
		put('.config/git/ignore', 'everywhere.json\n');
	});
	afterAll(() => rmSync(home, {recursive: true, force: true}));

	it.each<readonly [string, GitState]>([
		['project/tracked.json', 'tracked'],
		['project/ünïcode file.json', 'tracked'],
		['project/forced.local.json', 'tracked'],
		['project/new.json', 'not-ignored'],
		['project/not/yet/there.json', 'not-ignored'],
		['project/-rf', 'not-ignored'],
		['project/.claude/settings.local.json', 'ignored'],
		['project/secret/key', 'ignored'],
		['project/everywhere.json', 'ignored'],
		['worktree/tracked.json', 'tracked'],
		['worktree/new.local.json', 'ignored'],
		['.claude/settings.json', 'tracked'],
		['plain/settings.json', 'no-repository'],
		['plain/not/yet/there.json', 'no-repository'],
		['broken/settings.json', 'unknown'],
	])('%s is %s', async (name, state) => {
		const target = realFiles.target(path.join(home, name));
		expect(await gitState(target ?? '', machine())).toBe(state);
	});

	it('is not asked by variables that point it elsewhere', async () => {
		const bent = {...environment(), GIT_DIR: path.join(home, 'dotfiles/.git'), GIT_WORK_TREE: path.join(home, 'plain')};
		expect(await gitState(path.join(home, 'project/tracked.json'), machine(bent))).toBe('tracked');
	});

	it('that is not installed leaves it unknown inside a repository, and unasked outside', async () => {
		const without = {...environment(), PATH: path.join(home, 'plain')};
		expect(await gitState(path.join(home, 'project/.claude/settings.local.json'), machine(without))).toBe('unknown');
		expect(await gitState(path.join(home, 'plain/settings.json'), machine(without))).toBe('no-repository');
	});

	it('keeps a secret out, says why, and asks nothing about what holds none', async () => {
		const change = (name: string, secret: boolean) => {
			const named = path.join(home, name);
			const target = realFiles.target(named) ?? named;
			return {path: target, named, kind: 'settings', before: null, after: new Uint8Array([1]), mode: null, secret, entries: []} as const;
		};
		const names = ['.claude/settings.json', 'project/new.json', 'project/a.local.json', 'plain/a.json', 'broken/a.json'];
		const exposed = await exposedByGit(
			names.map(name => change(name, true)),
			machine(),
		);
		expect(exposed.map(({state, why}) => [state, why.includes(home)])).toEqual([
			['tracked', true],
			['not-ignored', true],
			['unknown', true],
		]);
		expect(
			await exposedByGit(
				names.map(name => change(name, false)),
				machine(),
			),
		).toEqual([]);
	});
});

import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {isTracked} from '../../source/places/git-index.ts';

const names = [
	'.env',
	'a/.claude/settings.json',
	'a/.claude/settings.local.json',
	'ä/ö/.env.local',
	'b/a/.envrc',
	`${'zz/long/'.repeat(9)}x`,
];

/** An index as git itself writes it. */
function indexOf(version: string): Uint8Array {
	const folder = mkdtempSync(path.join(tmpdir(), 'wizard-index-'));
	const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], {env: {PATH: process.env['PATH'] ?? '', HOME: folder}});
	git('init', '-q');
	for (const name of names) {
		mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
		writeFileSync(path.join(folder, name), name);
	}
	git('add', '-f', '.');
	git('update-index', '--index-version', version);
	return readFileSync(path.join(folder, '.git', 'index'));
}

describe.each(['2', '4'])('an index of version %s', version => {
	const machine = pretend({files: {'/r/.git/index': {bytes: indexOf(version)}, '/other/x': 'x'}});
	test.each(names)('names %s', name => {
		expect(isTracked(machine, `/r/${name}`)).toBe(true);
	});
	test.each(['.envrc', 'a/.envrc', 'settings.json', 'b/.env', '.en', '.env.local'])('does not name %s', name => {
		expect(isTracked(machine, `/r/${name}`)).toBe(false);
	});
});

test('a worktree says where its folder is', () => {
	const machine = pretend({files: {'/w/.git': 'gitdir: ../r/.git/worktrees/w\n', '/r/.git/worktrees/w/index': {bytes: indexOf('2')}}});
	expect(isTracked(machine, '/w/.env')).toBe(true);
	expect(isTracked(machine, '/w/.envrc')).toBe(false);
});

test('nothing is claimed outside a repository, or of an index that is none', () => {
	const machine = pretend({files: {'/other/.env': 'x', '/torn/.git/index': 'DIRC'}});
	expect(isTracked(machine, '/other/.env')).toBe(false);
	expect(isTracked(machine, '/torn/.env')).toBe(false);
});

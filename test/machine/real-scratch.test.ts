import {existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {realMachine} from '../../source/machine/real.ts';
import {realScratch} from '../../source/machine/real-scratch.ts';

describe('a folder for one run', () => {
	it('holds the given files and nothing else, for this user alone', () => {
		const folder = realScratch.make({'a.json': '{}', '.claude/settings.json': 'x'});
		try {
			expect(realpathSync(folder)).toBe(folder);
			expect(readdirSync(folder, {recursive: true}).sort()).toEqual(['.claude', path.join('.claude', 'settings.json'), 'a.json']);
			expect(readFileSync(path.join(folder, '.claude', 'settings.json'), 'utf8')).toBe('x');
			if (process.platform !== 'win32')
				expect(['', 'a.json', '.claude'].map(name => statSync(path.join(folder, name)).mode & 0o777)).toEqual([0o700, 0o600, 0o700]);
		} finally {
			realScratch.remove(folder);
		}
		expect(existsSync(folder)).toBe(false);
	});

	it('goes with all that came into it, and no other folder does', () => {
		const [one, other] = [realScratch.make(), realScratch.make()];
		writeFileSync(path.join(one, 'left'), 'x');
		realScratch.remove(path.dirname(one));
		realScratch.remove(one);
		expect([existsSync(one), existsSync(other)]).toEqual([false, true]);
		realScratch.remove(other);
		expect(existsSync(other)).toBe(false);
	});

	it('leaves no listener behind', () => {
		const count = () => (['exit', 'SIGTERM', 'SIGHUP'] as const).map(name => process.listenerCount(name));
		const before = count();
		const [one, other] = [realScratch.make(), realScratch.make()];
		expect(count()).toEqual(before.map(number => number + 1));
		realScratch.remove(one);
		realScratch.remove(other);
		expect(count()).toEqual(before);
	});

	it('is pretended too', () => {
		const {scratch, files, tree} = pretend();
		const before = tree.snapshot();
		const folder = scratch.make({'a/b': 'x'});
		expect(files.list(folder)).toEqual(['a']);
		expect(tree.text(`${folder}/a/b`)).toBe('x');
		expect(scratch.make()).not.toBe(folder);
		scratch.remove(folder);
		expect(files.stat(folder)).toBeNull();
		expect(tree.snapshot()).toEqual(before);
	});
});

describe('the same computer from another home', () => {
	it('knows nothing of the first', () => {
		for (const machine of [realMachine('1.2.3'), pretend({variables: {SECRET: 'x', XDG_STATE_HOME: '/home/ada/state'}})]) {
			const {environment, ...rest} = machine.at('/elsewhere', {A: '1'});
			expect(environment).toMatchObject({home: '/elsewhere', cwd: '/elsewhere', variables: {A: '1'}});
			expect(environment.state.startsWith(path.join('/elsewhere', path.sep))).toBe(true);
			expect(rest.memory).not.toBe(machine.memory);
		}
	});
});

import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {realMachine} from '../../source/machine/real.ts';
import {realScratch as scratchIn} from '../../source/machine/real-scratch.ts';

const realScratch = scratchIn({state: path.join(tmpdir(), 'wizard-state')});

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

	it('keeps secrets below our own folder, and removes what a killed run left there', () => {
		const state = mkdtempSync(path.join(tmpdir(), 'wizard-state-'));
		const scratch = scratchIn({state});
		const folder = scratch.makeSecret({'settings.json': '{}'});
		expect(path.dirname(folder)).toBe(path.join(state, 'launches'));
		if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
		// The name says which process made it; that of a process which ended is free again.
		const ended = spawnSync(process.execPath, ['-e', '']).pid;
		const leftover = folder.replace(/\d+(?=-\d+-\w+$)/, String(ended));
		mkdirSync(leftover);
		const elsewhere = `${path.join(state, 'launches', String(ended))}-1-another-world`;
		mkdirSync(elsewhere);
		const second = scratch.makeSecret({});
		expect([folder, leftover, elsewhere, second].map(one => existsSync(one))).toEqual([true, false, true, true]);
		for (const one of [folder, second]) scratch.remove(one);
		rmSync(state, {recursive: true});
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

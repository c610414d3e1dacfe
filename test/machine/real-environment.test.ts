import {mkdtempSync, rmdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {realEnvironment} from '../../source/machine/real-environment.ts';
import {stateFolder} from '../../source/machine/state-folder.ts';

describe('the real environment', () => {
	it('is a copy, taken once', () => {
		process.env['WIZARD_ONE'] = '1';
		const environment = realEnvironment();
		process.env['WIZARD_ONE'] = '2';
		delete process.env['WIZARD_ONE'];
		expect(environment.variables['WIZARD_ONE']).toBe('1');
		expect(environment).toMatchObject({home: process.env['HOME'], pid: process.pid, uid: process.geteuid?.() ?? -1});
	});

	it('survives a folder that is gone', ({skip}) => {
		skip(!(process.platform === 'linux'), 'this system keeps the folder');
		const folder = mkdtempSync(path.join(tmpdir(), 'wizard-gone-'));
		const here = process.cwd();
		process.chdir(folder);
		rmdirSync(folder);
		const {cwd, home} = realEnvironment();
		process.chdir(here);
		expect([process.env['PWD'] ?? home, home]).toContain(cwd);
	});
});

describe('the state folder', () => {
	it('is where each system keeps such things, and never relative', () => {
		expect(stateFolder('linux', '/home/ada', {})).toBe('/home/ada/.local/state/claude-auth-wizard');
		expect(stateFolder('linux', '/home/ada', {XDG_STATE_HOME: '/state'})).toBe('/state/claude-auth-wizard');
		expect(stateFolder('linux', '/home/ada', {XDG_STATE_HOME: 'state'})).toBe('/home/ada/.local/state/claude-auth-wizard');
		expect(stateFolder('darwin', '/Users/ada', {})).toBe('/Users/ada/Library/Application Support/claude-auth-wizard');
		expect(stateFolder('win32', 'C:\\Users\\ada', {LOCALAPPDATA: 'D:\\Local'})).toBe('D:\\Local\\claude-auth-wizard');
	});
});

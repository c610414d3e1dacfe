import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {expect, it} from 'vitest';

const root = path.join(import.meta.dirname, '..');

it('leaves nothing of the environment but what programs need to start', () => {
	const names = Object.keys(process.env).filter(name => !name.startsWith('VITEST'));
	const known = [
		'PATH',
		'HOME',
		'USERPROFILE',
		'TERM',
		'LANG',
		'TMPDIR',
		'TEMP',
		'TMP',
		'NODE_ENV',
		'TEST',
		'SystemRoot',
		'ComSpec',
		'PATHEXT',
		'WIZARD_TEST_CLAUDE',
	];
	expect(names.filter(name => !known.includes(name))).toEqual([]);
});

it('gives a home of its own', () => {
	expect(process.env['HOME']).toMatch(/wizard-test-home-/);
	expect(os.homedir()).toBe(process.env['HOME']);
});

it('takes away whatever the caller had set, and the home at the end', () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wizard-guard-'));
	const script = path.join(folder, 'print.mjs');
	writeFileSync(script, `await import(${JSON.stringify(path.join(folder, 'guard.mjs'))}); console.log(JSON.stringify(process.env));`);
	const bundle = path.join(root, 'node_modules', 'esbuild', 'bin', 'esbuild');
	execFileSync(bundle, [
		path.join(root, 'test/helpers/guard.ts'),
		'--log-level=error',
		'--format=esm',
		`--outfile=${path.join(folder, 'guard.mjs')}`,
	]);
	const env = {
		PATH: process.env['PATH'],
		HOME: folder,
		ANTHROPIC_API_KEY: 'a-key-of-the-caller',
		CLAUDE_CONFIG_DIR: folder,
		NO_COLOR: '1',
		DEV: '1',
	};
	const seen = JSON.parse(execFileSync(process.execPath, [script], {env, encoding: 'utf8'}));
	expect(Object.keys(seen).sort()).toEqual(['HOME', 'LANG', 'PATH', 'TERM', 'USERPROFILE']);
	expect(seen.HOME).not.toBe(folder);
	expect(existsSync(seen.HOME)).toBe(false);
	rmSync(folder, {recursive: true});
});

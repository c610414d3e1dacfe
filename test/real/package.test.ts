import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

/** The package as npm would publish it, installed into an empty folder of another project, without network. */
const root = path.join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'wizard-package-'));
const run = (file: string, args: readonly string[], cwd: string) =>
	execFileSync(file, args, {cwd, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe']});

type Packed = {readonly filename: string; readonly files: readonly {readonly path: string; readonly mode: number}[]; readonly size: number};
let packed: Packed;

beforeAll(() => {
	const json = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
	const answer: readonly Packed[] | Readonly<Record<string, Packed>> = JSON.parse(json);
	const first = Object.values(answer)[0];
	if (first === undefined) throw new Error(`npm pack said: ${json}`);
	packed = first;
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe('the package', () => {
	it('holds the program, its papers, and nothing else', () => {
		const names = packed.files.map(file => file.path);
		expect(names).toEqual(expect.arrayContaining(['dist/cli.js', 'dist/THIRD-PARTY.txt', 'LICENSE', 'README.md', 'package.json']));
		expect(names.filter(name => !/^dist\/(?:[\w-]+\.m?js(?:\.code)?|package\.json|THIRD-PARTY\.txt)$/.test(name)).sort()).toEqual([
			'LICENSE',
			'README.md',
			'package.json',
		]);
		expect(packed.size).toBeLessThan(2_000_000);
	});

	it('needs no other package', () => {
		const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
		for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
			expect(manifest).not.toHaveProperty(kind);
		for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts).not.toHaveProperty(script);
	});

	it('installs into an empty folder and runs by both its names', () => {
		const project = path.join(folder, 'project');
		mkdirSync(project);
		writeFileSync(path.join(project, 'package.json'), '{"private": true}');
		run('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(folder, packed.filename)], project);
		const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
		for (const name of ['wizard', 'claude-auth-wizard']) {
			const bin = path.join(project, 'node_modules', '.bin', name);
			expect(run(bin, ['--version'], project)).toBe(`${version}\n`);
			expect(run(bin, ['help'], project)).toContain('Usage: wizard COMMAND');
		}
	});
});

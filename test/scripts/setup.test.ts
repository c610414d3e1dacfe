import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {ensureInstalled} from '../../scripts/setup.mjs';

let root = '';
const at = (...names: readonly string[]) => path.join(root, ...names);
const here = {os: [process.platform], cpu: [process.arch]};
const elsewhere = {os: ['sunos'], cpu: ['sparc']};

/** A stand-in for npm that notes how it was called. */
const npm = `require('fs').appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n'); process.exit(Number(process.env.TEST_EXIT ?? 0));`;
const calls = () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : []);

function write(file: string, value: unknown) {
	mkdirSync(path.dirname(at(file)), {recursive: true});
	writeFileSync(at(file), typeof value === 'string' ? value : JSON.stringify(value));
}

function locked(packages: object) {
	write('package-lock.json', {packages: {'': {name: 'x'}, ...packages}});
}

function installed(packages: object) {
	write('node_modules/.package-lock.json', {packages});
	for (const folder of Object.keys(packages)) mkdirSync(at(folder), {recursive: true});
}

beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'wizard-setup-'));
	write('npm-cli.js', npm);
	process.env['npm_execpath'] = at('npm-cli.js');
	locked({'node_modules/a': {version: '1.0.0', integrity: 'i'}});
});
afterEach(() => {
	rmSync(root, {recursive: true});
	delete process.env['npm_execpath'];
	delete process.env['TEST_EXIT'];
});

describe('installing', () => {
	it('happens on a fresh clone, with the packages that development needs and without install scripts', () => {
		ensureInstalled(root);
		expect(calls()).toHaveLength(1);
		expect(calls()[0]).toMatch(/^ci --ignore-scripts --include=dev /);
	});

	it('does not happen where npm has installed the same, by whomever', () => {
		installed({'node_modules/a': {version: '1.0.0', integrity: 'i'}});
		ensureInstalled(root);
		ensureInstalled(root);
		expect(calls()).toEqual([]);
	});

	it.each([
		['another version', {'node_modules/a': {version: '1.0.1', integrity: 'i'}}],
		['another content', {'node_modules/a': {version: '1.0.0', integrity: 'j'}}],
		['a missing package', {}],
	])('happens where there is %s', (_, packages) => {
		installed(packages);
		ensureInstalled(root);
		expect(calls()).toHaveLength(1);
	});

	it('happens where a folder was deleted after it had all been there', () => {
		installed({'node_modules/a': {version: '1.0.0', integrity: 'i'}});
		ensureInstalled(root);
		rmSync(at('node_modules/a'), {recursive: true});
		ensureInstalled(root);
		expect(calls()).toHaveLength(1);
	});

	it('happens where the lockfile has changed after it had all been there', () => {
		installed({'node_modules/a': {version: '1.0.0', integrity: 'i'}});
		ensureInstalled(root);
		locked({'node_modules/a': {version: '1.0.0', integrity: 'i'}, 'node_modules/b': {version: '2.0.0', integrity: 'k'}});
		ensureInstalled(root);
		expect(calls()).toHaveLength(1);
	});

	it('leaves out what is for other systems, and wants what is for this one', () => {
		installed({'node_modules/a': {version: '1.0.0', integrity: 'i'}});
		locked({'node_modules/a': {version: '1.0.0', integrity: 'i'}, 'node_modules/far': {version: '1.0.0', optional: true, ...elsewhere}});
		ensureInstalled(root);
		expect(calls()).toEqual([]);
		locked({'node_modules/a': {version: '1.0.0', integrity: 'i'}, 'node_modules/near': {version: '1.0.0', optional: true, ...here}});
		ensureInstalled(root);
		expect(calls()).toHaveLength(1);
	});

	it('says so where npm fails, and tries again the next time', () => {
		process.env['TEST_EXIT'] = '1';
		expect(() => ensureInstalled(root)).toThrow('npm ci did not succeed');
		expect(() => ensureInstalled(root)).toThrow('npm ci did not succeed');
		expect(calls()).toHaveLength(2);
	});
});

import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';
import stringWidth from 'string-width';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {bundle} from '../../../scripts/build/bundle.mjs';
import {narrow} from '../../../scripts/build/quick-string-width.mjs';
import {replaceIn} from '../../../scripts/build/replace-in.mjs';
import {thirdParty} from '../../../scripts/build/third-party.mjs';

const root = path.join(import.meta.dirname, '..', '..', '..');
mkdirSync(path.join(root, '.cache'), {recursive: true});
const out = mkdtempSync(path.join(root, '.cache', 'bundle-test-'));
afterAll(() => rmSync(out, {recursive: true, force: true}));

describe('a bundle with Ink', () => {
	let inputs: readonly string[] = [];
	let names: readonly string[] = [];
	beforeAll(async () => {
		writeFileSync(
			path.join(out, 'entry.ts'),
			"void import('ink').then(({render, Text}) => console.log(typeof render, typeof Text, typeof fetch));\n",
		);
		const built = await bundle({root, entry: path.relative(root, path.join(out, 'entry.ts')), together: {}});
		mkdirSync(path.join(out, 'dist'));
		for (const [name, text] of built.files) writeFileSync(path.join(out, 'dist', name), text);
		inputs = built.inputs;
		names = [...built.files.keys()];
	});

	it('keeps what is loaded late beside the core', () => {
		expect(names).toContain('entry.js');
		expect(names).toContain('ink.mjs');
	});
	it('runs, and its `fetch` is only hidden from yoga', () => {
		expect(execFileSync(process.execPath, [path.join(out, 'dist', 'entry.js')], {encoding: 'utf8'})).toBe('function function function\n');
	});
	it('does not start the HTTP client to load yoga', () => {
		const code = `import(${JSON.stringify(path.join(out, 'dist', 'ink.mjs'))}).then(() => console.log(process.moduleLoadList.join('\\n')))`;
		const loaded = execFileSync(process.execPath, ['-e', code], {encoding: 'utf8'});
		expect(loaded).toContain('NativeModule fs');
		expect(loaded).not.toContain('undici');
	});
	it('names the licence of every package in it', () => {
		const text = thirdParty(root, [...inputs]);
		for (const name of ['ink', 'react', 'yoga-layout', 'string-width'])
			expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
	});
});

describe('the short way to a width', () => {
	it('says the same as string-width of every character it answers for', () => {
		const mine = new RegExp(`^[${narrow}]$`);
		const answered = Array.from({length: 0x3000}, (_, code) => String.fromCharCode(code)).filter(character => mine.test(character));
		expect(answered.length).toBeGreaterThan(350);
		expect(answered.filter(character => stringWidth(character) !== 1)).toEqual([]);
	});
	it('leaves combining marks, emoji and wide characters to string-width', () => {
		const mine = new RegExp(`^[${narrow}]*$`);
		for (const text of ['e\u0301', '✅', '中', '⚠\uFE0F', '\u200B', '\u00AD', '\t', 'a\u20E3'])
			expect(mine.test(text), JSON.stringify(text)).toBe(false);
	});
});

describe('a change to a package', () => {
	const buildWith = async (plugin: esbuild.Plugin) => {
		const stdin = {contents: "import width from 'string-width'; console.log(width('a'));", resolveDir: root};
		const {errors} = await esbuild
			.build({stdin, bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', logLevel: 'silent', plugins: [plugin]})
			.catch(error => error);
		return errors.map(({text}: esbuild.Message) => text);
	};
	it('stops the build where the text is not what it was', async () => {
		expect(
			await buildWith(replaceIn({name: 'x', package: 'string-width', file: /string-width[\\/]index\.js$/, change: () => null})),
		).toEqual([expect.stringContaining('is no longer what this change was made for')]);
	});
	it('stops the build where the file is gone', async () => {
		expect(
			await buildWith(replaceIn({name: 'x', package: 'string-width', file: /string-width[\\/]gone\.js$/, change: text => text})),
		).toEqual([expect.stringContaining('string-width is bundled, but no file of it matches')]);
	});
	it('is no trouble where the package is not in the bundle', async () => {
		expect(await buildWith(replaceIn({name: 'x', package: 'ink', file: /ink[\\/]gone\.js$/, change: text => text}))).toEqual([]);
	});
});

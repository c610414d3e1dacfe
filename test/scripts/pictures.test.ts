import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Cell} from '../../scripts/pictures/screen.mjs';
import {steady} from '../../scripts/pictures/steady.mjs';
import {toSvg} from '../../scripts/pictures/to-svg.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const shown = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', file = '']) => ({words, file}));

describe('the pictures of README.md', () => {
	it('are all that were made', () => {
		const made = readdirSync(path.join(root, 'docs', 'pictures')).map(name => `docs/pictures/${name}`);
		expect(shown.map(({file}) => file).sort()).toEqual(made.sort());
		expect(made.length).toBeGreaterThanOrEqual(5);
	});

	it.each(shown)(
		'$file parses, is small, is read on light and dark, and names no place of the computer it was made on',
		({words, file}) => {
			const svg = readFileSync(path.join(root, file), 'utf8');
			expect(parse(svg)).toContain('text');
			expect(Buffer.byteLength(svg)).toBeLessThan(30_000);
			expect(svg).toContain('prefers-color-scheme:light');
			expect(svg).not.toMatch(/\/tmp\/|\/root\/|\/home\/|57041e57|0LD0LD/);
			expect(svg).not.toMatch(/127\.0\.0\.1:(?!40+\b)/);
			// Who cannot see it is told what it shows.
			expect(words.length).toBeGreaterThan(20);
		},
	);
});

describe('a picture', () => {
	it('holds each look of a row as one text at its own column', () => {
		const svg = toSvg([[...cells('✗ a', {fore: '1'}), ...cells('  '), ...cells('<b> & c', {bold: true})]], 'x & y');
		expect(parse(svg).filter(name => name === 'text')).toHaveLength(2);
		expect(svg).toContain('<title>x &amp; y</title>');
		expect(svg).toContain('<text x="16" y="30" textLength="25.2" lengthAdjust="spacingAndGlyphs" class="red">✗ a</text>');
		expect(svg).toContain('<text x="58" y="30" textLength="58.8" lengthAdjust="spacingAndGlyphs" class="bold">&lt;b&gt; &amp; c</text>');
	});

	it('shows the cursor, which is a blank turned round', () => {
		const svg = toSvg([[...cells('ab'), ...cells(' ', {inverse: true})]], 'x');
		expect(svg).toContain('<rect class="block" x="32.8" y="16" width="8.4" height="18"/>');
	});

	it('is not made with a colour that it has no shade for', () => {
		expect(() => toSvg([cells('a', {fore: '5'})], 'x')).toThrow('colour of “a”');
		expect(() => toSvg([cells('a', {back: '2'})], 'x')).toThrow('colour of “a”');
	});

	it('keeps its columns where a port and an ID are put in other words', () => {
		const frame = [cells('at http://127.0.0.1:51234/v1'), cells('wizard undo 20261121-105751-c1d1 ')];
		const calm = steady(frame, '/tmp/home', '51234', []).map(row => row.map(({text}) => text).join(''));
		expect(calm).toEqual(['at http://127.0.0.1:40000/v1', 'wizard undo 20260102-030405-c0de ']);
	});

	it('is not made where the temporary home or a key stands in it', () => {
		expect(() => steady([cells('in /tmp/home/x')], '/tmp/home', null, [])).toThrow('temporary home');
		expect(() => steady([cells('key s3cret')], '/tmp/home', null, ['s3cret'])).toThrow('a key');
	});
});

function cells(text: string, look: Partial<Cell> = {}): readonly Cell[] {
	return [...text].map(sign => ({text: sign, columns: 1, fore: null, back: null, bold: false, dim: false, inverse: false, ...look}));
}

/** The names of all elements; throws where it is not well-formed. For what our writer may write: elements, attributes in double quotes, five entities. */
function parse(svg: string): readonly string[] {
	const names: string[] = [];
	const open: string[] = [];
	const rest = svg.replace(
		/<(\/?)([a-z]+)((?: [\w:-]+="[^"<&]*")*)(\/?)>/gi,
		(_, closing: string, name: string, _attributes, empty: string) => {
			if (closing !== '') {
				const inner = open.pop();
				if (inner !== name) throw new Error(`</${name}> closes <${inner}>`);
			} else {
				names.push(name);
				if (open.length === 0 && names.length > 1) throw new Error(`<${name}> stands beside the root`);
				if (empty === '') open.push(name);
			}
			return '';
		},
	);
	if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
	if (names[0] !== 'svg') throw new Error('the root is no svg');
	const stray = /[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.exec(rest);
	if (stray !== null) throw new Error(`“${rest.slice(stray.index, stray.index + 20)}” does not parse`);
	return names;
}

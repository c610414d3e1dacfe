import {describe, expect, test} from 'vitest';
import {decoys, forms, later, zsh} from './posix-table.ts';
import {assignments, said} from './said.ts';

describe('sh, bash, zsh, ksh', () => {
	test.each([...forms, ...later])('%j', (text, ...expected) => {
		expect(said(text, 'bash')).toEqual(expected);
	});
	test.each(decoys)('sets nothing: %j', text => {
		const all = said(text, 'bash').filter(each => !each.startsWith('computed by plain !'));
		expect(all).toEqual([]);
	});
	test('a statement after any decoy that ends is still found', () => {
		for (const decoy of decoys.filter(each => !/^(?:return|exit|exec)/.test(each)))
			expect(said(`${decoy}\nexport N=last`, 'bash').at(-1), decoy).toBe('set "last" by export');
	});
	test('a statement after any form is still found at the outermost level', () => {
		for (const [text] of forms) expect(said(`${text}\nexport N=last`, 'bash').at(-1), text).toBe('set "last" by export');
	});
	test('dash knows no $-quotes', () => {
		expect(said("export N=$'a'", 'sh')).toEqual(['set "$a" by export']);
	});
});

describe('zsh', () => {
	test.each(zsh)('%j', (text, ...expected) => {
		expect(said(text, 'zsh')).toEqual(expected);
	});
});

test('line, column and offsets are those of the statement and of the one word', () => {
	const text = 'x=1\n  if a; then export A=1 N="v w" B=2; fi\n';
	const [found] = assignments(text, 'bash');
	expect(found).toMatchObject({line: 2, column: 14});
	expect(text.slice(found?.start, found?.end)).toBe('export A=1 N="v w" B=2');
	expect(text.slice(found?.item.start, found?.item.end)).toBe('N="v w"');
});

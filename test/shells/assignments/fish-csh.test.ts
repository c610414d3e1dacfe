import {describe, expect, test} from 'vitest';
import {csh, cshDecoys, fish, fishDecoys} from './fish-csh-table.ts';
import {said} from './said.ts';

describe('fish', () => {
	test.each(fish)('%j', (text, ...expected) => {
		expect(said(text, 'fish')).toEqual(expected);
	});
	test.each(fishDecoys)('sets nothing: %j', text => {
		expect(said(text, 'fish')).toEqual([]);
	});
	test('a statement after any of them is still found', () => {
		for (const text of [...fish.map(([each]) => each), ...fishDecoys.filter(each => !each.startsWith('return'))])
			expect(said(`${text}\nset -gx N last`, 'fish').at(-1), text).toBe('set "last" by set -gx');
	});
});

describe('tcsh', () => {
	test.each(csh)('%j', (text, ...expected) => {
		expect(said(text, 'tcsh')).toEqual(expected);
	});
	test.each(cshDecoys)('sets nothing: %j', text => {
		expect(said(text, 'tcsh')).toEqual([]);
	});
	test('a statement after any of them is still found', () => {
		for (const text of [...csh.map(([each]) => each), ...cshDecoys.filter(each => !each.startsWith('exit'))])
			expect(said(`${text}\nsetenv N last`, 'tcsh').at(-1), text).toBe('set "last" by setenv');
	});
});

import {describe, expect, test} from 'vitest';
import type {ShellName} from '../../../source/shells/shell.ts';
import {rows} from './others-table.ts';
import {said} from './said.ts';

describe.each(Object.entries(rows))('%s', (shell, {forms, decoys, last, lastSaid}) => {
	const name = shell as ShellName;
	test.each(forms)('%j', (text, ...expected) => {
		expect(said(text, name)).toEqual(expected);
	});
	test.each(decoys)('sets nothing: %j', text => {
		expect(said(text, name).filter(each => !(shell === 'cmd' && each.startsWith('x')))).toEqual([]);
	});
	test('a statement after any of them is still found', () => {
		for (const text of [...forms.map(([each]) => each), ...decoys]) expect(said(`${text}\n${last}`, name).at(-1), text).toBe(lastSaid);
	});
});

import {describe, expect, test} from 'vitest';
import {causeLabels} from '../../source/claude/causes.ts';
import {problemList, problemNamed, problemNames, problemText} from '../../source/commands/help-problem.ts';
import {commands} from '../../source/commands/index.ts';
import {problems} from '../../source/problems/index.ts';
import {pages} from '../../source/problems/pages.ts';

test('every problem and every cause has a page', () => {
	const ids = new Set([...problems.map(({id}) => id), ...causeLabels, ...Object.keys(pages), 'check-failed']);
	expect([...ids].filter(id => problemNamed(id) === null)).toEqual([]);
	expect(problemNames.filter(name => !ids.has(name))).toEqual([]);
});

test('no problem has the name of a command, which would hide its page', () => {
	const names = [...commands.map(({name}) => name), 'problems'];
	expect(problemNames.filter(name => names.includes(name))).toEqual([]);
});

describe.each([...problemNames])('the page of %s', name => {
	const page = problemNamed(name);
	if (page === null) throw new Error(name);
	test('says what, how to see it, what to do, and what it is mistaken for', () => {
		const text = problemText(page, 100);
		for (const label of ['What', 'See', 'Fix', 'Near']) expect(text).toMatch(new RegExp(`^  ${label} `, 'm'));
		expect(text.startsWith(`${name}: ${page.title}`.slice(0, 60))).toBe(true);
		expect(page.near.filter(other => problemNamed(other) === null || other === name)).toEqual([]);
	});
	test.each([40, 80])('fits into %i columns', columns => {
		expect(
			problemText(page, columns)
				.split('\n')
				.filter(line => line.length > columns),
		).toEqual([]);
	});
});

test.each([40, 80, 100])('the list fits into %i columns and names all', columns => {
	const lines = problemList(columns).split('\n');
	expect(lines.filter(line => line.length > columns)).toEqual([]);
	expect(problemNames.filter(name => !lines.some(line => line.trim().split(' ')[0] === name))).toEqual([]);
});

test('a name is found in capitals too', () => {
	expect(problemNamed('Both-Set')?.id).toBe('both-set');
	expect(problemNamed('nothing-like-it')).toBe(null);
});

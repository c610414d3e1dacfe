import {expect, test} from 'vitest';
import {examine} from '../../source/commands/examine.ts';
import {diagnose} from '../../source/problems/diagnose.ts';
import {problems} from '../../source/problems/index.ts';
import type {Problem} from '../../source/problems/problem.ts';
import {login, machineOf} from './example.ts';

const situation = () => examine(machineOf({name: 'healthy', login}));

test('a check that breaks is told as such, without its message, and the others are heard', async () => {
	const broken: Problem = {
		id: 'both-set',
		diagnose: () => {
			throw new TypeError('cannot read sk-ant-SECRET');
		},
	};
	const other: Problem = {
		id: 'not-logged-in',
		diagnose: () => [
			{id: 'not-logged-in', severity: 'error', title: 'x', why: 'y', evidence: [], fix: {summary: 'z', edits: [], command: null}},
		],
	};
	const findings = diagnose(await situation(), [broken, other]);
	expect(findings.map(({id, severity}) => [id, severity])).toEqual([
		['not-logged-in', 'error'],
		['check-failed', 'warning'],
	]);
	expect(findings[1]).toMatchObject({title: 'Could not check for both-set', why: expect.stringContaining('TypeError')});
	expect(JSON.stringify(findings)).not.toContain('SECRET');
});

test('ids are unique, and a healthy machine gives no finding', async () => {
	expect(new Set(problems.map(({id}) => id)).size).toBe(problems.length);
	expect(diagnose(await situation())).toEqual([]);
});

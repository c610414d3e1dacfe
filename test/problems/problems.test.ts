import {describe, expect, test} from 'vitest';
import {problems} from '../../source/problems/index.ts';
import {findingsOf} from './example.ts';
import {examples} from './examples/index.ts';

test('every problem has examples, in the same order', () => {
	expect(examples.map(({id}) => id)).toEqual(problems.map(({id}) => id));
	expect(examples.filter(({fires, silent}) => fires.length === 0 || silent.length === 0)).toEqual([]);
});

describe.each(examples)('$id', ({id, fires, silent}) => {
	test.each(fires)('fires: $name', async example => {
		const findings = await findingsOf(example);
		const [finding, ...again] = findings.filter(candidate => candidate.id === id);
		expect(findings.map(candidate => candidate.id)).toContain(id);
		expect(again).toEqual([]);
		if (example.severity) expect(finding?.severity).toBe(example.severity);
		if (example.says) expect(`${finding?.title}. ${finding?.why}`).toMatch(example.says);
		if (!/^cli-|^not-logged-in$/.test(id)) expect(finding?.evidence.length).toBeGreaterThan(0);
	});
	test.each(silent)('is silent: $name', async example => {
		expect((await findingsOf(example)).map(finding => `${finding.id}: ${finding.title}`).filter(text => text.startsWith(`${id}:`))).toEqual(
			[],
		);
	});
});

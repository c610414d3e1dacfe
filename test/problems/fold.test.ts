import {expect, test} from 'vitest';
import type {Fact} from '../../source/places/fact.ts';
import type {Finding, ProblemId} from '../../source/problems/finding.ts';
import {fold} from '../../source/problems/fold.ts';

const none = {state: 'text', value: null, shown: '', why: null, line: null, column: null} as const;
const variable = (file: string | null): Fact => ({
	...none,
	...{kind: 'variable', place: 'shell', file, variable: 'ANTHROPIC_API_KEY', origin: {from: 'process'}},
});
const whole = (file: string): Fact => ({
	...none,
	...{kind: 'file', place: 'user-settings', file, variable: 'settings.json', troubles: [], top: null, keys: []},
});
const finding = (id: ProblemId, ...evidence: Fact[]): Finding => ({
	...{id, severity: 'error', title: id, why: '', evidence},
	fix: {summary: '', edits: [], command: null},
});
const symptoms: Partial<Record<ProblemId, readonly ProblemId[]>> = {
	'not-logged-in': ['settings-invalid', 'empty-key'],
	'key-invalid': ['not-logged-in'],
};
const folded = (...findings: Finding[]) => fold(findings, id => symptoms[id] ?? []).map(({id, explainedBy}) => [id, explainedBy]);

const key = variable(null);

test('what follows from a finding on the same value stands right below it', () => {
	expect(folded(finding('not-logged-in', key), finding('both-set'), finding('empty-key', key))).toEqual([
		['both-set', null],
		['empty-key', null],
		['not-logged-in', 'empty-key'],
	]);
});

test('a broken file decides about the values in it, and about no others', () => {
	const broken = finding('settings-invalid', whole('/a'));
	expect(folded(broken, finding('not-logged-in', variable('/a')))).toContainEqual(['not-logged-in', 'settings-invalid']);
	expect(folded(broken, finding('not-logged-in', variable('/b')))).toContainEqual(['not-logged-in', null]);
});

test('another value, or another problem, explains nothing', () => {
	expect(folded(finding('empty-key', variable(null)), finding('not-logged-in', key))).toContainEqual(['not-logged-in', null]);
	expect(folded(finding('wrong-header', key), finding('not-logged-in', key))).toContainEqual(['not-logged-in', null]);
});

test('of a chain the first cause is named, and a circle loses nobody', () => {
	expect(folded(finding('empty-key', key), finding('not-logged-in', key), finding('key-invalid', key))).toEqual([
		['empty-key', null],
		['not-logged-in', 'empty-key'],
		['key-invalid', 'empty-key'],
	]);
	const circle: Partial<Record<ProblemId, readonly ProblemId[]>> = {'both-set': ['wrong-header'], 'wrong-header': ['both-set']};
	const both = fold([finding('both-set', key), finding('wrong-header', key)], id => circle[id] ?? []);
	expect(both.map(({explainedBy}) => explainedBy).sort()).toEqual(['wrong-header', null].sort());
});

test('what fails stands first, and equals keep their order', () => {
	const warning = {...finding('key-readable'), severity: 'warning'} as const;
	expect(folded(warning, finding('both-set'), finding('wrong-header'))).toEqual([
		['both-set', null],
		['wrong-header', null],
		['key-readable', null],
	]);
});

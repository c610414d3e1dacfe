import {expect, test} from 'vitest';
import {examine} from '../../source/commands/examine.ts';
import {apply} from '../../source/plan/apply.ts';
import {makePlan} from '../../source/plan/make-plan.ts';
import {diagnose} from '../../source/problems/diagnose.ts';
import {liveOf, machineOf} from './example.ts';
import {examples} from './examples/index.ts';

const firing = examples.flatMap(({id, fires}) => fires.map(example => ({...example, id, title: `${id}: ${example.name}`})));
let mended = 0;

// An empty variable of this very process stays until a new terminal; every other value that no edit reaches is outranked or cancelled.
test.each(firing)('$title: its edits take it away and bring no error', async ({id, ...example}) => {
	const machine = machineOf(example);
	const before = diagnose({...(await examine(machine)), live: liveOf(example)});
	const finding = before.find(candidate => candidate.id === id);
	if (finding === undefined || finding.fix.edits.length === 0) return;
	const planned = makePlan(finding.fix.edits, machine);
	// A text that could be mended in two ways is refused by the plan, and then nothing is written.
	if (planned.state === 'refused') {
		expect(id).toBe('settings-invalid');
		return;
	}
	expect(await apply(planned.plan, machine)).toMatchObject({state: 'applied'});
	const after = diagnose(await examine(machine));
	mended++;
	if (finding.evidence.every(fact => fact.place !== 'shell') || id !== 'empty-key')
		expect(after.map(candidate => candidate.id)).not.toContain(id);
	const errors = (findings: typeof after) => findings.filter(({severity}) => severity === 'error').map(candidate => candidate.id);
	// Without a helper or an empty variable there may be nothing left to send: that was so before, under another name.
	expect(errors(after).filter(error => !errors(before).includes(error) && error !== 'not-logged-in')).toEqual([]);
});

test('there were fixes to try', () => {
	expect(mended).toBeGreaterThan(10);
});

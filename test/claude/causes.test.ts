import {expect, it} from 'vitest';
import {causeLabels, causes} from '../../source/claude/causes.ts';
import {cases} from './measure.ts';

it('knows the 54 labels of the taxonomy, and no other', () => {
	expect(causeLabels).toHaveLength(54);
	expect(Object.keys(causes).sort()).toEqual([...causeLabels].sort());
	for (const {id, cause} of [...cases('failures'), ...cases('failures-heldout')]) expect(causeLabels, id).toContain(cause);
});

it.each(Object.entries(causes))('%s says what is the case, why, what to do, and what tells it apart', (label, cause) => {
	expect(cause.title).not.toMatch(/\.$/);
	// Two sentences, so that the reason is never missing and never a lecture.
	expect(cause.why.match(/[.!?](?= [A-Z]|$)/g), cause.why).toHaveLength(2);
	expect(cause.fix.length).toBeGreaterThan(0);
	expect(cause.tell).toMatch(/\.$/);
	expect(new Set([label, ...cause.near]).size).toBe(cause.near.length + 1);
});

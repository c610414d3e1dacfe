import {describe, expect, it} from 'vitest';
import {speaks} from '../../../source/claude/failure.ts';
import {rules} from '../../../source/claude/failures/index.ts';
import {normalise} from '../../../source/claude/failures/normalise.ts';
import type {Rule} from '../../../source/claude/failures/rule.ts';
import type {Sign} from '../../../source/claude/failures/sign.ts';
import {signsOf} from '../../../source/claude/failures/signs.ts';

/** Signs of the text itself; a rule that needs an address or a credential gets the first it names. A status must be in the text. */
function hears(rule: Rule, text: string): boolean {
	const normal = normalise(text);
	const given = rule.needs?.find(sign => !sign.startsWith('status:'));
	const signs: ReadonlySet<Sign> = new Set([...signsOf(normal, {}), ...(given === undefined ? [] : [given])]);
	return speaks(rule, normal, signs);
}

describe('every rule', () => {
	it('has an id of its own', () => {
		expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length);
	});

	it.each(rules.map(rule => [rule.id, rule] as const))('%s speaks on its example and is silent on its near miss', (_, rule) => {
		expect(hears(rule, rule.fires), rule.fires).toBe(true);
		// A near miss is one of words: without the address the rule needs, silence would prove nothing.
		const aboutAddress = rule.needs !== undefined && rule.silent === rule.fires.replace(/ https?:\S+$/, '');
		expect(aboutAddress ? speaks(rule, normalise(rule.silent), new Set()) : hears(rule, rule.silent), rule.silent).toBe(false);
	});

	it.each(rules.map(rule => [rule.id, rule] as const))('%s is well made', (_, rule) => {
		expect(rule.why).toMatch(/^\S.*\.$/);
		expect(rule.says.flags, 'a global or sticky pattern remembers where it was').toBe('');
		expect(rule.says.source.replace(/\\[A-Z]/g, ''), 'texts are in lower case').not.toMatch(/[A-Z]/);
		for (const {weight} of rule.causes) expect(weight).toBeLessThanOrEqual(100);
		expect(new Set(rule.causes.map(candidate => candidate.cause)).size).toBe(rule.causes.length);
		for (const excluded of rule.excludes ?? []) expect(rule.causes[0].cause).not.toBe(excluded);
		if (rule.lastResort) expect(rule.causes[0].weight).toBeLessThanOrEqual(90);
	});
});

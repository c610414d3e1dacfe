import type {Fact} from '../../places/fact.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Plan} from '../../plan/plan.ts';
import {diagnose} from '../../problems/diagnose.ts';
import type {Diagnosed} from '../../problems/finding.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Resolution} from '../../request/request.ts';

type Sofar = {
	readonly situation: Situation;
	readonly done: readonly {readonly plan: Plan}[];
	readonly move: {readonly edits: readonly Edit[]} | null;
};

/** What is still found. A value that this very repair has masked, and the mask, are as they should be. */
export function findingsLeft({situation, done, move}: Sofar): readonly Diagnosed[] {
	const masked = [
		...done.flatMap(({plan}) => plan.masked),
		...(move?.edits ?? []).flatMap(edit => (edit.kind === 'mask-setting' ? [edit.masks] : [])),
	];
	const names = new Set(masked.map(({variable}) => variable));
	const counts = (fact: Fact) => !names.has(fact.variable) || (fact.place !== 'shell' && fact.state !== 'empty');
	const judged = (resolution: Resolution): Resolution => ({...resolution, judged: resolution.judged.filter(({fact}) => counts(fact))});
	return diagnose({
		...situation,
		facts: situation.facts.filter(counts),
		headless: judged(situation.headless),
		interactive: judged(situation.interactive),
		masks: situation.masks.filter(({fact}) => counts(fact)),
		live: null,
	});
}

import type {Fact} from '../../places/fact.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Plan} from '../../plan/plan.ts';
import {diagnose} from '../../problems/diagnose.ts';
import type {Diagnosed, ProblemId} from '../../problems/finding.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Resolution} from '../../request/request.ts';

type Sofar = {
	readonly situation: Situation;
	readonly done: readonly {readonly plan: Plan}[];
	readonly move: {readonly edits: readonly Edit[]} | null;
};

/** What a mask looks like to whoever does not know why it is there. */
const ofMasks: readonly ProblemId[] = ['masked-by-wizard', 'export-not-seen', 'empty-key'];

/**
 * What is still found. A value that this very repair has masked is as it should be; what such a finding stood before is that nothing is
 * left to send.
 */
export function findingsLeft({situation, done, move}: Sofar): readonly Diagnosed[] {
	const masked = [
		...done.flatMap(({plan}) => plan.masked),
		...(move?.edits ?? []).flatMap(edit => (edit.kind === 'mask-setting' ? [edit.masks] : [])),
	];
	const names = new Set(masked.map(({variable}) => variable));
	const found = diagnose({...situation, live: null});
	const kept = found.filter(({id, evidence}) => !ofMasks.includes(id) || !evidence.some(({variable}) => names.has(variable)));
	if (kept.length === found.length) return found;
	const below = diagnose(withoutMasked(situation, names)).filter(({id}) => id === 'not-logged-in');
	return [...kept.filter(({id}) => id !== 'not-logged-in'), ...below];
}

function withoutMasked(situation: Situation, names: ReadonlySet<string>): Situation {
	const counts = (fact: Fact) => !names.has(fact.variable) || (fact.place !== 'shell' && fact.state !== 'empty');
	const judged = (resolution: Resolution): Resolution => ({...resolution, judged: resolution.judged.filter(({fact}) => counts(fact))});
	const {headless, interactive} = situation;
	return {
		...situation,
		facts: situation.facts.filter(counts),
		headless: judged(headless),
		interactive: judged(interactive),
		later: null,
		live: null,
	};
}

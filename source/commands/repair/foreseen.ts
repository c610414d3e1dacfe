import type {Machine} from '../../machine/machine.ts';
import {overlay} from '../../machine/overlay.ts';
import {look} from '../../places/look.ts';
import {apply} from '../../plan/apply.ts';
import type {Edit} from '../../plan/edit.ts';
import {diagnose} from '../../problems/diagnose.ts';
import type {Diagnosed} from '../../problems/finding.ts';
import type {Situation} from '../../problems/problem.ts';
import {situate} from '../examine.ts';
import {weighErrand} from '../weigh-errand.ts';

/** What would be found after these edits; what cannot be planned is left out, and what may not be done changes nothing. */
export async function foreseen(edits: readonly Edit[], situation: Situation, machine: Machine): Promise<readonly Diagnosed[]> {
	const weighed = await weighErrand({edits, wish: null, unplannable: 'tell'}, machine);
	const above = overlay(machine);
	if (weighed.state === 'refused' || (await apply(weighed.plan, above)).state !== 'applied') return diagnose(situation);
	return diagnose(situate(above, await look(above), situation.claude));
}

export function errors(findings: readonly Diagnosed[]): number {
	return findings.filter(({severity}) => severity === 'error').length;
}

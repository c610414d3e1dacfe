import type {Plan} from '../../plan/plan.ts';
import type {NotDone} from '../errand.ts';
import {weighErrand} from '../weigh-errand.ts';
import type {Agreed, Answers} from './answers.ts';
import {setupErrand} from './setup-errand.ts';
import type {Room} from './step.ts';

export type PlannedSetup =
	| (Agreed & {
			readonly state: 'ready';
			readonly plan: Plan;
			/** Hosts whose names have to be typed before a key goes there, and why. */
			readonly confirms: readonly {readonly host: string; readonly why: string}[];
	  })
	| Extract<NotDone, {state: 'refused'}>;

/** From the answers to everything that would be written, removed and masked on this machine now. */
export async function planSetup(answers: Answers, {machine, situation}: Pick<Room, 'machine' | 'situation'>): Promise<PlannedSetup> {
	const {facts, claude} = situation();
	const errand = await setupErrand(answers, facts, machine, {}, claude.chosen?.version ?? null);
	if (errand.state === 'refused') return {...errand, code: 3, left: []};
	const weighed = await weighErrand(errand, machine);
	if (weighed.state === 'refused') return weighed;
	const {wish, openTerminals} = errand;
	return {state: 'ready', plan: weighed.plan, wish, confirms: weighed.confirms, openTerminals};
}

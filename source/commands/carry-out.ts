import type {Machine} from '../machine/machine.ts';
import {apply} from '../plan/apply.ts';
import type {Plan} from '../plan/plan.ts';
import {type Asker, type CarriedOut, type Errand, refused} from './errand.ts';
import {tilde} from './tilde.ts';
import {weighErrand} from './weigh-errand.ts';

/**
 * The one way by which a command changes the user's files: plan, rules, preview, questions, apply. Nothing is written before the
 * last question is answered.
 */
export async function carryOut(errand: Errand, mode: 'write' | 'dry-run', asker: Asker, machine: Machine): Promise<CarriedOut> {
	const weighed = await weighErrand(errand, machine);
	if (weighed.state === 'refused') return weighed;
	const {plan, confirms} = weighed;
	const empty = plan.files.length === 0 && plan.keeps.length === 0;
	if (mode === 'dry-run') return {state: 'planned', plan, confirms: confirms.map(({host}) => host)};
	if (empty) return {state: 'nothing', plan};
	asker.show(plan);
	for (const {host, why} of confirms) {
		const typed = await asker.type(`${why}\nType ${host} to send it there all the same:`);
		if (typed === null) return refused(3, why, 'In a terminal, without --yes, this can be confirmed by typing the name of the host.');
		if (typed.trim().toLowerCase() !== host) return {state: 'cancelled', left: []};
	}
	const agreed = await asker.confirm(plan.files.length === 1 ? 'Change this file?' : 'Make these changes?');
	if (agreed === null) return refused(2, 'There is no terminal to ask on.', 'Add --yes to agree, or --dry-run to see the plan.');
	return agreed ? write(plan, asker.takeInterrupt(), machine) : {state: 'cancelled', left: []};
}

/** Applies it, after everything was agreed to. */
export async function write(plan: Plan, signal: AbortSignal, machine: Machine): Promise<CarriedOut> {
	const applied = await apply(plan, machine, {signal});
	switch (applied.state) {
		case 'applied':
			return {state: 'applied', plan, receipt: applied.receipt, notes: applied.notes};
		case 'nothing':
			return {state: 'nothing', plan};
		case 'cancelled':
			return {state: 'cancelled', left: applied.left};
		case 'refused':
			return {
				...refused(3, `${tilde(applied.path, machine.environment.home)} was not changed: ${applied.message}.`, byHand(applied.why)),
				left: applied.left,
			};
	}
}

function byHand(why: string): string | null {
	return why === 'conflict' ? 'Look again: run the same command once more.' : 'Nothing was changed. --dry-run shows what to do by hand.';
}

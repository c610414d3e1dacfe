import type {Machine} from '../../machine/machine.ts';
import {apply} from '../../plan/apply.ts';
import {weighErrand} from '../weigh-errand.ts';
import type {Hands} from './hands.ts';

/** A dry run: the machine keeps every write in memory, so that the later rounds are planned too. Nobody is asked, nothing is sent. */
export function handsOnPaper(paper: Machine): Hands {
	return {
		busy: (_, work) => work(),
		pick: async items => items,
		which: async () => 'nobody',
		carryOut: async errand => {
			const weighed = await weighErrand(errand, paper);
			if (weighed.state === 'refused') return weighed;
			const {plan, confirms} = weighed;
			const applied = await apply(plan, paper);
			return applied.state === 'applied' ? {state: 'planned', plan, confirms: confirms.map(({host}) => host)} : {state: 'nothing', plan};
		},
		signIn: async () => false,
		prove: async () => null,
	};
}

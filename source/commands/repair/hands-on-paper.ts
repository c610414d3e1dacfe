import type {Machine} from '../../machine/machine.ts';
import {apply} from '../../plan/apply.ts';
import {refused} from '../errand.ts';
import {tilde} from '../tilde.ts';
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
			switch (applied.state) {
				case 'applied':
					return {state: 'planned', plan, confirms: confirms.map(({host}) => host)};
				case 'nothing':
					return {state: 'nothing', plan};
				case 'refused':
					return refused(3, `${tilde(applied.path, paper.environment.home)} cannot be changed: ${applied.message}.`, null);
				case 'cancelled':
					return applied;
			}
		},
		signIn: async () => false,
		prove: async () => null,
	};
}

import {askerAt} from '../asker.ts';
import {carryOut} from '../carry-out.ts';
import type {Context} from '../command.ts';
import {live} from '../live.ts';
import type {GivenOptions} from '../options.ts';
import type {Hands} from './hands.ts';

/** The plain command line: everything that can be mended is one plan a round, which --yes or one typed y agrees to. */
export function handsAtCommandLine(options: GivenOptions, context: Context): Hands {
	return {
		busy: (_, work) => work(),
		pick: async items => items,
		which: async () => 'nobody',
		carryOut: errand => carryOut(errand, 'write', askerAt(context, options), context.machine),
		prove: async (machine, situation, move) => {
			const kept = move?.store === 'none';
			if (options['no-live'] || kept) return null;
			return live(situation, {...context, machine}, {seconds: options.timeout, named: options['base-url'] ?? null});
		},
	};
}

import {diagnose} from '../../problems/diagnose.ts';
import {defaultBase} from '../../request/address.ts';
import {askerAt} from '../asker.ts';
import {carryOut} from '../carry-out.ts';
import type {Context} from '../command.ts';
import {live} from '../live.ts';
import {liveTarget} from '../live-target.ts';
import type {GivenOptions} from '../options.ts';
import type {Hands} from './hands.ts';

/** The plain command line: everything that can be mended is one plan a round, which --yes or one typed y agrees to. */
export function handsAtCommandLine(options: GivenOptions, context: Context): Hands {
	return {
		busy: (_, work) => work(),
		pick: async items => items,
		which: async () => 'nobody',
		carryOut: errand => carryOut(errand, 'write', askerAt(context, options), context.machine),
		signIn: async () => false,
		prove: async (machine, situation, {move, hosts}) => {
			if (options['no-live'] || move?.store === 'none') return null;
			// Not sent where it is known to fail.
			if (move === null && diagnose(situation).some(({severity}) => severity === 'error')) return null;
			const host = liveTarget(situation)?.host ?? null;
			const named = options['base-url'] ?? ownAddress(options);
			// A host that nobody here has named or set up before is asked only in the sight of somebody (contract.md, promise 6).
			if (host !== null && !hosts.has(host) && named === null && options.provider === undefined && !context.terminal.stdinIsTTY) {
				context.err(`wizard: not proved: ${host} was not set up here before, so nothing was sent there. To prove it: wizard check`);
				return null;
			}
			return live(situation, {...context, machine}, {seconds: options.timeout, named});
		},
	};
}

/** Whoever says that it is a key of the Console or a subscription has named Anthropic's own address: they have no other. */
function ownAddress({credential}: GivenOptions): string | null {
	return credential === 'console-key' || credential === 'subscription' ? defaultBase : null;
}

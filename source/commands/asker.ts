import {preview} from '../plan/preview.ts';
import type {Context} from './command.ts';
import type {Asker} from './errand.ts';
import type {GivenOptions} from './options.ts';

/** The person at this terminal, in plain lines. `--yes` agrees to changes, and never to what has to be typed. */
export function askerAt({machine, out, err, confirm, ask, takeInterrupt, terminal}: Context, options: GivenOptions): Asker {
	const {json = false, yes = false} = options;
	return {
		show: plan => (json ? err : out)(`${preview(plan, {home: machine.environment.home, colour: !json && terminal.colour})}\n`),
		confirm: async question => (yes ? true : terminal.stdinIsTTY ? confirm(question) : null),
		type: async question => (yes || !terminal.stdinIsTTY ? null : ask(question)),
		takeInterrupt,
	};
}

import {printable} from '../places/show.ts';
import type {Undone} from '../plan/undo.ts';
import {leftText} from './carried-out-text.ts';
import type {Context} from './command.ts';
import {tilde} from './tilde.ts';

/** Why nothing was taken back, with the exit code. What is undone already needs nothing, so that is no failure. */
export function sayNotUndone(undone: Exclude<Undone, {state: 'undone'}>, json: boolean, {machine, out, fail}: Context): number {
	const {home} = machine.environment;
	const nothing = (message: string): number => {
		out(json ? JSON.stringify({schema: 1, changed: false, edits: [], undone: null, kept: [], left: []}, null, 2) : message);
		return 0;
	};
	switch (undone.state) {
		case 'unknown':
			if (undone.id === null) return nothing('There is nothing to undo.');
			return fail(2, 'There is no change with that ID.', 'wizard history lists them.');
		case 'already':
			return nothing(`${undone.receipt.id} was undone already.`);
		case 'gone':
			return fail(
				3,
				`The backup of ${undone.receipt.id} is gone or damaged, so what was there before is not known.`,
				'Backups are kept for 30 days and 20 changes, unless they are purged.',
			);
		case 'refused': {
			const why = undone.conflicts.map(({path, message}) => `${printable(tilde(path, home))}: ${printable(message)}`);
			const hint = 'Nothing was changed. These files have to be changed by hand.';
			return fail(3, [`${undone.receipt.id} cannot be undone.`, ...why, ...leftText(undone.left, home)].join('\n        '), hint);
		}
		case 'cancelled':
			return fail(130, ['Cancelled; everything is as it was.', ...leftText(undone.left, home)].join('\n        '));
	}
}

import {printable} from '../places/show.ts';
import type {FileNote} from '../plan/apply.ts';
import type {Plan} from '../plan/plan.ts';
import {cannotItems} from '../plan/plan-items.ts';
import type {Left} from '../plan/turn-all.ts';
import type {Context} from './command.ts';
import type {CarriedOut, NotDone} from './errand.ts';
import {shownCommand} from './shown-command.ts';
import {tilde} from './tilde.ts';

export const nothingToChange = 'Nothing to change: everything is as wished already.';

/** What a user reads after a change: what was done, how to take it back, and what is left to do by hand. */
export function carriedOutText(done: Exclude<CarriedOut, NotDone>, home: string): readonly string[] {
	switch (done.state) {
		case 'nothing':
			return [nothingToChange, ...byHand(done.plan, home)];
		case 'planned':
			return done.confirms.map(host => `Before this is done, ${host} has to be typed: a key of Anthropic's would go there.`);
		case 'applied': {
			const {receipt, plan} = done;
			const files = receipt.files.length;
			const what = files === 0 ? 'Done.' : `${files === 1 ? 'One file was' : `${files} files were`} changed.`;
			return [`${what} To take it back: wizard undo ${receipt.id}`, ...done.notes.map(note => noted(note, home)), ...byHand(plan, home)];
		}
	}
}

/** Says why nothing was done, and gives the exit code. */
export function sayNotDone(done: NotDone, {fail, machine}: Pick<Context, 'fail' | 'machine'>): number {
	const left = leftText(done.left, machine.environment.home);
	if (done.state === 'cancelled') return fail(130, ['Cancelled; nothing was changed.', ...left].join('\n        '));
	return fail(done.code, [done.message, ...left].join('\n        '), done.hint ?? undefined);
}

/** What could not be brought back stands in the history, so that undo can try again. */
export function leftText(left: readonly Left[], home: string): readonly string[] {
	return left.map(({path, message}) => `${printable(tilde(path, home))} could not be put back (${message}); try: wizard undo`);
}

function noted({path, note}: FileNote, home: string): string {
	const named = printable(tilde(path, home));
	switch (note) {
		case 'narrowed':
			return `${named} can now be read by you alone.`;
		case 'parted':
			return `${named} had another name (a hard link), which keeps the old content.`;
	}
}

export function byHand(plan: Plan, home: string): readonly string[] {
	return cannotItems(plan).map(
		({summary, command}) => `By hand: ${tilde(summary, home)}${command === null ? '' : `: ${shownCommand(command, home)}`}`,
	);
}

import {overlay} from '../machine/overlay.ts';
import type {Run, Terminal} from './command.ts';
import type {GivenOptions} from './options.ts';
import {conclude} from './repair/conclude.ts';
import {handsAtCommandLine} from './repair/hands-at-command-line.ts';
import {handsOnPaper} from './repair/hands-on-paper.ts';
import {mendInRounds} from './repair/rounds.ts';
import {wantedFrom} from './repair/wanted.ts';
import {wayToTalk} from './way-to-talk.ts';

/**
 * `wizard --repair`: mends everything that has one way to be mended, and proves it. With a credential given it moves the machine to
 * that one; without, it keeps the one that the machine speaks for, and where two may be meant it asks.
 */
export const repair: Run = async ({options}, context) => {
	const {machine, fail, terminal} = context;
	const wanted = await wantedFrom(options, context);
	if (wanted.state === 'wrong') return fail(wanted.code, wanted.message, wanted.hint);
	if (options['dry-run']) {
		const paper = overlay(machine);
		// Which claude is there and what git keeps is asked of real programs; what changes something stays on paper.
		const looking = {...paper, programs: machine.programs};
		return conclude(await mendInRounds(wanted, {machine: looking, options, hands: handsOnPaper(paper)}), context, options);
	}
	if (isTalk(options, terminal)) {
		const conversation = await context.converse(wayToTalk(options, machine.environment.variables));
		try {
			return await (await import('./repair/repair-in-talk.ts')).repairInTalk(wanted, options, conversation, context);
		} finally {
			await conversation.close();
		}
	}
	return conclude(await mendInRounds(wanted, {machine, options, hands: handsAtCommandLine(options, context)}), context, options);
};

/** Whoever agrees beforehand, or pipes the answer away, is not talked to. */
function isTalk({yes, json}: GivenOptions, {stdinIsTTY, stdoutIsTTY}: Terminal): boolean {
	return !yes && !json && stdinIsTTY && stdoutIsTTY;
}

import {leftText} from '../carried-out-text.ts';
import type {Context} from '../command.ts';
import {type Conversation, type Line, line, row} from '../conversation.ts';
import {noAnswers} from '../onboard/answers.ts';
import {outcomeLines} from '../onboard/outcome-lines.ts';
import type {Proved} from '../onboard/prove-setup.ts';
import type {GivenOptions} from '../options.ts';
import {copyLines} from '../repair-report.ts';
import {tilde} from '../tilde.ts';
import {codeOf} from './conclude.ts';
import {handsInTalk} from './hands-in-talk.ts';
import {leftLines} from './left-lines.ts';
import type {Wanted} from './offer.ts';
import {type Mended, mendInRounds} from './rounds.ts';

/** The repair as a talk: the findings to walk through, the plan agreed to, the proof, and how it ended. */
export async function repairInTalk(wanted: Wanted, options: GivenOptions, conversation: Conversation, {machine}: Context): Promise<number> {
	const proofs: Proved[] = [];
	const hands = handsInTalk(conversation, machine, options, last => proofs.push(last));
	const mended = await mendInRounds(wanted, {machine, options, hands});
	const {home} = machine.environment;
	const {end} = mended;
	const ids = mended.done.flatMap(round => (round.state === 'applied' ? [round.receipt.id] : []));
	const stays: readonly Line[] = ids.map(id => row('Undo', `wizard undo ${id}`));
	switch (end.state) {
		case 'left':
			await conversation.outcome([line(ids.length === 0 ? 'Nothing was changed.' : 'The rest stays as it is.', 'quiet'), ...stays]);
			return 130;
		case 'not-done': {
			const {why} = end;
			const left = leftText(why.left, home).map(text => line(text, 'bad'));
			const said = why.state === 'cancelled' ? [line('Stopped; everything is as it was.', 'warn')] : refusal(why, home);
			await conversation.outcome([...said, ...left, ...stays]);
			return why.state === 'cancelled' ? 130 : why.code;
		}
		case 'unclear':
		case 'finished':
			await conversation.outcome(ending(mended, proofs.at(-1) ?? null, stays, home));
			return codeOf(mended);
	}
}

function refusal({message, hint}: {readonly message: string; readonly hint: string | null}, home: string): readonly Line[] {
	return [line(tilde(message, home), 'bad'), ...(hint === null ? [] : [line(hint, 'quiet')])];
}

function ending(mended: Mended, proved: Proved | null, stays: readonly Line[], home: string): readonly Line[] {
	const proof =
		proved === null ? [] : outcomeLines({answers: {...noAnswers, holds: 'keep'}, agreed: null, undo: null, proved, here: [], home});
	const nothing = mended.done.length === 0 ? [line('Nothing was found that has one way to be mended; no file was changed.', 'quiet')] : [];
	const copies = copyLines(mended.copies, home).map(text => line(text, 'warn'));
	return [...nothing, ...proof, ...leftLines(mended, home), ...copies, ...openTerminals(mended), ...stays];
}

function openTerminals({move}: Mended): readonly Line[] {
	const {openTerminals: open = []} = move ?? {};
	if (open.length === 0) return [];
	return [row('Terminals', 'New ones use it. In one that is open, type:'), ...open.map(({shell, text}) => row(shell, text, 'strong'))];
}

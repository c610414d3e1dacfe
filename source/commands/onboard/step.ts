import type {Machine} from '../../machine/machine.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Directory} from '../../providers/directory.ts';
import type {Terminal} from '../command.ts';
import type {Answer, Conversation} from '../conversation.ts';
import type {Answers} from './answers.ts';
import {trailOf} from './answers.ts';

/** What a step may see and use. */
export type Room = {
	readonly conversation: Conversation;
	readonly machine: Machine;
	readonly terminal: Terminal;
	/** All endpoints that are known, with the user's own. */
	readonly directory: Directory;
	/** What was found; replaced where a step changes it, such as a login. */
	readonly situation: () => Situation;
	readonly lookAgain: () => Promise<Situation>;
};

/** One question, or a few that belong together. */
export type Step = {
	readonly name: string;
	/** Is there anything to ask, after these answers? */
	readonly due: (answers: Answers, room: Room) => boolean;
	readonly take: (answers: Answers, room: Room, canGoBack: boolean) => Promise<Answer<Answers>>;
};

/**
 * Asks what is due, one step after the other; going back takes the step before up again, with its answer as it was. Where it starts
 * `from` a later step, those before it count as taken. Null where the user leaves.
 */
export async function walk(steps: readonly Step[], first: Answers, room: Room, from: string | null = null): Promise<Answers | null> {
	let answers = first;
	let at = Math.max(
		0,
		steps.findIndex(({name}) => name === from),
	);
	const taken: number[] = steps.flatMap((step, index) => (index < at && step.due(first, room) ? [index] : []));
	for (;;) {
		const step = steps[at];
		if (step === undefined) return answers;
		if (!step.due(answers, room)) {
			at += 1;
			continue;
		}
		const answer = await step.take(answers, room, taken.length > 0);
		switch (answer.kind) {
			case 'leave':
				return null;
			case 'given':
				answers = answer.value;
				taken.push(at);
				at += 1;
				break;
			case 'back':
				at = taken.pop() ?? at;
				break;
		}
	}
}

export function given<T>(value: T): Answer<T> {
	return {kind: 'given', value};
}

/** What all questions of a step have in common. */
export function asking(answers: Answers, canGoBack: boolean) {
	return {about: [], trail: trailOf(answers), canGoBack} as const;
}

import type {Situation} from '../problems/problem.ts';
import type {Context} from './command.ts';
import type {Conversation} from './conversation.ts';
import {line} from './conversation.ts';
import {examine} from './examine.ts';
import {type Answers, noAnswers} from './onboard/answers.ts';
import {finishSetup} from './onboard/finish-setup.ts';
import {steps} from './onboard/index.ts';
import {type Room, walk} from './onboard/step.ts';
import {welcome} from './onboard/welcome.ts';

/** The journey as a talk: what is there, the questions, the plan, and the proof; and again from the plan where the proof fails. */
export async function onboardTalking(conversation: Conversation, {machine, terminal}: Context): Promise<number> {
	let situation: Situation | null = null;
	const look = async () => {
		situation = await examine(machine);
		return situation;
	};
	const first = await conversation.progress('Looking at what claude would send from here', look);
	const room: Room = {conversation, machine, terminal, situation: () => situation ?? first, lookAgain: look};
	conversation.tell(welcome(first, machine.environment.home));
	let answers: Answers = noAnswers;
	let from: string | null = null;
	for (;;) {
		const walked = await walk(steps, answers, room, from);
		if (walked === null) {
			await conversation.outcome([line('Nothing was changed.', 'quiet')]);
			return 130;
		}
		const finished = await finishSetup(walked, room);
		if (finished.state === 'ended') return finished.code;
		({answers, from} = finished);
		await look();
	}
}

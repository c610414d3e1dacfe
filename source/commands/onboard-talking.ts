import type {Situation} from '../problems/problem.ts';
import type {StoreName} from '../stores/store.ts';
import type {Context} from './command.ts';
import type {Conversation} from './conversation.ts';
import {line} from './conversation.ts';
import {examine} from './examine.ts';
import {knownProviders} from './known-providers.ts';
import {type Answers, noAnswers} from './onboard/answers.ts';
import {finishSetup} from './onboard/finish-setup.ts';
import {steps} from './onboard/index.ts';
import {type Room, walk} from './onboard/step.ts';
import {welcome} from './onboard/welcome.ts';
import {liveProfile} from './profiles/live-profile.ts';
import {storedProfiles} from './profiles/stored-profiles.ts';

type Wishes = {
	/** Where the pointer stands at first when it is asked. */
	readonly store?: StoreName | undefined;
	readonly print?: (text: string) => void;
};

/** Looks around, and gives the journey as a talk: the questions, the plan, the proof; and again from the plan where the proof fails. */
export async function openTalk(
	conversation: Conversation,
	{machine, terminal}: Context,
	{store = noAnswers.store, print = () => {}}: Wishes = {},
): Promise<() => Promise<number>> {
	let situation: Situation = await examine(machine);
	const {directory, mistakes} = knownProviders(machine);
	const {profiles} = await storedProfiles(machine);
	const profile = profiles.length === 0 ? null : await liveProfile(profiles, situation.headless, machine);
	const room: Room = {
		conversation,
		machine,
		terminal,
		directory,
		situation: () => situation,
		async lookAgain() {
			situation = await examine(machine);
			return situation;
		},
	};
	return async () => {
		conversation.tell([
			...welcome(situation, machine.environment.home, profile?.name ?? null),
			...mistakes.map(mistake => line(mistake, 'warn')),
		]);
		let answers: Answers = {...noAnswers, store};
		let from: string | null = null;
		for (;;) {
			const walked = await walk(steps, answers, room, from);
			if (walked === null) {
				await conversation.outcome([line('Nothing was changed.', 'quiet')]);
				return 130;
			}
			const finished = await finishSetup(walked, room, print);
			if (finished.state === 'ended') return finished.code;
			({answers, from} = finished);
			await room.lookAgain();
		}
	};
}

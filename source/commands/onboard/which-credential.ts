import type {CredentialKind} from '../../credentials/competing.ts';
import {credentials} from '../../credentials/index.ts';
import type {Choice} from '../conversation.ts';
import {type Answers, holding} from './answers.ts';
import {asking, given, type Room, type Step} from './step.ts';

/** The first question: which of the four, or let it be recognised, or only test what is there. */
export const whichCredential: Step = {
	name: 'which-credential',
	due: () => true,
	async take(answers, room, canGoBack) {
		const choices: Choice<CredentialKind | 'unsure' | 'keep'>[] = [
			...credentials.map(({kind, title, hint}) => ({value: kind, label: title, hint})),
			{value: 'unsure', label: "I don't know: let me paste it", hint: 'recognised by its shape, never shown'},
			...keep(room),
		];
		const answer = await room.conversation.choose({
			...asking({...answers, credential: null}, canGoBack),
			title: 'Which credential do you hold?',
			choices,
			start: Math.max(
				0,
				choices.findIndex(({value}) => value === answers.holds),
			),
			size: 'few',
		});
		return answer.kind === 'given' ? given(after(answers, answer.value)) : answer;
	},
};

/** Nothing is sent unasked, but where a request would go out it can be put to the test at once. */
function keep({situation}: Room): readonly Choice<'keep'>[] {
	const {request} = situation().headless;
	if (!request.sends || situation().claude.chosen?.condition.state !== 'runs') return [];
	return [{value: 'keep', label: 'Keep what is set up, and test it', hint: 'one short prompt, shown before it goes'}];
}

function after(answers: Answers, value: CredentialKind | 'unsure' | 'keep'): Answers {
	switch (value) {
		case 'keep':
			return {...answers, holds: 'keep'};
		case 'unsure':
			return answers.holds === 'unsure' ? answers : {...answers, holds: 'unsure', credential: null, secret: null};
		case 'console-key':
		case 'subscription':
		case 'router-key':
		case 'proxy-key':
			return holding(answers, value);
	}
}

import type {ConfirmQuestion} from '../commands/conversation.ts';
import type {Key} from './key.ts';
import {everywhere, given, on, type Step} from './step.ts';

export type ConfirmState = {readonly question: ConfirmQuestion; readonly yes: boolean};

export function confirmState(question: ConfirmQuestion): ConfirmState {
	return {question, yes: question.start};
}

export function reduceConfirm(state: ConfirmState, key: Key): Step<ConfirmState, boolean> {
	const common = everywhere(state, key);
	if (common !== null) return common;
	switch (key.kind) {
		case 'typed': {
			const letter = key.text.toLowerCase();
			return letter === 'y'
				? given(true)
				: letter === 'n'
					? given(false)
					: /^[jkhl ]$/.test(letter)
						? on({...state, yes: !state.yes})
						: on(state);
		}
		case 'up':
		case 'down':
		case 'left':
		case 'right':
		case 'tab':
			return on({...state, yes: !state.yes});
		case 'enter':
			return given(state.yes);
		case 'pasted':
		case 'page-up':
		case 'page-down':
		case 'home':
		case 'end':
		case 'backspace':
		case 'delete':
		case 'clear':
		case 'escape':
		case 'interrupt':
			return on(state);
	}
}

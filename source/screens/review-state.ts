import type {ReviewQuestion} from '../commands/conversation.ts';
import {fitted} from './fitted.ts';
import type {Key} from './key.ts';
import {everywhere, given, on, type Size, type Step} from './step.ts';

export type ReviewState = {
	readonly question: ReviewQuestion<unknown>;
	/** The first line that is shown. */
	readonly top: number;
	/** Enter takes this one. */
	readonly at: number;
};

export function reviewState(question: ReviewQuestion<unknown>): ReviewState {
	return {question, top: 0, at: 0};
}

/** What title, trail, what is said about it, keys and footer leave for the text; in a narrow window some of these take two lines. */
export function textRows({question}: ReviewState, {rows, columns}: Size): number {
	return Math.max(4, rows - question.about.length - question.choices.length - (columns < 64 ? 11 : 8));
}

/** The first line that is shown, also after the window was made larger. */
export function topOf(state: ReviewState, size: Size): number {
	return Math.max(0, Math.min(state.top, fitted(state.question.text, size.columns).length - textRows(state, size)));
}

export function reduceReview(state: ReviewState, key: Key, size: Size): Step<ReviewState, unknown> {
	const common = everywhere(state, key);
	if (common !== null) return common;
	const page = Math.max(1, textRows(state, size) - 1);
	const {choices} = state.question;
	const scroll = (to: number) => on({...state, top: topOf({...state, top: Math.max(0, to)}, size)});
	const top = topOf(state, size);
	switch (key.kind) {
		case 'up':
			return scroll(top - 1);
		case 'down':
			return scroll(top + 1);
		case 'page-up':
			return scroll(top - page);
		case 'page-down':
			return scroll(top + page);
		case 'home':
			return scroll(0);
		case 'end':
			return scroll(Number.POSITIVE_INFINITY);
		case 'left':
			return on({...state, at: (state.at + choices.length - 1) % choices.length});
		case 'right':
		case 'tab':
			return on({...state, at: (state.at + 1) % choices.length});
		case 'enter': {
			const choice = choices[state.at];
			return choice === undefined ? on(state) : given(choice.value);
		}
		case 'typed': {
			const choice = choices.find(candidate => candidate.key === key.text.toLowerCase());
			if (choice !== undefined) return given(choice.value);
			return key.text === 'j' ? scroll(top + 1) : key.text === 'k' ? scroll(top - 1) : key.text === ' ' ? scroll(top + page) : on(state);
		}
		case 'pasted':
		case 'backspace':
		case 'delete':
		case 'clear':
		case 'escape':
		case 'interrupt':
			return on(state);
	}
}

import type {Choice, ChooseQuestion} from '../commands/conversation.ts';
import type {Key} from './key.ts';
import {everywhere, given, on, type Step} from './step.ts';

export type SelectState = {
	readonly question: ChooseQuestion<unknown>;
	readonly filter: string;
	/** Letters and digits belong to the filter: after `/`, or the first letter that is no key. */
	readonly finding: boolean;
	/** Which of the shown choices the pointer is at. */
	readonly at: number;
	readonly notice: string | null;
};

export function selectState(question: ChooseQuestion<unknown>): SelectState {
	return {
		question,
		filter: '',
		finding: question.size === 'many',
		at: Math.max(0, Math.min(question.start, question.choices.length - 1)),
		notice: null,
	};
}

/** Every word that was typed stands somewhere in the label or the hint. */
export function shownChoices({question, filter}: SelectState): readonly Choice<unknown>[] {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	return question.choices.filter(({label, hint}) => words.every(word => `${label} ${hint}`.toLowerCase().includes(word)));
}

export function reduceSelect(state: SelectState, key: Key): Step<SelectState, unknown> {
	if (key.kind === 'escape' && (state.filter !== '' || state.finding !== (state.question.size === 'many'))) return on(plain(state));
	const common = everywhere(state, key);
	if (common !== null) return common;
	const shown = shownChoices(state);
	const move = (to: number) => on({...state, notice: null, at: shown.length === 0 ? 0 : (to + shown.length) % shown.length});
	switch (key.kind) {
		case 'up':
			return move(state.at - 1);
		case 'down':
		case 'tab':
			return move(state.at + 1);
		case 'home':
		case 'page-up':
			return move(0);
		case 'end':
		case 'page-down':
			return move(shown.length - 1);
		case 'enter': {
			const choice = shown[state.at];
			return choice === undefined ? on(state) : given(choice.value);
		}
		case 'backspace':
		case 'delete':
			return on(filtered(state, state.filter.slice(0, -1)));
		case 'clear':
			return on(plain(state));
		case 'typed':
			return typed(state, key.text, move);
		case 'pasted':
			// What is in the clipboard now may well be the secret, and a filter is shown.
			return on({...state, notice: 'Nothing is pasted here. The question for the secret comes later, and hides it.'});
		case 'left':
		case 'right':
		case 'escape':
		case 'interrupt':
			return on(state);
	}
}

/** Longer bursts are no typing: most likely a paste from a terminal that does not mark it. */
const burst = 8;

function typed(state: SelectState, text: string, move: (to: number) => Step<SelectState, never>): Step<SelectState, unknown> {
	if (text.length > burst) return reduceSelect(state, {kind: 'pasted', text});
	let current = state;
	for (const sign of text) {
		const hot = !current.finding;
		if (hot && sign === 'j' && text.length === 1) return move(state.at + 1);
		if (hot && sign === 'k' && text.length === 1) return move(state.at - 1);
		const picked = hot && /[1-9]/.test(sign) ? current.question.choices[Number(sign) - 1] : undefined;
		if (picked !== undefined) return given(picked.value);
		if (sign === '/' && current.filter === '') current = {...current, finding: true};
		else if (sign !== ' ' || current.filter !== '') current = {...filtered(current, current.filter + sign), finding: true};
	}
	return on(current);
}

function plain(state: SelectState): SelectState {
	return {...filtered(state, ''), finding: state.question.size === 'many'};
}

function filtered(state: SelectState, filter: string): SelectState {
	return {...state, filter, at: filter === '' ? state.question.start : 0, notice: null};
}

import type {PickItem, PickQuestion} from '../commands/conversation.ts';
import type {Key} from './key.ts';
import {given, on, type Size, type Step} from './step.ts';

export type FindingsState = {
	readonly question: PickQuestion;
	/** The one the pointer is at; what it changes stands below the list. */
	readonly at: number;
	readonly off: readonly string[];
	/** Below the list: what it changes, or why. */
	readonly below: 'diff' | 'why';
	/** The first line of that which is shown. */
	readonly top: number;
	readonly notice: string | null;
};

export function findingsState(question: PickQuestion): FindingsState {
	return {question, at: 0, off: [], below: 'diff', top: 0, notice: null};
}

/** `yours`: no edit mends it. */
export function standing(item: PickItem, {off}: Pick<FindingsState, 'off'>): 'on' | 'off' | 'yours' {
	if (item.diff.length === 0 && !item.follows && item.needs === null) return 'yours';
	return off.includes(item.key) || (item.needs !== null && off.includes(item.needs)) ? 'off' : 'on';
}

export function chosenKeys(state: FindingsState): readonly string[] {
	return state.question.items.filter(item => item.diff.length > 0 && standing(item, state) === 'on').map(({key}) => key);
}

/** How the rows that title, what is said about it and the keys leave are shared between the list and what stands below it. */
export function roomOf({question}: FindingsState, {rows, columns}: Size): {readonly list: number; readonly below: number} {
	const free = Math.max(8, rows - question.about.length - (columns < 64 ? 11 : 8));
	const list = Math.min(question.items.length, Math.max(3, Math.floor(free / 2)));
	return {list, below: Math.max(3, free - list)};
}

export function reduceFindings(state: FindingsState, key: Key, size: Size): Step<FindingsState, readonly string[]> {
	switch (key.kind) {
		case 'interrupt':
		case 'escape':
			return {kind: 'answered', answer: {kind: 'leave'}};
		case 'up':
			return moved(state, state.at - 1);
		case 'down':
		case 'tab':
			return moved(state, state.at + 1);
		case 'home':
			return moved(state, 0);
		case 'end':
			return moved(state, state.question.items.length - 1);
		case 'page-up':
			return on({...state, top: Math.max(0, state.top - roomOf(state, size).below + 1)});
		case 'page-down':
			return on({...state, top: state.top + roomOf(state, size).below - 1});
		case 'enter': {
			const keys = chosenKeys(state);
			return keys.length === 0 ? on({...state, notice: 'Nothing is switched on. Space switches one on, Esc leaves.'}) : given(keys);
		}
		case 'typed':
			return [...key.text].reduce<Step<FindingsState, readonly string[]>>(
				(step, sign) => (step.kind === 'on' ? typed(step.state, sign) : step),
				on(state),
			);
		case 'left':
		case 'right':
			return on({...state, below: state.below === 'diff' ? 'why' : 'diff', top: 0, notice: null});
		case 'pasted':
		case 'backspace':
		case 'delete':
		case 'clear':
			return on(state);
	}
}

function typed(state: FindingsState, sign: string): Step<FindingsState, never> {
	const {items} = state.question;
	if (sign === 'j') return moved(state, state.at + 1);
	if (sign === 'k') return moved(state, state.at - 1);
	if (sign === '?') return on({...state, below: state.below === 'diff' ? 'why' : 'diff', top: 0, notice: null});
	if (sign === ' ') return switched(state);
	return /[1-9]/.test(sign) && Number(sign) <= items.length ? moved(state, Number(sign) - 1) : on(state);
}

function moved(state: FindingsState, to: number): Step<FindingsState, never> {
	const {length} = state.question.items;
	return on({...state, at: (to + length) % length, top: 0, notice: null});
}

function switched(state: FindingsState): Step<FindingsState, never> {
	const item = state.question.items[state.at];
	if (item === undefined) return on(state);
	if (standing(item, state) === 'yours') return on({...state, notice: 'This one is yours to do: ? shows how.'});
	if (item.needs !== null && state.off.includes(item.needs))
		return on({...state, notice: 'It is only right together with the one that is off.'});
	if (item.diff.length === 0) return on({...state, notice: 'It goes away with the others.'});
	const off = state.off.includes(item.key) ? state.off.filter(key => key !== item.key) : [...state.off, item.key];
	return on({...state, off, notice: null});
}

import type {SecretQuestion} from '../commands/conversation.ts';
import type {Secret} from '../credentials/secret.ts';
import type {Key} from './key.ts';
import {everywhere, given, on, type Step} from './step.ts';

export type SecretState = {
	readonly question: SecretQuestion;
	/** Never drawn. */
	readonly text: string;
	readonly remark: {readonly tone: 'good' | 'warn' | 'bad'; readonly text: string} | null;
	/** A second Enter takes what the first one doubted. */
	readonly doubted: boolean;
};

export function secretState(question: SecretQuestion): SecretState {
	return {question, text: '', remark: null, doubted: false};
}

export function reduceSecret(state: SecretState, key: Key): Step<SecretState, Secret> {
	const common = everywhere(state, key);
	if (common !== null) return common;
	switch (key.kind) {
		case 'typed':
			return on(entered(state, state.text + key.text));
		case 'pasted':
			return on(looked(entered(state, state.text + key.text)));
		case 'backspace':
		case 'delete':
			return on(entered(state, state.text.slice(0, -1)));
		case 'clear':
			return on(entered(state, ''));
		case 'enter':
			return submit(state);
		case 'up':
		case 'down':
		case 'left':
		case 'right':
		case 'page-up':
		case 'page-down':
		case 'home':
		case 'end':
		case 'tab':
		case 'escape':
		case 'interrupt':
			return on(state);
	}
}

function entered(state: SecretState, text: string): SecretState {
	return {...state, text, remark: null, doubted: false};
}

/** What was pasted is judged at once, so that Enter holds no surprise. */
function looked(state: SecretState): SecretState {
	const verdict = state.question.judge(state.text);
	switch (verdict.state) {
		case 'good':
			return {...state, remark: verdict.notice === null ? null : {tone: 'good', text: verdict.notice}};
		case 'doubt':
			return {...state, remark: {tone: 'warn', text: verdict.message}};
		case 'wrong':
			return {...state, remark: {tone: 'bad', text: verdict.message}};
	}
}

function submit(state: SecretState): Step<SecretState, Secret> {
	const {kept, judge} = state.question;
	if (state.text === '' && kept !== null) return given(kept);
	const verdict = judge(state.text);
	switch (verdict.state) {
		case 'good':
			return given(verdict.value);
		case 'doubt':
			return state.doubted
				? given(verdict.value)
				: on({...state, doubted: true, remark: {tone: 'warn', text: `${verdict.message} Enter again uses it all the same.`}});
		case 'wrong':
			return on({...state, text: '', doubted: false, remark: {tone: 'bad', text: verdict.message}});
	}
}

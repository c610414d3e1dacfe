import type {TextQuestion, Verdict} from '../commands/conversation.ts';
import {recognise} from '../credentials/shapes.ts';
import type {Key} from './key.ts';
import {everywhere, given, on, type Step} from './step.ts';

export type TextState = {
	readonly question: TextQuestion;
	readonly text: string;
	/** Where the next sign goes. */
	readonly cursor: number;
	/** Enter was pressed on it, so what is wrong is said aloud. */
	readonly tried: boolean;
	readonly doubted: boolean;
	/** A secret came where everything is shown; it was not taken. */
	readonly refused: boolean;
};

export function textState(question: TextQuestion): TextState {
	return {question, text: question.start, cursor: question.start.length, tried: false, doubted: false, refused: false};
}

export function reduceText(state: TextState, key: Key): Step<TextState, string> {
	const common = everywhere(state, key);
	if (common !== null) return common;
	const {text, cursor} = state;
	const put = (next: string, at: number) => on({...state, text: next, cursor: at, tried: false, doubted: false, refused: false});
	switch (key.kind) {
		case 'typed':
		case 'pasted': {
			const plain = oneLine(key.text);
			if (isSecret(plain)) return on({...state, refused: true});
			return put(text.slice(0, cursor) + plain + text.slice(cursor), cursor + plain.length);
		}
		case 'backspace':
			return cursor === 0 ? on(state) : put(text.slice(0, cursor - 1) + text.slice(cursor), cursor - 1);
		case 'delete':
			return put(text.slice(0, cursor) + text.slice(cursor + 1), cursor);
		case 'clear':
			return put('', 0);
		case 'left':
			return on({...state, cursor: Math.max(0, cursor - 1)});
		case 'right':
			return on({...state, cursor: Math.min(text.length, cursor + 1)});
		case 'home':
			return on({...state, cursor: 0});
		case 'end':
			return on({...state, cursor: text.length});
		case 'tab': {
			const better = betterOf(state.question.judge(text));
			return better === null ? on(state) : put(better, better.length);
		}
		case 'enter':
			return submit(state);
		case 'up':
		case 'down':
		case 'page-up':
		case 'page-down':
		case 'escape':
		case 'interrupt':
			return on(state);
	}
}

function submit(state: TextState): Step<TextState, string> {
	const verdict = state.question.judge(state.text);
	if (verdict.state === 'good' || (verdict.state === 'doubt' && state.doubted)) return given(verdict.value);
	return on({...state, tried: true, doubted: verdict.state === 'doubt'});
}

export function betterOf(verdict: Verdict<string>): string | null {
	return verdict.state === 'good' ? null : verdict.better;
}

/** Too long to be a prefix that somebody types, and of a shape that only a credential has. */
function isSecret(text: string): boolean {
	const word = text.trim();
	return word.length >= 12 && !/[:/\s]/.test(word) && recognise(word) !== null;
}

/** A pasted line end, and whatever else would move the cursor. */
function oneLine(text: string): string {
	return text.replace(/[\r\n]+$/, '').replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, '');
}

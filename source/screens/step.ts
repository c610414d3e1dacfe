import type {Answer} from '../commands/conversation.ts';
import type {Key} from './key.ts';

/** What a key makes of a screen: the same screen with other state, or its answer. */
export type Step<State, T> = {readonly kind: 'on'; readonly state: State} | {readonly kind: 'answered'; readonly answer: Answer<T>};

export type Size = {readonly columns: number; readonly rows: number};

export type Reduce<State, T> = (state: State, key: Key, size: Size) => Step<State, T>;

export const on = <State>(state: State): Step<State, never> => ({kind: 'on', state});
export const given = <T>(value: T): Step<never, T> => ({kind: 'answered', answer: {kind: 'given', value}});

/** Keys that mean the same everywhere; null for all others. */
export function everywhere<State extends {readonly question: {readonly canGoBack: boolean}}>(
	state: State,
	key: Key,
): Step<State, never> | null {
	if (key.kind === 'interrupt') return {kind: 'answered', answer: {kind: 'leave'}};
	if (key.kind === 'escape') return state.question.canGoBack ? {kind: 'answered', answer: {kind: 'back'}} : on(state);
	return null;
}

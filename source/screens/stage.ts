import type {Answer, Line} from '../commands/conversation.ts';
import type {ConfirmState} from './confirm-state.ts';
import type {FindingsState} from './findings-state.ts';
import type {Key} from './key.ts';
import type {ReviewState} from './review-state.ts';
import type {SecretState} from './secret-state.ts';
import type {SelectState} from './select-state.ts';
import type {Reduce, Size} from './step.ts';
import type {TextState} from './text-state.ts';

/** What is on the screen now. */
export type View =
	| {readonly kind: 'nothing'}
	| {readonly kind: 'select'; readonly state: SelectState}
	| {readonly kind: 'secret'; readonly state: SecretState}
	| {readonly kind: 'text'; readonly state: TextState}
	| {readonly kind: 'confirm'; readonly state: ConfirmState}
	| {readonly kind: 'review'; readonly state: ReviewState}
	| {readonly kind: 'findings'; readonly state: FindingsState}
	| {readonly kind: 'progress'; readonly state: ProgressState};

export type ProgressState = {
	readonly title: string;
	readonly said: readonly string[];
	readonly stopping: boolean;
	/** What Ctrl-C does. */
	readonly interrupt: 'stop' | 'leave';
};

export type Scene = {readonly view: View; readonly told: readonly (readonly Line[])[]};

/**
 * Holds what is drawn, outside of React: keys come in, a reducer makes the next state of it, and the components only show it. Keys
 * that come while nothing is asked are dropped, so what was typed ahead is never shown and answers nothing.
 */
export class Stage {
	#scene: Scene = {view: {kind: 'nothing'}, told: []};
	#press: ((key: Key) => void) | null = null;
	readonly #listeners = new Set<() => void>();
	readonly #size: () => Size;

	constructor(size: () => Size) {
		this.#size = size;
	}

	get scene(): Scene {
		return this.#scene;
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	press(key: Key): void {
		this.#press?.(key);
	}

	tell(lines: readonly Line[]): void {
		this.#set({...this.#scene, told: [...this.#scene.told, lines]});
	}

	/** Shows the screen until its reducer has an answer. */
	ask<State, T>(initial: State, reduce: Reduce<State, T>, view: (state: State) => View): Promise<Answer<T>> {
		return new Promise(resolve => {
			let state = initial;
			this.#show(view(state));
			this.#press = key => {
				const step = reduce(state, key, this.#size());
				if (step.kind === 'on') {
					state = step.state;
					this.#show(view(state));
					return;
				}
				this.#press = null;
				// The screen stays until the next one: an empty one between them would flicker.
				resolve(step.answer);
			};
		});
	}

	/** The same for work: what it says is shown, and Ctrl-C is passed on. Work that takes no signal cannot be stopped, only left. */
	async watch<T>(title: string, work: (signal: AbortSignal, say: (text: string) => void) => Promise<T>, end: () => void): Promise<T> {
		const stop = new AbortController();
		const interrupt = work.length === 0 ? 'leave' : 'stop';
		let state: ProgressState = {title, said: [], stopping: false, interrupt};
		const show = (next: ProgressState) => {
			state = next;
			this.#show({kind: 'progress', state});
		};
		show(state);
		this.#press = key => {
			if (key.kind !== 'interrupt') return;
			if (stop.signal.aborted || interrupt === 'leave') end();
			stop.abort();
			show({...state, stopping: true});
		};
		try {
			return await work(stop.signal, text => show({...state, said: [...state.said, text]}));
		} finally {
			this.#press = null;
		}
	}

	clear(): void {
		this.#press = null;
		this.#show({kind: 'nothing'});
	}

	#show(view: View): void {
		this.#set({...this.#scene, view});
	}

	#set(scene: Scene): void {
		this.#scene = scene;
		for (const listener of this.#listeners) listener();
	}
}

import {type Instance, render} from 'ink';
import type {Answer, ChooseQuestion, Conversation, ReviewQuestion} from '../commands/conversation.ts';
import {App, type Suspend} from './app.tsx';
import {confirmState, reduceConfirm} from './confirm-state.ts';
import {findingsState, reduceFindings} from './findings-state.ts';
import {reduceReview, reviewState} from './review-state.ts';
import {reduceSecret, secretState} from './secret-state.ts';
import {reduceSelect, selectState} from './select-state.ts';
import {Stage, type View} from './stage.ts';
import type {Reduce} from './step.ts';
import {asciiSymbols, unicodeSymbols} from './symbols.ts';
import {reduceText, textState} from './text-state.ts';

export type ScreenOptions = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly unicode: boolean;
	/** Stops reading the terminal, and gives the way to take it up again. */
	readonly letGo: () => Promise<() => void>;
	/** Stops the program until the shell takes it up again. */
	readonly stop: () => Promise<void>;
	/** Ends the program where a second Ctrl-C asks for it. */
	readonly end: () => void;
};

/** The conversation on a terminal that can be drawn on. */
export function inkConversation({stdin, stdout, unicode, letGo, stop, end}: ScreenOptions): Conversation {
	const stage = new Stage(() => ({columns: stdout.columns || 80, rows: stdout.rows || 24}));
	let suspend: Suspend = work => work();
	const onSuspender = (suspender: Suspend) => {
		suspend = suspender;
	};
	let away = false;
	/** While it is away already, as during a login in the same terminal, the other program answers to Ctrl-Z. */
	const lend = async (work: () => Promise<void>) => {
		if (away) return;
		away = true;
		try {
			await suspend(async () => {
				const takeBack = await letGo();
				try {
					await work();
				} finally {
					takeBack();
				}
			});
		} finally {
			away = false;
		}
	};
	let app: Instance | null = null;
	/** Drawn when there is something to draw: an empty first frame would cost as much as a full one. */
	const draw = (): Instance => {
		// CI=1 on a real terminal would make Ink draw nothing before the end, so interactivity is not left to it.
		app ??= render(
			<App stage={stage} symbols={unicode ? unicodeSymbols : asciiSymbols} onSuspender={onSuspender} onStop={() => void lend(stop)} />,
			{
				stdin,
				stdout,
				exitOnCtrlC: false,
				patchConsole: false,
				interactive: true,
			},
		);
		return app;
	};
	const ask = <State, T>(initial: State, reduce: Reduce<State, T>, view: (state: State) => View): Promise<Answer<T>> => {
		const answer = stage.ask(initial, reduce, view);
		draw();
		return answer;
	};
	const flushed = async () => {
		stage.clear();
		await draw().waitUntilRenderFlush();
	};
	return {
		choose: <T,>(question: ChooseQuestion<T>) =>
			ask(selectState(question), reduceSelect, state => ({kind: 'select', state})) as Promise<Answer<T>>,
		secret: question => ask(secretState(question), reduceSecret, state => ({kind: 'secret', state})),
		address: question => ask(textState(question), reduceText, state => ({kind: 'text', state})),
		text: question => ask(textState(question), reduceText, state => ({kind: 'text', state})),
		confirm: question => ask(confirmState(question), reduceConfirm, state => ({kind: 'confirm', state})),
		review: <T,>(question: ReviewQuestion<T>) =>
			ask(reviewState(question), reduceReview, state => ({kind: 'review', state})) as Promise<Answer<T>>,
		pick: question => ask(findingsState(question), reduceFindings, state => ({kind: 'findings', state})),
		tell: lines => stage.tell(lines),
		progress(title, work) {
			const done = stage.watch(title, work, end);
			draw();
			return done;
		},
		async handOver(work) {
			await flushed();
			let result: {readonly value: Awaited<ReturnType<typeof work>>} | null = null;
			await lend(async () => {
				result = {value: await work()};
			});
			if (result === null) throw new Error('the terminal could not be handed over');
			return (result as {readonly value: Awaited<ReturnType<typeof work>>}).value;
		},
		async outcome(lines) {
			stage.tell(lines);
			await flushed();
		},
		async close() {
			if (app === null) return;
			await flushed();
			app.unmount();
			await app.waitUntilExit();
		},
	};
}

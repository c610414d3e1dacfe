import type {Secret} from '../credentials/secret.ts';

/**
 * The few questions a flow may ask and the few things it may show. Ink, plain lines and a list of answers in a test are three ways
 * of the same conversation, so a flow never knows what it is drawn with.
 */
export type Conversation = {
	choose<T>(question: ChooseQuestion<T>): Promise<Answer<T>>;
	/** Typed or pasted without being shown; of what is read only the Secret leaves. */
	secret(question: SecretQuestion): Promise<Answer<Secret>>;
	/** A line that is checked while it is typed. */
	address(question: TextQuestion): Promise<Answer<string>>;
	text(question: TextQuestion): Promise<Answer<string>>;
	confirm(question: ConfirmQuestion): Promise<Answer<boolean>>;
	/** A long text to look at, and what to do with it. */
	review<T>(question: ReviewQuestion<T>): Promise<Answer<T>>;
	/** What can be mended, to walk through: each with its diff and its reason. Gives the keys of those that are switched on. */
	pick(question: PickQuestion): Promise<Answer<readonly string[]>>;
	/** Stays above the questions that follow. */
	tell(lines: readonly Line[]): void;
	/** Shows what goes on while the work is done. Ctrl-C aborts the signal, and ends the program where the work takes none. */
	progress<T>(title: string, work: (signal: AbortSignal, say: (text: string) => void) => Promise<T>): Promise<T>;
	/** Gives the terminal to another program while the work runs, and takes it back. */
	handOver<T>(work: () => Promise<T>): Promise<T>;
	/** The last page; it stays when the program has ended. */
	outcome(lines: readonly Line[]): Promise<void>;
	close(): Promise<void>;
};

/** Going back and leaving are answers like any other, so no flow can forget them. */
export type Answer<T> = {readonly kind: 'given'; readonly value: T} | {readonly kind: 'back'} | {readonly kind: 'leave'};

export type Question = {
	readonly title: string;
	/** What one needs to know to answer. */
	readonly about: readonly Line[];
	/** The answers given so far, in a word each. */
	readonly trail: readonly string[];
	/** False for the first question. */
	readonly canGoBack: boolean;
};

export type ChooseQuestion<T> = Question & {
	readonly choices: readonly Choice<T>[];
	/** Where the pointer stands first: an earlier answer, or what is most likely. */
	readonly start: number;
	/** `many`: one types to find; digits then belong to what is typed. */
	readonly size: 'few' | 'many';
};

export type Choice<T> = {readonly value: T; readonly label: string; readonly hint: string};

export type SecretQuestion = Question & {
	/** An earlier answer is kept where nothing is entered. */
	readonly kept: Secret | null;
	/** Judges what was entered; the text it is given stays inside. */
	readonly judge: (text: string) => Verdict<Secret>;
};

export type TextQuestion = Question & {
	readonly start: string;
	readonly example: string;
	readonly judge: (text: string) => Verdict<string>;
};

export type ConfirmQuestion = Question & {readonly yes: string; readonly no: string; readonly start: boolean};

export type ReviewQuestion<T> = Question & {
	readonly text: readonly ReviewLine[];
	readonly choices: readonly KeyChoice<T>[];
};

export type PickQuestion = Question & {readonly items: readonly PickItem[]};

export type PickItem = {
	readonly key: string;
	readonly label: string;
	readonly tone: 'bad' | 'warn' | 'plain';
	/** The evidence, and why it matters. */
	readonly why: readonly Line[];
	/** What it changes; empty where only the user can do it. */
	readonly diff: readonly ReviewLine[];
	/** The key of another, without which it would be wrong. */
	readonly needs: string | null;
	/** It follows from the one above and goes with it. */
	readonly follows: boolean;
};

/** One key and what it does. */
export type KeyChoice<T> = {readonly key: string; readonly label: string; readonly value: T};

export type ReviewLine = {readonly tone: Tone; readonly text: string};

/** `doubt`: it may be right, so the same again is taken. `better` is what was most likely meant. */
export type Verdict<T> =
	| {readonly state: 'good'; readonly value: T; readonly notice: string | null}
	| {readonly state: 'doubt'; readonly value: T; readonly message: string; readonly better: string | null}
	| {readonly state: 'wrong'; readonly message: string; readonly better: string | null};

/** A line of a page; with a label it becomes two columns where there is room. */
export type Line = {readonly tone: Tone; readonly text: string; readonly label: string | null};

export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'bad' | 'warn' | 'come' | 'gone';

export function line(text: string, tone: Tone = 'plain'): Line {
	return {tone, text, label: null};
}

export function row(label: string, text: string, tone: Tone = 'plain'): Line {
	return {tone, text, label};
}

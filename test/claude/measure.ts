import {readFileSync} from 'node:fs';
import path from 'node:path';
import {type Explanation, explainOrGuess} from '../../source/claude/failure.ts';

/** A real failing text with the cause that people found for it. Texts are excerpts; `context` is what was known beside them. */
export type Case = {
	readonly id: string;
	readonly text: string;
	readonly status: number | null;
	readonly cause: string;
	/** Causes that the same words have as well, where vendors use them for several. */
	readonly or?: readonly string[];
	readonly context?: {readonly base_url?: string; readonly credential?: string};
	/** The text that has the same words, where the two are the same message from two people. */
	readonly sameWordsAs?: string;
	/** Rules were written with the one half in view, and never with the other. */
	readonly half?: 'developed' | 'untouched';
};

export type Score = {
	readonly cases: number;
	readonly first: number;
	readonly three: number;
	readonly high: number;
	readonly highRight: number;
	/** Called sure and wrong: the worst thing to be. */
	readonly wrong: readonly string[];
};

/**
 * `failures` is the corpus, `failures-heldout` and `failures-unseen` are real texts found later, `failures-worded` are what vendors and
 * people are known to say, written down without a thread to show.
 */
export function cases(name: 'failures' | 'failures-heldout' | 'failures-unseen' | 'failures-worded'): readonly Case[] {
	const file = path.join(import.meta.dirname, '..', 'evidence', `${name}.jsonl`);
	return readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Case);
}

export function explainCase({text, status, context}: Case, with_: 'context' | 'text alone' = 'context'): Explanation {
	if (with_ === 'text alone') return explainOrGuess(text);
	return explainOrGuess(text, {
		...(status === null ? {} : {status}),
		...(context?.base_url === undefined ? {} : {baseUrl: context.base_url}),
		...(context?.credential === undefined ? {} : {credential: context.credential}),
	});
}

/** Shares of all cases, and of those called sure. */
export function measure(list: readonly Case[], with_: 'context' | 'text alone' = 'context'): Score {
	let first = 0;
	let three = 0;
	let high = 0;
	const wrong: string[] = [];
	for (const one of list) {
		const explanation = explainCase(one, with_);
		if (explanation.state === 'unknown') continue;
		const wanted = [one.cause, ...(one.or ?? [])];
		const right = wanted.includes(explanation.first.cause);
		if (right) first++;
		if (right || explanation.others.some(other => wanted.includes(other.cause))) three++;
		if (explanation.first.confidence === 'low') continue;
		high++;
		if (!right) wrong.push(`${one.id}: ${explanation.first.cause}`);
	}
	const share = (count: number) => count / list.length;
	return {cases: list.length, first: share(first), three: share(three), high: share(high), highRight: 1 - wrong.length / high, wrong};
}

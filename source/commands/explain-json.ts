import {type Cause, causes} from '../claude/causes.ts';
import type {Confidence, Explanation} from '../claude/failure.ts';
import {misleadingHint} from '../claude/failures/misleading-hint.ts';

export type ExplainJson = {
	readonly schema: 1;
	readonly cause: Cause | 'unknown';
	readonly confidence: Confidence;
	readonly title: string;
	readonly why: string;
	readonly fix: readonly string[];
	readonly others: readonly {readonly cause: Cause; readonly confidence: Confidence; readonly title: string; readonly tell: string}[];
	/** Whose words these are, what in them speaks for the cause, and a warning about the advice that came with them. */
	readonly whose: string | null;
	readonly because: string | null;
	readonly note: string | null;
};

/** What is said where nothing is known: where to look next, not a guess. */
export const unknown = {
	title: 'No known cause',
	why: 'None of the causes the wizard knows has these words. The text may be cut, or the failure may have nothing to do with credentials.',
	fix: [
		'See what claude will send: wizard doctor',
		'Give more of the text, or its status: wizard explain --status N',
		'Try one prompt: wizard check',
	],
} as const;

/** The object of contract.md, with more beside it. Nothing of the pasted text is in it. */
export function explainJson(explanation: Explanation, text: string): ExplainJson {
	if (explanation.state === 'unknown')
		return {schema: 1, cause: 'unknown', confidence: 'low', ...unknown, others: [], whose: null, because: null, note: null};
	const {first, others, whose} = explanation;
	const {title, why, fix} = causes[first.cause];
	return {
		schema: 1,
		cause: first.cause,
		confidence: first.confidence,
		title,
		why,
		fix,
		others: others.map(({cause, confidence}) => ({cause, confidence, title: causes[cause].title, tell: causes[cause].tell})),
		whose,
		because: first.rule?.why ?? null,
		note: misleadingHint(text, first.cause),
	};
}

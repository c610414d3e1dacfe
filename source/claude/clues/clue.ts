import type {Sign} from '../failures/sign.ts';

/**
 * One small thing that a failing text or its setting shows, far weaker than a rule: it proves nothing, but it makes some causes likelier
 * than others. How much is in points.ts.
 */
export type Clue = {
	/** Permanent; unique among all clues. */
	readonly id: string;
	readonly seenIn: {readonly kind: 'words'; readonly says: RegExp} | {readonly kind: 'setting'; readonly sign: Sign};
	/** Half a sentence: what it says of the failure. */
	readonly why: string;
};

export function words(id: string, says: RegExp, why: string): Clue {
	return {id, seenIn: {kind: 'words', says}, why};
}

export function setting(sign: Sign, why: string): Clue {
	return {id: sign, seenIn: {kind: 'setting', sign}, why};
}

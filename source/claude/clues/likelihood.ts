import {type Cause, causeLabels} from '../causes/cause.ts';
import {type Normalised, says} from '../failures/normalise.ts';
import type {Sign} from '../failures/sign.ts';
import type {Clue} from './clue.ts';
import {clues} from './index.ts';
import {atFirst, points} from './points.ts';

/** How likely each cause is by the clues alone: 0 for the likeliest, fewer points for the others. */
export function likelihood(text: Normalised, signs: ReadonlySet<Sign>): ReadonlyMap<Cause, number> {
	const seen = seenClues(text, signs);
	const sums = causeLabels.map(cause => {
		const sum = seen.reduce((total, clue) => total + (points[clue.id]?.[cause] ?? 0), atFirst[cause] ?? 0);
		return [cause, sum] as const;
	});
	const most = Math.max(...sums.map(([, sum]) => sum));
	return new Map(sums.map(([cause, sum]) => [cause, sum - most]));
}

export function seenClues(text: Normalised, signs: ReadonlySet<Sign>): readonly Clue[] {
	return clues.filter(({seenIn}) => (seenIn.kind === 'words' ? says(text, seenIn.says) : signs.has(seenIn.sign)));
}

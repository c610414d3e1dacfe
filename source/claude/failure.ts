import {type Cause, causeLabels, causes} from './causes.ts';
import {likelihood, seenClues} from './clues/likelihood.ts';
import {rules} from './failures/index.ts';
import {type Normalised, normalise, says, shows} from './failures/normalise.ts';
import type {Candidate, Rule, Speaker} from './failures/rule.ts';
import type {Sign} from './failures/sign.ts';
import {type Context, signsOf} from './failures/signs.ts';
import {complaint} from './failures/topics.ts';

export type Confidence = 'high' | 'low';

/** One possible cause, with the rule that spoke for it; `rule` is null where only clues and its nearness to the first speak for it. */
export type Suspect = {
	readonly cause: Cause;
	readonly confidence: Confidence;
	readonly weight: number;
	readonly rule: Rule | null;
};

export type Explanation =
	| {
			readonly state: 'explained';
			readonly first: Suspect;
			readonly others: readonly Suspect[];
			readonly whose: Speaker;
			readonly fired: readonly Rule[];
	  }
	| {readonly state: 'unknown'};

/** From this weight on, the words name their reason and leave no near cause. */
const sure = 90;
/** How far the next cause must be behind before the first is called sure. */
const lead = 12;
/** How many points behind the likeliest by clues a cause may be and still be called sure. */
const doubt = 15;
/** So many clues in the words are enough for a guess where no rule speaks. */
const fewest = 2;
/** What the clues may add to a rival for being easily mistaken for the first, the likeliest such rival most. */
const mistaken = [12, 9, 6] as const;

/** From the text of a failure to its likely causes, best first. Pure: what is known of the machine comes in as data. */
export function explainFailure(text: string, context: Context = {}): Explanation {
	return explain(text, context, () => ({state: 'unknown'}));
}

/** The same, and where no rule knows the words a guess by what they are about: for a person who says that this text is a failure. */
export function explainOrGuess(text: string, context: Context = {}): Explanation {
	return explain(text, context, guess);
}

function explain(text: string, context: Context, otherwise: typeof guess): Explanation {
	const normal = normalise(text);
	const signs = signsOf(normal, context);
	const fired = heard(rules.filter(rule => speaks(rule, normal, signs)));
	const suspects = rank(fired, signs);
	const surest = suspects[0];
	if (surest?.rule == null) return otherwise(normal, signs);
	const clues = likelihood(normal, signs);
	const first = surest.rule.lastResort === true ? (inOrder(suspects, clues)[0] ?? surest) : doubted(surest, clues);
	return {state: 'explained', first, others: others(first, suspects, clues), whose: (first.rule ?? surest.rule).whose, fired};
}

export function speaks(rule: Rule, text: Normalised, signs: ReadonlySet<Sign>): boolean {
	if (rule.needs !== undefined && !rule.needs.some(sign => signs.has(sign))) return false;
	if (!says(text, rule.says)) return false;
	return rule.unless === undefined || !shows(text, rule.unless);
}

/** A rule of last resort is heard only where nothing else speaks. */
function heard(spoke: readonly Rule[]): readonly Rule[] {
	const direct = spoke.filter(rule => rule.lastResort !== true);
	return direct.length > 0 ? direct : spoke;
}

/** Each cause counts with its strongest rule; ties go to the rule that stands first, which is the order of rules/index.ts. */
function rank(fired: readonly Rule[], signs: ReadonlySet<Sign>): readonly Suspect[] {
	const excluded = new Set(fired.flatMap(rule => rule.excludes ?? []));
	const best = new Map<Cause, {weight: number; rule: Rule}>();
	for (const rule of fired)
		for (const candidate of rule.causes) {
			const weight = weigh(candidate, signs) - (excluded.has(candidate.cause) ? 50 : 0);
			if (weight > (best.get(candidate.cause)?.weight ?? 0)) best.set(candidate.cause, {weight, rule});
		}
	const ordered = [...best].sort(([, one], [, other]) => other.weight - one.weight);
	const second = ordered[1]?.[1].weight ?? 0;
	return ordered.map(
		([cause, {weight, rule}], at): Suspect => ({
			cause,
			weight,
			rule,
			confidence: at === 0 && weight >= sure && weight - second >= lead ? 'high' : 'low',
		}),
	);
}

function weigh(candidate: Candidate, signs: ReadonlySet<Sign>): number {
	let weight = candidate.weight;
	for (const [sign, more] of Object.entries(candidate.with ?? {})) if (signs.has(sign as Sign)) weight += more ?? 0;
	return weight;
}

/** A rule that is sure of what every clue speaks against has met words it was not made for. */
function doubted(suspect: Suspect, clues: ReadonlyMap<Cause, number>): Suspect {
	return (clues.get(suspect.cause) ?? 0) > -doubt ? suspect : {...suspect, confidence: 'low'};
}

/** Where no rule knows the words, what they are about still makes some causes likelier; too little of that is no guess. */
function guess(text: Normalised, signs: ReadonlySet<Sign>): Explanation {
	const seen = seenClues(text, signs).filter(clue => clue.seenIn.kind === 'words');
	if (seen.length < fewest && !(seen.length > 0 && says(text, complaint))) return {state: 'unknown'};
	const clues = likelihood(text, signs);
	const [first, ...rest] = inOrder(
		causeLabels.map(cause => ({cause, confidence: 'low', weight: 0, rule: null})),
		clues,
	);
	return first === undefined
		? {state: 'unknown'}
		: {state: 'explained', first, others: others(first, rest, clues), whose: 'a server', fired: []};
}

/** A rule's weight and the points of the clues are on one scale; the clues only take away. */
function total({cause, weight}: Suspect, clues: ReadonlyMap<Cause, number>): number {
	return weight + (clues.get(cause) ?? 0);
}

function inOrder(suspects: readonly Suspect[], clues: ReadonlyMap<Cause, number>): readonly Suspect[] {
	return [...suspects].sort((one, other) => total(other, clues) - total(one, clues));
}

/** Two more causes are always named, so that a wrong first guess is not the end: by rules, by clues, and by what is easily mistaken for it. */
function others(first: Suspect, named: readonly Suspect[], clues: ReadonlyMap<Cause, number>): readonly Suspect[] {
	const {near} = causes[first.cause];
	return causeLabels
		.filter(cause => cause !== first.cause)
		.map((cause): Suspect => named.find(one => one.cause === cause) ?? {cause, confidence: 'low', weight: 0, rule: null})
		.map(suspect => ({suspect, points: total(suspect, clues) + (mistaken[near.indexOf(suspect.cause)] ?? 0)}))
		.sort((one, other) => other.points - one.points)
		.slice(0, 2)
		.map(({suspect}) => suspect);
}

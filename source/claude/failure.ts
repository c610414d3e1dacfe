import {type Cause, causes} from './causes.ts';
import {rules} from './failures/index.ts';
import {type Normalised, normalise, says} from './failures/normalise.ts';
import type {Candidate, Rule, Speaker} from './failures/rule.ts';
import type {Sign} from './failures/sign.ts';
import {type Context, signsOf} from './failures/signs.ts';

export type Confidence = 'high' | 'low';

/** One possible cause, with the rule that spoke for it; `rule` is null where only its nearness to the first speaks for it. */
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

/** From the text of a failure to its likely causes, best first. Pure: what is known of the machine comes in as data. */
export function explainFailure(text: string, context: Context = {}): Explanation {
	const normal = normalise(text);
	const signs = signsOf(normal, context);
	const fired = heard(rules.filter(rule => speaks(rule, normal, signs)));
	const suspects = rank(fired, signs);
	const [first, ...rest] = suspects;
	if (first?.rule == null) return {state: 'unknown'};
	return {state: 'explained', first, others: withNeighbours(first, rest), whose: first.rule.whose, fired};
}

export function speaks(rule: Rule, text: Normalised, signs: ReadonlySet<Sign>): boolean {
	if (rule.needs !== undefined && !rule.needs.some(sign => signs.has(sign))) return false;
	if (!says(text, rule.says)) return false;
	return rule.unless === undefined || !says(text, rule.unless);
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
	return ordered.map(([cause, {weight, rule}], at) => ({
		cause,
		weight,
		rule,
		confidence: at === 0 && weight >= sure && weight - second >= lead ? 'high' : 'low',
	}));
}

function weigh(candidate: Candidate, signs: ReadonlySet<Sign>): number {
	let weight = candidate.weight;
	for (const [sign, more] of Object.entries(candidate.with ?? {})) if (signs.has(sign as Sign)) weight += more ?? 0;
	return weight;
}

/** Two more causes are always named, so that a wrong first guess is not the end: from the rules, then from what lies near. */
function withNeighbours(first: Suspect, rest: readonly Suspect[]): readonly Suspect[] {
	const others = rest.slice(0, 2);
	for (const cause of causes[first.cause].near) {
		if (others.length >= 2) break;
		if (!others.some(other => other.cause === cause)) others.push({cause, confidence: 'low', weight: 0, rule: null});
	}
	return others;
}

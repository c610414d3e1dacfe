import type {Cause} from '../causes.ts';
import {type Confidence, type Explanation, explainFailure} from '../failure.ts';
import {lines} from './lines.ts';
import {quote} from './quote.ts';
import {type LogRecord, records} from './records.ts';
import type {Speaker} from './rule.ts';
import type {Context} from './signs.ts';

/** One kind of failure in a log: how often, and where first. `first` is safe to show. */
export type Tallied = {
	readonly cause: Cause;
	readonly confidence: Confidence;
	readonly whose: Speaker;
	readonly count: number;
	readonly line: number;
	readonly first: string;
};

/** Explanations kept by the shape of their text: logs repeat themselves, with other numbers. */
const mostRemembered = 2_000;

/** What lets a bare status count: a log is full of numbers, and of words like "not found" that mean nothing. */
const failing =
	/(?:error|fail\w*|status|http\/\d(?:\.\d)?")\W{1,12}[45]\d\d\b|\b[45]\d\d\W{1,3}(?:unauthor|forbidden|not found|bad|too many|internal|service|payment)|unauthor|forbidden|denied/i;

type Kind = {-readonly [Key in keyof Tallied]: Tallied[Key]};

/** Reads a log of any size once and names each kind of failure in it, the most frequent first. Memory does not grow with the log. */
export async function tally(pieces: AsyncIterable<string>, context: Context = {}): Promise<readonly Tallied[]> {
	const named = new Map<string, Kind>();
	const bare = new Map<Cause, Kind>();
	const remembered = new Map<string, Explanation>();
	for await (const record of records(lines(pieces))) {
		const explanation = recall(record.text, context, remembered);
		if (explanation.state === 'unknown') continue;
		const {first, whose} = explanation;
		if (first.rule?.lastResort !== true) count(named, `${first.cause} ${whose}`, explanation, record);
		else if (failing.test(record.text)) count(bare, first.cause, explanation, record);
	}
	// A bare status says nothing that a named failure of the same cause has not said better.
	const causes = new Set([...named.values()].map(kind => kind.cause));
	const kinds = [...named.values(), ...[...bare.values()].filter(kind => !causes.has(kind.cause))];
	return kinds.sort((one, other) => other.count - one.count || one.line - other.line);
}

function count<Key>(kinds: Map<Key, Kind>, key: Key, explanation: Extract<Explanation, {state: 'explained'}>, record: LogRecord): void {
	const {cause, confidence} = explanation.first;
	const kind = kinds.get(key);
	if (kind === undefined) {
		kinds.set(key, {cause, confidence, whose: explanation.whose, count: 1, line: record.line, first: quote(record.first)});
		return;
	}
	kind.count++;
	if (confidence === 'high') kind.confidence = 'high';
}

function recall(text: string, context: Context, remembered: Map<string, Explanation>): Explanation {
	const shape = shapeOf(text);
	const known = remembered.get(shape);
	if (known !== undefined) return known;
	const explanation = explainFailure(text, context);
	if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
	remembered.set(shape, explanation);
	return explanation;
}

/** Times, addresses, long numbers and ids differ from line to line and mean nothing here; statuses and vendors' codes have at most four digits. */
function shapeOf(text: string): string {
	return text
		.replace(/\d+\.\d+\.\d+\.\d+(?::\d+)?|\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?|\b\d+(?:\.\d+)? ?m?s\b/g, '')
		.replace(/[A-Za-z0-9_-]*\d{5,}[A-Za-z0-9_-]*/g, '#')
		.replace(/\b[0-9a-fA-F]{8,}\b/g, '#');
}

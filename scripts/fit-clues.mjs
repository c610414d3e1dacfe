#!/usr/bin/env node
/**
 * Fits the points of wizard explain's clues (source/claude/clues/points.ts) to the failing texts in test/evidence, and to what causes.ts
 * says of every cause. The half of the texts that nobody developed on is left out.
 *
 *   node scripts/fit-clues.mjs              writes points.ts
 *   node scripts/fit-clues.mjs --folds 2    writes nothing: fits on one part, measures the clues alone on the other, in turn
 */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';

/** @typedef {{cause: string, seen: number[], number: number, withContext: boolean}} Example */

const {values: options} = parseArgs({options: {folds: {type: 'string'}}});
const root = path.join(import.meta.dirname, '..');
const {causes, causeLabels, clues, normalise, signsOf, seenClues} = await program();
/** @type {string[]} */
const ids = clues.map((/** @type {{id: string}} */ clue) => clue.id);
/** A point is a sixth of a unit of log-odds, so that the sum of a text's points weighs as much as the weights of rules do. */
const pointsPerUnit = 6;
const smallest = 3;

const texts = examples();
if (options.folds === undefined) {
	writeFileSync(path.join(root, 'source/claude/clues/points.ts'), written(learn([...texts, ...descriptions()])));
	console.log(`Fitted to ${texts.length} readings of texts.`);
} else {
	const folds = Number(options.folds);
	for (let fold = 0; fold < folds; fold++) {
		const part = texts.filter(text => text.number % folds === fold && text.withContext);
		const weights = learn([...texts.filter(text => text.number % folds !== fold), ...descriptions()]);
		const places = part.map(text => ranking(weights, text.seen).indexOf(text.cause));
		const share = (/** @type {number} */ most) => ((100 * places.filter(place => place < most).length) / part.length).toFixed(1);
		console.log(`Part ${fold + 1} of ${folds}: ${part.length} texts, clues alone: first ${share(1)} %, among three ${share(3)} %`);
	}
}

async function program() {
	const entry = ['causes', 'clues/index', 'clues/likelihood', 'failures/normalise', 'failures/signs'];
	const contents = entry.map(name => `export * from './source/claude/${name}.ts';`).join('\n');
	const bundle = await build({
		stdin: {contents, resolveDir: root, loader: 'ts'},
		bundle: true,
		format: 'esm',
		platform: 'node',
		write: false,
	});
	return import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0]?.contents ?? '').toString('base64')}`);
}

/** Every text twice: with what was known beside it, and alone. @returns {Example[]} */
function examples() {
	const cases = ['failures', 'failures-heldout', 'failures-unseen', 'failures-worded']
		.flatMap(name =>
			readFileSync(path.join(root, 'test/evidence', `${name}.jsonl`), 'utf8')
				.trim()
				.split('\n'),
		)
		.map(line => JSON.parse(line))
		.filter(one => one.half !== 'untouched' && one.sameWordsAs === undefined);
	return cases.flatMap(({text, status, context, cause}, number) => {
		const known = {
			...(status === null ? {} : {status}),
			...(context?.base_url === undefined ? {} : {baseUrl: context.base_url}),
			...(context?.credential === undefined ? {} : {credential: context.credential}),
		};
		return [known, {}].map((beside, at) => ({number, cause, withContext: at === 0, seen: seen(text, beside)}));
	});
}

/** A cause that few texts have still has the words it is explained in. @returns {Example[]} */
function descriptions() {
	return causeLabels.flatMap((/** @type {string} */ cause) => {
		const {title, tell, why} = causes[cause];
		return [`${title} ${tell}`, why].map(text => ({cause, number: -1, withContext: false, seen: seen(text, {})}));
	});
}

/** @param {string} text @param {object} beside @returns {number[]} */
function seen(text, beside) {
	const normal = normalise(text);
	return [...seenClues(normal, signsOf(normal, beside)).map((/** @type {{id: string}} */ clue) => ids.indexOf(clue.id)), ids.length];
}

/** Multinomial logistic regression with an even pull towards zero, by Adam from a fixed start: the same texts give the same points. @param {Example[]} list */
function learn(list, pull = 2, steps = 300) {
	const width = causeLabels.length;
	const size = (ids.length + 1) * width;
	const [weights, mean, square] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
	const targets = list.map(one => causeLabels.indexOf(one.cause));
	for (let step = 1; step <= steps; step++) {
		const slope = weights.map(weight => pull * weight);
		for (const [at, one] of list.entries()) {
			const chances = chancesOf(weights, one.seen);
			add(chances, targets[at] ?? -1, -1);
			for (const clue of one.seen) for (const [cause, chance] of chances.entries()) add(slope, clue * width + cause, chance);
		}
		for (let at = 0; at < size; at++) {
			const first = 0.9 * (mean[at] ?? 0) + 0.1 * (slope[at] ?? 0);
			const second = 0.999 * (square[at] ?? 0) + 0.001 * (slope[at] ?? 0) ** 2;
			mean[at] = first;
			square[at] = second;
			add(weights, at, (-0.05 * (first / (1 - 0.9 ** step))) / (Math.sqrt(second / (1 - 0.999 ** step)) + 1e-8));
		}
	}
	return weights;
}

/** @param {Float64Array} numbers @param {number} at @param {number} more */
function add(numbers, at, more) {
	numbers[at] = (numbers[at] ?? 0) + more;
}

/** @param {Float64Array} weights @param {number[]} seen */
function sums(weights, seen) {
	const width = causeLabels.length;
	const total = new Float64Array(width);
	for (const clue of seen)
		for (const [cause, weight] of weights.subarray(clue * width, (clue + 1) * width).entries()) add(total, cause, weight);
	return total;
}

/** @param {Float64Array} weights @param {number[]} seen */
function chancesOf(weights, seen) {
	const total = sums(weights, seen);
	const most = Math.max(...total);
	const raised = total.map(one => Math.exp(one - most));
	const whole = raised.reduce((sum, one) => sum + one, 0);
	return raised.map(one => one / whole);
}

/** @param {Float64Array} weights @param {number[]} seen @returns {string[]} */
function ranking(weights, seen) {
	const total = sums(weights, seen);
	return [...causeLabels].sort((one, other) => (total[causeLabels.indexOf(other)] ?? 0) - (total[causeLabels.indexOf(one)] ?? 0));
}

/** @param {Float64Array} weights */
function written(weights) {
	const line = (/** @type {number} */ clue) => {
		const points = causeLabels
			.map((/** @type {string} */ cause, /** @type {number} */ at) => ({
				cause,
				many: Math.round(pointsPerUnit * (weights[clue * causeLabels.length + at] ?? 0)),
			}))
			.filter((/** @type {{many: number}} */ {many}) => Math.abs(many) >= smallest)
			.sort((/** @type {{many: number}} */ one, /** @type {{many: number}} */ other) => other.many - one.many)
			.map((/** @type {{cause: string, many: number}} */ {cause, many}) => `${quoted(cause)}: ${many}`);
		return `{${points.join(', ')}}`;
	};
	return `import type {Cause} from '../causes/cause.ts';

/**
 * How many points each clue gives to a cause, or takes from it. Fitted by scripts/fit-clues.mjs to real failing texts; what each clue
 * means stands beside its pattern. Sums of points put the causes in order where no rule is sure, and make nothing sure.
 */
// biome-ignore format: a line for each clue, as it is written by the script
export const points: Readonly<Record<string, Readonly<Partial<Record<Cause, number>>>>> = {
${ids.map((id, clue) => `\t${quoted(id)}: ${line(clue)},`).join('\n')}
};

/** How common a cause is, whatever is seen. */
// biome-ignore format: one line, as it is written by the script
export const atFirst: Readonly<Partial<Record<Cause, number>>> = ${line(ids.length)};
`;
}

/** @param {string} name */
function quoted(name) {
	return /^[a-z]\w*$/i.test(name) ? name : `'${name}'`;
}

import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {addressInForce} from './base-address.ts';
import {sentFacts} from './credential-source.ts';
import type {Finding, ProblemId, Severity} from './finding.ts';
import {inForce} from './in-force.ts';
import type {LiveAnswer, Problem, Situation} from './problem.ts';
import {setVariable} from './set-variable.ts';

/** What a finding from a live prompt is about, and the one command that helps. */
type Told = {
	readonly about: 'address' | 'credential' | 'model' | 'proxy' | 'certificates' | 'cloud' | 'program';
	readonly severity?: Severity;
	readonly command: string | null;
	readonly symptomOf?: readonly ProblemId[];
};

/**
 * Gives a problem the word of a live prompt as well: where looking shows nothing, and the prompt failed for just this cause, it is the
 * case all the same. Its words are those of `wizard explain`.
 */
export function withLive(problem: Problem, told: Told = {about: 'address', command: 'wizard --repair'}): Problem {
	return {
		...problem,
		symptomOf: [...(problem.symptomOf ?? []), ...(told.symptomOf ?? [])],
		diagnose(situation) {
			const seen = problem.diagnose(situation);
			const {live} = situation;
			return seen.length > 0 || live === null || live.trial.ok || live.trial.cause !== problem.id
				? seen
				: [sayLive(problem.id, live, told, situation)];
		},
	};
}

/** A problem that nothing but a live prompt can show. */
export function onlyLive(id: ProblemId, told: Told): Problem {
	return withLive({id, diagnose: () => []}, told);
}

export function sayLive(
	id: ProblemId,
	{known, answersAt}: LiveAnswer,
	{about, severity = 'error', command}: Told,
	situation: Situation,
): Finding {
	const [first = 'See what it says', ...more] = known.fix;
	const mended = answersAt === null ? [] : atAnother(id, answersAt, situation);
	return {
		id,
		severity,
		title: known.title,
		why: known.why,
		evidence: evidence(about, situation),
		fix: {
			summary: answersAt === null ? sentences(first, ...more.slice(0, 1)) : `Set the base URL to ${answersAt}, which answers.`,
			edits: mended,
			command: mended.length > 0 ? 'wizard --repair' : command,
		},
	};
}

function sentences(...steps: readonly string[]): string {
	return steps.map(step => (/[.!?…]$/.test(step) ? step : `${step}.`)).join(' ');
}

/** Another form of the same address takes the credential: that was tried, so it is no guess. */
function atAnother(id: ProblemId, address: string, {facts, headless, interactive}: Situation): readonly Edit[] {
	const base = addressInForce(headless, interactive);
	return base === null ? [] : setVariable(id, base.fact, address, facts);
}

const models = ['ANTHROPIC_MODEL', 'ANTHROPIC_DEFAULT_OPUS_MODEL', 'ANTHROPIC_DEFAULT_SONNET_MODEL', 'ANTHROPIC_DEFAULT_HAIKU_MODEL'];
const proxies = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'no_proxy'];
const cloud = [
	'CLAUDE_CODE_USE_BEDROCK',
	'CLAUDE_CODE_USE_VERTEX',
	'CLAUDE_CODE_USE_FOUNDRY',
	'AWS_PROFILE',
	'AWS_REGION',
	'CLOUD_ML_REGION',
];

function evidence(about: Told['about'], {headless, interactive, route}: Situation): readonly Fact[] {
	const set = (names: readonly string[]) =>
		names.map(name => inForce(headless, name)).filter(fact => fact?.state === 'text') as readonly Fact[];
	const address = set(['ANTHROPIC_BASE_URL']);
	switch (about) {
		case 'address':
			return [...address, ...(route.by === 'proxy' ? set([route.variable]) : [])];
		case 'credential':
			return [...sentFacts(headless, interactive), ...address];
		case 'model':
			return [...set(models), ...address];
		case 'proxy':
			return [...set(proxies), ...address];
		case 'certificates':
			return [...set(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', ...proxies]), ...address];
		case 'cloud':
			return set(cloud);
		case 'program':
			return [];
	}
}

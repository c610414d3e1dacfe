import type {Fact} from '../places/fact.ts';
import {compareVersions} from '../request/versions.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding, Severity} from './finding.ts';
import {inForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';

/** Something is set up that this version of claude does not know, or does wrong: what is set then does nothing, or does harm. */
export const cliTooOld: Problem = {
	id: 'cli-too-old',
	diagnose(situation) {
		const {version = null} = situation.claude.chosen ?? {};
		if (version === null) return [];
		const met = floors.flatMap(floor => {
			const from = floor.from ?? '0.0.0';
			if (compareVersions(version, floor.to) >= 0 || compareVersions(version, from) < 0) return [];
			const facts = floor.when(situation);
			return facts.length === 0 ? [] : [{...floor, facts}];
		});
		const worst = met.find(({severity}) => severity === 'error') ?? met[0];
		return worst === undefined ? [] : [say(version, worst)];
	},
};

type Floor = {
	/** The first version without the fault. */
	readonly to: string;
	/** The first version with it, where older ones were sound. */
	readonly from?: string;
	readonly severity: Severity;
	readonly why: string;
	/** The facts that make it matter here; none where it does not. */
	readonly when: (situation: Situation) => readonly Fact[];
};

/** From release notes and advisories, and from what the four recorded versions did; each `to` is the first version known to be sound. */
const floors: readonly Floor[] = [
	{
		// CVE-2026-21852: a project's ANTHROPIC_BASE_URL is used before the folder is trusted.
		to: '2.0.65',
		severity: 'error',
		why: 'Before 2.0.65 it sends your credential to whatever address the settings of a folder name, before it asks whether you trust the folder (CVE-2026-21852).',
		when: ({facts}) =>
			facts.filter(fact => fact.place === 'project-settings' && fact.variable === 'ANTHROPIC_BASE_URL' && fact.state === 'text'),
	},
	{
		from: '2.1.265',
		to: '2.1.268',
		severity: 'error',
		why: 'From 2.1.265 to 2.1.267 every request to an endpoint other than Anthropic ends in a 400 about a tool. 2.1.268 mends that.',
		when: ({headless}) => (endpointOf(headless.request)?.kind === 'anthropic' ? [] : set(headless, 'ANTHROPIC_BASE_URL')),
	},
	{
		to: '2.1.329',
		severity: 'warning',
		why: 'The switch for Claude Platform on Google Cloud is not known to versions before 2.1.329 as far as was seen, so requests go elsewhere.',
		when: ({headless}) =>
			set(headless, 'CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD').filter(fact => /^(?:1|true|yes|on)$/i.test(fact.shown.trim())),
	},
	{
		to: '2.1.236',
		severity: 'warning',
		why: 'ANTHROPIC_DEFAULT_MODEL is read since 2.1.236, so the model you named is not asked for.',
		when: ({headless}) => set(headless, 'ANTHROPIC_DEFAULT_MODEL'),
	},
	{
		to: '2.1.197',
		severity: 'warning',
		why: 'Versions as old as 2.1.100 know no Anthropic profiles, so what you named is not used.',
		when: ({headless}) => [...set(headless, 'ANTHROPIC_PROFILE'), ...set(headless, 'ANTHROPIC_FEDERATION_RULE_ID')],
	},
	{
		to: '2.1.126',
		severity: 'warning',
		why: 'The list of a gateway’s models is asked for since 2.1.126, so the switch for it does nothing.',
		when: ({headless}) => set(headless, 'CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY'),
	},
];

function set(headless: Situation['headless'], variable: string): readonly Fact[] {
	const fact = inForce(headless, variable);
	return fact?.state === 'text' ? [fact] : [];
}

function say(version: string, {severity, why, facts}: Floor & {readonly facts: readonly Fact[]}): Finding {
	return {
		id: 'cli-too-old',
		severity,
		title: `claude ${version} is too old for what is set up here`,
		why,
		evidence: facts,
		fix: {summary: 'Update Claude Code.', edits: [], command: 'claude update'},
	};
}

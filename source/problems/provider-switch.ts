import {modelNames} from '../credentials/competing.ts';
import type {CloudLogin} from '../places/cloud-logins.ts';
import type {Fact} from '../places/fact.ts';
import {foreignForm} from '../providers/model-family.ts';
import type {Provider} from '../request/request.ts';
import {clearVariables} from './clear-variables.ts';
import {credentialSource} from './credential-source.ts';
import type {Finding} from './finding.ts';
import {inForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * A switch for a cloud provider is on beside a credential for Anthropic or a gateway. The clouds ask for a region, a project or a
 * resource, so without any of them the switch is left over; with one it is meant, and the other credential merely rests. Where the
 * computer is signed in to the cloud and nothing else speaks for it, only the user knows.
 */
export const providerSwitch: Problem = {
	id: 'provider-switch',
	diagnose(situation) {
		const {headless, facts, cloudLogins} = situation;
		const cloud = clouds.find(({variable}) => isOn(inForce(headless, variable)));
		if (cloud === undefined) return [];
		const on = inForce(headless, cloud.variable);
		const resting = credentials(situation);
		if (on === null || resting.length === 0) return [];
		// A gateway that signs for the cloud is given Anthropic's credential on purpose.
		if (isOn(inForce(headless, cloud.skip))) return [];
		const meant = cloud.needs.map(name => inForce(headless, name)).filter(fact => fact?.state === 'text') as readonly Fact[];
		if (meant.length > 0) return [unused(cloud, on, resting, meant)];
		const signedIn = cloudLogins.some(login => login === cloud.login);
		return [signedIn ? unclear(cloud, on, resting) : leftOver(cloud, on, resting, facts)];
	},
};

type Cloud = {
	readonly provider: Exclude<Provider, 'anthropic'>;
	readonly variable: string;
	readonly skip: string;
	readonly name: string;
	readonly login: CloudLogin | null;
	/** Its own manual asks for at least one of these. */
	readonly needs: readonly string[];
};

const aws = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_BEARER_TOKEN_BEDROCK'];
const foundry = ['ANTHROPIC_FOUNDRY_RESOURCE', 'ANTHROPIC_FOUNDRY_BASE_URL', 'ANTHROPIC_FOUNDRY_API_KEY', 'ANTHROPIC_FOUNDRY_AUTH_TOKEN'];
const google = ['GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT', 'GOOGLE_APPLICATION_CREDENTIALS'];
const cloud = (provider: Cloud['provider'], word: string, name: string, needs: readonly string[]): Cloud => ({
	provider,
	variable: `CLAUDE_CODE_USE_${word}`,
	skip: `CLAUDE_CODE_SKIP_${word}_AUTH`,
	name,
	login: needs === foundry ? null : needs.includes('GOOGLE_CLOUD_PROJECT') ? 'google' : 'aws',
	needs,
});

/** In the order in which claude looks at them. */
const clouds: readonly Cloud[] = [
	cloud('bedrock', 'BEDROCK', 'Amazon Bedrock', [...aws, 'ANTHROPIC_BEDROCK_BASE_URL']),
	cloud('foundry', 'FOUNDRY', 'Microsoft Foundry', foundry),
	cloud('vertex', 'VERTEX', 'Google Vertex', [...google, 'CLOUD_ML_REGION', 'ANTHROPIC_VERTEX_PROJECT_ID', 'ANTHROPIC_VERTEX_BASE_URL']),
	cloud('mantle', 'MANTLE', 'Bedrock Mantle', [...aws, 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL']),
	cloud('anthropic-aws', 'ANTHROPIC_AWS', 'Claude Platform on AWS', [...aws, 'ANTHROPIC_AWS_API_KEY', 'ANTHROPIC_AWS_BASE_URL']),
	cloud('google-cloud', 'ANTHROPIC_GOOGLE_CLOUD', 'Claude Platform on Google Cloud', [
		...google,
		'ANTHROPIC_GOOGLE_CLOUD_PROJECT',
		'ANTHROPIC_GOOGLE_CLOUD_LOCATION',
		'ANTHROPIC_GOOGLE_CLOUD_BASE_URL',
	]),
];

function isOn(fact: Fact | null): boolean {
	return fact !== null && /^(?:1|true|yes|on)$/i.test(fact.shown.trim());
}

/** What somebody set up on purpose. A saved login rests without harm. */
function credentials({headless}: Situation): readonly Fact[] {
	const variables = ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_BASE_URL'];
	const set = variables.map(name => inForce(headless, name)).filter(fact => fact?.state === 'text') as readonly Fact[];
	const helper = headless.judged.find(
		({fact, state}) => fact.kind === 'setting' && credentialSource(fact) === 'helper' && state === 'text',
	);
	const all = helper === undefined ? set : [...set, helper.fact];
	return all.some(fact => fact.variable !== 'ANTHROPIC_BASE_URL') ? all : [];
}

function leftOver({name, variable}: Cloud, on: Fact, resting: readonly Fact[], facts: readonly Fact[]): Finding {
	const models = modelsOfClouds(facts);
	return {
		id: 'provider-switch',
		severity: 'error',
		title: `${variable} is on, so ${name} is asked`,
		why: `${resting[0]?.variable} does not count then, and nothing that ${name} needs is set: no region, no project, no key. The failure speaks of cloud credentials, which nobody here uses.`,
		evidence: [on, ...resting],
		fix: {
			summary: `Remove ${[variable, ...models].join(', ')}; to use ${name}, remove the other credential.`,
			edits: clearVariables('provider-switch', facts, [variable, ...models]),
			command: 'wizard --repair',
		},
	};
}

/** A model by the name that only a cloud has for it goes with the switch, where nothing else says another. */
function modelsOfClouds(facts: readonly Fact[]): readonly string[] {
	const named = (name: string) => facts.filter(({kind, variable, state}) => kind === 'variable' && variable === name && state === 'text');
	return modelNames.filter(name => named(name).length > 0 && named(name).every(({shown}) => isCloudsName(shown.trim())));
}

function isCloudsName(model: string): boolean {
	const form = foreignForm(model);
	return form === 'bedrock' || form === 'vertex';
}

/** As the option calls it. */
function kindOf(resting: readonly Fact[]): string {
	if (resting.some(({variable}) => variable === 'ANTHROPIC_BASE_URL' || variable === 'ANTHROPIC_AUTH_TOKEN')) return 'router-key';
	return resting.some(({variable}) => variable === 'ANTHROPIC_API_KEY') ? 'console-key' : 'subscription';
}

function unclear({name, variable}: Cloud, on: Fact, resting: readonly Fact[]): Finding {
	return {
		id: 'provider-switch',
		severity: 'warning',
		title: `${variable} is on, so ${name} is asked and ${resting[0]?.variable} is not used`,
		why: `This computer is signed in to that cloud, but no region or project is set for Claude Code. Whether ${name} is meant, or the other credential, only you know.`,
		evidence: [on, ...resting],
		fix: {
			summary: `Remove ${variable}, or the other credential.`,
			edits: [],
			command: `wizard --repair --credential ${kindOf(resting)}`,
		},
	};
}

function unused({name, variable}: Cloud, on: Fact, resting: readonly Fact[], meant: readonly Fact[]): Finding {
	return {
		id: 'provider-switch',
		severity: 'info',
		title: `${name} is in use, and ${resting[0]?.variable} is not`,
		why: `${variable} is on and ${name} is set up, so its credentials count. The others rest until the switch is off.`,
		evidence: [on, ...meant, ...resting],
		fix: {summary: `Nothing, if ${name} is meant. To use the other credential, remove ${variable}.`, edits: [], command: null},
	};
}

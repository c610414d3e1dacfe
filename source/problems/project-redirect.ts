import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {credentialSource, sentFacts, textOf} from './credential-source.ts';
import {endpointAt} from './endpoint.ts';
import type {Finding} from './finding.ts';
import {inForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';
import {settingsPath} from './settings-paths.ts';

/**
 * A settings file that came with the folder decides where the user's own credential goes, or runs a program to get another. `claude -p`
 * does as it says without a question (measured on all four recorded versions), and any clone of a repository can have one.
 */
export const projectRedirect: Problem = {
	id: 'project-redirect',
	diagnose(situation) {
		const helper = projectHelper(situation);
		const address = redirect(situation);
		return [
			...(address === null ? [] : [sayAddress(address, situation)]),
			...(helper === null || address !== null ? [] : [sayHelper(helper, situation)]),
		];
	},
};

/** All that decides where a request goes, or who may read it on the way. */
const steering = [
	'ANTHROPIC_BASE_URL',
	'ANTHROPIC_BEDROCK_BASE_URL',
	'ANTHROPIC_VERTEX_BASE_URL',
	'ANTHROPIC_FOUNDRY_BASE_URL',
	'https_proxy',
	'HTTPS_PROXY',
	'http_proxy',
	'HTTP_PROXY',
	'NODE_TLS_REJECT_UNAUTHORIZED',
];

/** The project's value is in force, differs from what the user has without it, and a credential of the user's own goes out. */
function redirect({headless, facts}: Situation): Fact | null {
	const own = sentFacts(headless).filter(fact => !isProjects(fact));
	if (own.length === 0) return null;
	const found = steering.map(name => inForce(headless, name)).find(fact => fact?.place === 'project-settings' && fact.state === 'text');
	if (found === null || found === undefined) return null;
	const usual = facts.filter(fact => fact.variable === found.variable && (fact.place === 'shell' || fact.place === 'user-settings'));
	return usual.some(fact => textOf(fact)?.trim() === textOf(found)?.trim()) ? null : found;
}

function projectHelper({headless}: Situation): Fact | null {
	return sentFacts(headless).find(fact => credentialSource(fact) === 'helper' && isProjects(fact) && isShared(fact)) ?? null;
}

function isProjects(fact: Fact): boolean {
	const place = fact.kind === 'setting' ? fact.in : fact.place;
	return place === 'project-settings' || place === 'local-settings';
}

/** Local settings are the user's own file. */
function isShared(fact: Fact): boolean {
	return fact.kind === 'setting' && fact.in === 'project-settings';
}

function sayAddress(fact: Fact, {headless, facts}: Situation): Finding {
	const sent = sentFacts(headless).filter(one => !isProjects(one));
	const base = fact.variable.endsWith('_BASE_URL');
	const {kind = 'other', host = 'another host'} = (base ? endpointAt(textOf(fact)?.trim() ?? '') : null) ?? {};
	const harmless = kind === 'anthropic' || kind === 'local';
	return {
		id: 'project-redirect',
		// To this computer or to Anthropic itself nothing is given away.
		severity: base && !harmless ? 'error' : 'warning',
		title: base ? `Settings of this folder send your credential to ${host}` : 'Settings of this folder decide how your credential travels',
		why: `${fact.variable} is set in the folder's own settings.json, which came with the project. claude -p obeys it without a question, so ${sent[0]?.variable ?? 'your credential'} goes where its author wants.`,
		evidence: [fact, ...sent],
		fix: {
			summary: "Outrank it in this folder's settings.local.json, which is yours, unless the project's setting is what you want.",
			edits: base && harmless ? [] : outrank(fact, facts),
			command: 'wizard --repair',
		},
	};
}

/** The user's own address where there is one. An empty one means Anthropic's (measured on 2.0.77 and 2.1.329). */
function outrank(fact: Fact, facts: readonly Fact[]): readonly Edit[] {
	const file = settingsPath(facts, 'local-settings');
	if (file === null) return [];
	const usual = ['user-settings', 'shell'].map(place =>
		facts.find(one => one.place === place && one.variable === fact.variable && one.state === 'text'),
	);
	const value = usual.find(one => one !== undefined)?.value ?? '';
	const path = ['env', fact.variable];
	const summary = value === '' ? `Cancel ${fact.variable} in this folder` : `Use your own ${fact.variable} in this folder`;
	return [{kind: 'set-setting', file, path, value, summary, answers: {to: 'finding', id: 'project-redirect'}}];
}

function sayHelper(fact: Fact, {facts}: Situation): Finding {
	// Without the program nothing would be left to send.
	const file = facts.some(isOwnCredential) ? settingsPath(facts, 'local-settings') : null;
	return {
		id: 'project-redirect',
		severity: 'warning',
		title: 'A program of this folder supplies the credential',
		why: 'apiKeyHelper is set in the settings.json that came with the project. claude -p runs it without a question, and what it prints goes out in place of your own credential.',
		evidence: [fact],
		fix: {
			summary: "Cancel it in this folder's settings.local.json, unless you trust the project.",
			edits:
				file === null
					? []
					: [
							{
								kind: 'set-setting',
								file,
								path: ['apiKeyHelper'],
								value: '',
								summary: "Cancel the project's apiKeyHelper",
								answers: {to: 'finding', id: 'project-redirect'},
							},
						],
			command: 'wizard --repair',
		},
	};
}

function isOwnCredential(fact: Fact): boolean {
	if (fact.state !== 'text' || isProjects(fact)) return false;
	const source = credentialSource(fact);
	return (
		fact.kind === 'login' || source === 'managed-key' || ((fact.place === 'shell' || fact.place === 'user-settings') && source !== 'other')
	);
}

import {askWitness, type Witness} from '../claude/witness.ts';
import type {Machine} from '../machine/machine.ts';
import type {Fact} from '../places/fact.ts';
import {credentialSource} from '../problems/credential-source.ts';
import type {Situation} from '../problems/problem.ts';
import {expectedStatus, type Status} from './expected-status.ts';

/** `claude auth status` beside our own answer. */
export type WitnessVerdict =
	| {readonly state: 'not-asked'; readonly why: string}
	| {readonly state: 'agrees'; readonly says: string}
	/** `explained` is null where we know no reason: then one of the two is wrong. */
	| {readonly state: 'differs'; readonly says: string; readonly expected: string; readonly explained: string | null};

export async function witnessOf(machine: Machine, situation: Situation): Promise<WitnessVerdict> {
	return compareWitness(await askWitness(machine, situation.claude), situation);
}

/**
 * Compares with what goes out; and where that is not what the command says, with what it should list by its own rules. Only a
 * difference from both is a contradiction.
 */
export function compareWitness(witness: Witness, situation: Situation): WitnessVerdict {
	if (witness.state === 'not-asked') return witness;
	const says = nameOf({method: witness.authMethod, key: witness.apiKeySource});
	const sent = nameOf(sentStatus(situation));
	if (says === sent) return {state: 'agrees', says};
	const lists = expectedStatus(situation).map(nameOf).includes(says);
	return {state: 'differs', says, expected: sent, explained: lists ? explain(situation, witness.apiKeySource) : null};
}

/** What goes out, in the words of the command. */
function sentStatus({headless: {request}}: Situation): Status {
	if (!request.sends) return {method: 'none', key: null};
	if (request.provider !== 'anthropic') return {method: 'third_party', key: null};
	const [bearer, key] = [request.authorization?.fact, request.xApiKey?.fact];
	const first = bearer ?? key;
	return first === undefined ? {method: 'none', key: null} : {method: methodOf(first), key: key === undefined ? null : keyOf(key)};
}

function methodOf(fact: Fact): string {
	switch (credentialSource(fact)) {
		case 'token':
		case 'oauth-token':
		case 'custom-header':
		case 'other':
			return 'oauth_token';
		case 'key':
		case 'managed-key':
			return 'api_key';
		case 'helper':
			return 'api_key_helper';
		case 'login':
			return 'claude.ai';
	}
}

function keyOf(fact: Fact): string | null {
	switch (credentialSource(fact)) {
		case 'key':
			return 'ANTHROPIC_API_KEY';
		case 'helper':
			return 'apiKeyHelper';
		case 'managed-key':
			return '/login managed key';
		case 'token':
		case 'oauth-token':
		case 'custom-header':
		case 'login':
		case 'other':
			return null;
	}
}

function explain({headless}: Situation, key: string | null): string {
	const {authorization, xApiKey} = headless.request;
	const sent = [authorization, xApiKey].filter(header => header !== null).map(({fact}) => fact);
	if (sent.some(isOfProject)) return 'auth status does not read the settings of a project, claude -p does';
	if (sent.some(fact => credentialSource(fact) === 'custom-header')) return 'auth status does not count ANTHROPIC_CUSTOM_HEADERS';
	if (key === '/login managed key') return 'auth status also lists the key saved by /login, which does not go out here';
	return 'auth status lists what is there, not what goes out';
}

function isOfProject(fact: Fact): boolean {
	const place = fact.kind === 'setting' ? fact.in : fact.place;
	return place === 'project-settings' || place === 'local-settings';
}

function nameOf({method, key}: Status): string {
	return key === null ? method : `${method} / ${key}`;
}

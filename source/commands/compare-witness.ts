import type {Witness} from '../claude/witness.ts';
import type {Fact} from '../places/fact.ts';
import {credentialSource} from '../problems/credential-source.ts';
import type {Situation} from '../problems/problem.ts';

/** `claude auth status` beside our own answer. */
export type WitnessVerdict =
	| {readonly state: 'not-asked'; readonly why: string}
	| {readonly state: 'agrees'; readonly says: string}
	/** `explained` is null where we know no reason: then one of the two is wrong. */
	| {readonly state: 'differs'; readonly says: string; readonly expected: string; readonly explained: string | null};

/** The command lists what is there by fixed rules (facts on 2.1.329), so from our own answer follows what it should say. */
export function compareWitness(witness: Witness, situation: Situation): WitnessVerdict {
	if (witness.state === 'not-asked') return witness;
	const says = name(witness.authMethod, witness.apiKeySource);
	const expected = expect(situation);
	if (says === expected) return {state: 'agrees', says};
	return {state: 'differs', says, expected, explained: explain(witness.authMethod, witness.apiKeySource, situation)};
}

function expect({headless}: Situation): string {
	const {request} = headless;
	if (!request.sends) return 'none';
	if (request.provider !== 'anthropic') return 'third_party';
	const [bearer, key] = [request.authorization?.fact, request.xApiKey?.fact];
	const keySource = key !== undefined && credentialSource(key) === 'key' ? 'ANTHROPIC_API_KEY' : null;
	if (bearer !== undefined) {
		const method = methodOf(bearer);
		return name(method, method === 'api_key_helper' ? 'apiKeyHelper' : keySource);
	}
	return key === undefined
		? 'none'
		: name(methodOf(key), keySource ?? (credentialSource(key) === 'managed-key' ? '/login managed key' : null));
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

function explain(method: string, keySource: string | null, {headless, facts}: Situation): string | null {
	const wins = headless.judged.filter(judged => judged.wins).map(({fact}) => fact);
	if (
		wins.some(
			fact =>
				fact.place === 'project-settings' ||
				fact.place === 'local-settings' ||
				(fact.kind === 'setting' && /^(?:project|local)-/.test(fact.in)),
		)
	)
		return 'auth status does not read the settings of a project, claude -p does';
	if (method === 'api_key_helper') return 'auth status counts a helper as a login even where it fails or another header goes out as well';
	if (method === 'claude.ai' && facts.some(fact => fact.kind === 'login'))
		return 'auth status counts a saved login even when it has expired or lacks the scope for prompts';
	if (method === 'api_key' && keySource === 'ANTHROPIC_API_KEY') return 'auth status counts the key whether or not it goes out';
	if (method === 'oauth_token') return 'auth status calls every Authorization value oauth_token';
	return null;
}

function name(method: string, keySource: string | null): string {
	return keySource === null ? method : `${method} / ${keySource}`;
}

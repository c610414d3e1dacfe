import type {PlaceId} from '../places/fact.ts';
import {type CredentialSource, credentialSource, textOf} from '../problems/credential-source.ts';
import type {Situation} from '../problems/problem.ts';

export type Status = {readonly method: string; readonly key: string | null};

/**
 * What `claude auth status` lists, as measured with every pair of credentials on 2.1.197 and 2.1.329: one method and one key, each
 * the first of a fixed order, whatever goes out. The newer order comes first, the older one names a login before a key.
 */
export function expectedStatus(situation: Situation): readonly Status[] {
	if (situation.headless.request.sends && situation.headless.request.provider !== 'anthropic') return [{method: 'third_party', key: null}];
	const present = sourcesPresent(situation);
	const key = keys.find(([source]) => present.has(source))?.[1] ?? null;
	return [newer, older].map(order => ({method: order.find(([source]) => present.has(source))?.[1] ?? 'none', key}));
}

type Order = readonly (readonly [source: CredentialSource, named: string])[];

const keys: Order = [
	['key', 'ANTHROPIC_API_KEY'],
	['helper', 'apiKeyHelper'],
	['managed-key', '/login managed key'],
];
const newer: Order = [
	['token', 'oauth_token'],
	['helper', 'api_key_helper'],
	['key', 'api_key'],
	['oauth-token', 'oauth_token'],
	['login', 'claude.ai'],
	['managed-key', 'api_key'],
];
const older: Order = [
	['token', 'oauth_token'],
	['oauth-token', 'oauth_token'],
	['helper', 'api_key_helper'],
	['login', 'claude.ai'],
	['key', 'api_key'],
	['managed-key', 'claude.ai'],
];

/** Weakest first. The settings of a project are not looked at. */
const places: readonly PlaceId[] = ['shell', 'global-config', 'user-settings', 'managed-settings', 'managed-drop-in'];

function sourcesPresent({headless}: Situation): ReadonlySet<CredentialSource> {
	const present = new Map<CredentialSource, boolean>();
	for (const place of places)
		for (const {fact, state} of headless.judged) {
			if ((fact.kind === 'setting' ? fact.in : fact.place) !== place || (fact.kind !== 'setting' && fact.kind !== 'variable')) continue;
			if (state === 'text' || state === 'empty') present.set(credentialSource(fact), textOf(fact)?.trim() !== '' && state === 'text');
		}
	if (headless.judged.some(({fact}) => fact.kind === 'login' && fact.state === 'text')) present.set('login', true);
	return new Set([...present].filter(([, is]) => is).map(([source]) => source));
}

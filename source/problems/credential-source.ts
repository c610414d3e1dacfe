import type {Fact} from '../places/fact.ts';
import type {Header, Resolution} from '../request/request.ts';

/** Who supplies a credential, in the terms in which people configure one. */
export type CredentialSource = 'token' | 'key' | 'oauth-token' | 'helper' | 'login' | 'managed-key' | 'custom-header' | 'other';

export function credentialSource(fact: Fact): CredentialSource {
	if (fact.kind === 'login') return 'login';
	if (fact.kind === 'helper-output') return 'helper';
	switch (fact.variable) {
		case 'ANTHROPIC_AUTH_TOKEN':
			return 'token';
		case 'ANTHROPIC_API_KEY':
			return 'key';
		case 'CLAUDE_CODE_OAUTH_TOKEN':
			return 'oauth-token';
		case 'apiKeyHelper':
			return 'helper';
		case 'primaryApiKey':
			return 'managed-key';
		case 'ANTHROPIC_CUSTOM_HEADERS':
			return 'custom-header';
	}
	return 'other';
}

/** The credential headers that go out, Authorization first. */
export function sentHeaders({request}: Resolution): readonly Header[] {
	return [request.authorization, request.xApiKey].filter(header => header !== null);
}

/** Facts that go out as a credential in one of the resolutions, each once. */
export function sentFacts(...resolutions: readonly Resolution[]): readonly Fact[] {
	return [...new Set(resolutions.flatMap(sentHeaders).map(header => header.fact))];
}

/** The value, for the checks that look at its text. Nothing of it may go into a finding. */
export function textOf(fact: Fact): string | null {
	return fact.value?.reveal() ?? null;
}

/** In the environment or a settings file, rather than in a file that some shell would read. */
export function isActive(fact: Fact): boolean {
	return fact.kind === 'variable' && (fact.origin.from === 'process' || fact.origin.from === 'settings');
}

/** A saved login that can prompt. Its scopes are not always stated; without the one for prompts it only shows who is logged in. */
export function isUsableLogin(fact: Fact): boolean {
	return fact.kind === 'login' && fact.state === 'text' && (fact.scopes.length === 0 || fact.scopes.includes('user:inference'));
}

import {credentialSource, sentFacts} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Problem} from './problem.ts';

/**
 * A login for Anthropic goes to another host, because a base URL is set and no credential for it. Gateways take it for a key of
 * theirs and refuse it. A third header for the gateway shows that the login is meant to pass through (LiteLLM, Cloudflare).
 */
export const gatewayOauthCollision: Problem = {
	id: 'gateway-oauth-collision',
	diagnose({headless}) {
		const endpoint = endpointOf(headless.request);
		if (endpoint === null || endpoint.kind === 'anthropic' || !headless.request.sends || headless.request.headers.length > 0) return [];
		const login = sentFacts(headless).find(fact => credentialSource(fact) === 'login' || credentialSource(fact) === 'oauth-token');
		if (login === undefined) return [];
		const address = headless.judged.filter(({fact, wins}) => wins && fact.variable === 'ANTHROPIC_BASE_URL').map(({fact}) => fact);
		return [
			{
				id: 'gateway-oauth-collision',
				// A translator on this computer looks at no credential, and then this does no harm.
				severity: endpoint.kind === 'local' ? 'info' : 'warning',
				title: `The login for Anthropic is sent to ${endpoint.host}`,
				why: 'A base URL is set, but no credential for it, so the token of the login goes there. A gateway that expects a key of its own answers 401, and whoever runs it can read the token.',
				evidence: [...address, login],
				fix: {
					summary: 'Set ANTHROPIC_AUTH_TOKEN to the key of this gateway (any word, where it checks none), or remove the base URL.',
					edits: [],
					command: 'wizard --repair',
				},
			},
		];
	},
};

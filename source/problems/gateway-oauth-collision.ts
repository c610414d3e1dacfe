import {credentialSource, sentFacts} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Problem} from './problem.ts';
import {unseenCredentials} from './unseen.ts';

/**
 * A login for Anthropic goes to another host, because a base URL is set and no credential for it. Gateways take it for a key of
 * theirs and refuse it. A third header for the gateway shows that the login is meant to pass through (LiteLLM, Cloudflare).
 */
export const gatewayOauthCollision: Problem = {
	id: 'gateway-oauth-collision',
	symptomOf: ['settings-invalid', 'masked-by-wizard', 'empty-key', 'login-env-conflict', 'project-redirect', 'stale-base-url'],
	diagnose(situation) {
		const {headless} = situation;
		const endpoint = endpointOf(headless.request);
		if (endpoint === null || endpoint.kind === 'anthropic' || !headless.request.sends || headless.request.headers.length > 0) return [];
		const login = sentFacts(headless).find(fact => credentialSource(fact) === 'login' || credentialSource(fact) === 'oauth-token');
		if (login === undefined) return [];
		// What was meant for the gateway and does not reach claude.
		const [meant] = unseenCredentials(situation).filter(({kind}) => kind !== 'other-programs');
		const address = headless.judged.filter(({fact, wins}) => wins && fact.variable === 'ANTHROPIC_BASE_URL').map(({fact}) => fact);
		return [
			{
				id: 'gateway-oauth-collision',
				// A translator on this computer looks at no credential, and then this does no harm.
				severity: endpoint.kind === 'local' ? 'info' : 'warning',
				title: `The login for Anthropic is sent to ${endpoint.host}`,
				why: `A base URL is set, ${meant === undefined ? 'but no credential for it' : `and ${meant.fact.variable}, which was meant for it, does not count`}, so the token of the login goes there. A gateway that expects a key of its own answers 401 ("token not found"), and whoever runs it can read the token.`,
				evidence: [...address, login, ...(meant === undefined ? [] : [meant.fact])],
				fix: {
					summary:
						meant?.kind === 'unread'
							? 'Open a new terminal, which reads the startup file; or keep the key in settings, beside the base URL.'
							: 'Set ANTHROPIC_AUTH_TOKEN to the key of this gateway (any word, where it checks none), or remove the base URL.',
					edits: [],
					command: meant?.kind === 'unread' ? 'wizard --store settings' : 'wizard --repair',
				},
			},
		];
	},
};

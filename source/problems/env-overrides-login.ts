import type {Fact} from '../places/fact.ts';
import {credentialSource, sentFacts} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Problem} from './problem.ts';

/**
 * A credential in a variable or a helper takes the place of a subscription login, without a word: the failure then speaks of credits
 * or a disabled organization. Only at Anthropic's own address: with a gateway the login is meant to rest.
 */
export const envOverridesLogin: Problem = {
	id: 'env-overrides-login',
	diagnose({headless, interactive, facts}) {
		if (endpointOf(headless.request)?.kind !== 'anthropic') return [];
		const login = facts.find(fact => fact.kind === 'login' && fact.state === 'text' && canPrompt(fact));
		const sent = sentFacts(headless);
		if (login === undefined || sent.length === 0 || sentFacts(headless, interactive).includes(login)) return [];
		const rivals = sent.filter(fact => ['key', 'token', 'helper'].includes(credentialSource(fact)));
		const [rival] = rivals;
		if (rival === undefined || rivals.length !== sent.length) return [];
		return [
			{
				id: 'env-overrides-login',
				severity: 'warning',
				title: `${rival.variable} takes the place of the saved login`,
				why: 'What it names pays for every prompt, not the subscription. When it is stale, claude reports low credit, a disabled organization or a bad key, although the login is fine.',
				evidence: [...rivals, login],
				fix: {
					summary: `Remove ${rival.variable} wherever it is set to use the login; keep it to be billed by the key.`,
					edits: [],
					command: 'wizard --repair',
				},
			},
		];
	},
};

/** A login without the inference scope could not send a prompt anyway. */
function canPrompt(fact: Fact): boolean {
	return fact.kind === 'login' && (fact.scopes.length === 0 || fact.scopes.includes('user:inference'));
}

import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {credentialSource, isUsableLogin, sentFacts} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Problem, Situation} from './problem.ts';
import {takeOut} from './take-out.ts';

/**
 * A credential in a variable or a helper takes the place of a subscription login, without a word: the failure then speaks of credits
 * or a disabled organization. Only at Anthropic's own address: with a gateway the login is meant to rest.
 */
export const envOverridesLogin: Problem = {
	id: 'env-overrides-login',
	symptomOf: [
		'empty-key',
		'placeholder-key',
		'malformed-key',
		'wrong-product-key',
		'wrong-header',
		'helper-failed',
		'both-set',
		'oauth-invalid',
		'custom-header-credential',
	],
	diagnose(situation) {
		const {headless, interactive, facts} = situation;
		if (endpointOf(headless.request)?.kind !== 'anthropic') return [];
		const login = facts.find(isUsableLogin);
		const sent = sentFacts(headless);
		if (login === undefined || sent.length === 0 || sentFacts(headless, interactive).includes(login)) return [];
		const rivals = sent.filter(fact => ['key', 'token', 'helper'].includes(credentialSource(fact)));
		const [rival] = rivals;
		if (rival === undefined || rivals.length !== sent.length) return [];
		const refused = isRefused(situation);
		return [
			{
				id: 'env-overrides-login',
				severity: refused ? 'error' : 'warning',
				title: `${rival.variable} takes the place of the saved login`,
				why: refused
					? 'Anthropic has just refused what it holds, and the login is never asked while it is set. Signing in again changes nothing.'
					: 'What it names pays for every prompt, not the subscription. When it is stale, claude reports low credit, a disabled organization or a bad key, although the login is fine.',
				evidence: [...rivals, login],
				fix: {
					summary: refused
						? `Remove ${rival.variable} wherever it is set, so that the login is used.`
						: `Remove ${rival.variable} wherever it is set to use the login; keep it to be billed by the key.`,
					edits: refused ? withoutRivals(rivals, situation) : [],
					command: refused ? 'wizard --repair' : 'wizard --repair --credential subscription',
				},
			},
		];
	},
};

/** A live prompt was answered so: about the credential itself or the account behind it. */
function isRefused({live}: Situation): boolean {
	const causes: readonly string[] = [
		'key-invalid',
		'oauth-invalid',
		'oauth-revoked',
		'org-disabled',
		'credits-exhausted',
		'env-overrides-login',
	];
	return live !== null && !live.trial.ok && causes.includes(live.trial.cause ?? '');
}

function withoutRivals(rivals: readonly Fact[], situation: Situation): readonly Edit[] {
	const edits = rivals.map(({variable}) => takeOut('env-overrides-login', variable, situation));
	return edits.some(({length}) => length === 0) ? [] : edits.flat();
}

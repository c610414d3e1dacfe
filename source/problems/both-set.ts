import type {Fact} from '../places/fact.ts';
import type {Resolution} from '../request/request.ts';
import {approveKey} from './approve-key.ts';
import {credentialSource, isActive, sentFacts, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import {needlessOf} from './needless.ts';
import type {Problem, Situation} from './problem.ts';
import {takeOut} from './take-out.ts';

/**
 * Two credentials that someone configured compete. A helper's one value goes out in both headers, and AgentRouter wants one key in
 * both variables: the same value twice is no conflict. Custom headers are written by people who mean them.
 */
export const bothSet: Problem = {
	id: 'both-set',
	symptomOf: ['placeholder-key', 'empty-key', 'wrong-product-key', 'helper-failed', 'custom-header-credential'],
	diagnose(situation) {
		const {headless, interactive, facts} = situation;
		const both = rivals(headless) ?? rivals(interactive);
		if (both !== null) {
			const when = rivals(interactive) === null ? ' by `claude -p`' : rivals(headless) === null ? ' by an interactive session' : '';
			return [twoHeaders(both, when, situation)];
		}
		const unused = unusedToken(headless, facts);
		return unused === null ? [] : [oneUnused(unused, sentFacts(headless))];
	},
};

type Rivals = readonly [authorization: Fact, xApiKey: Fact];

function rivals({request}: Resolution): Rivals | null {
	const {authorization, xApiKey} = request;
	if (!authorization || !xApiKey || authorization.empty || xApiKey.empty || authorization.fact === xApiKey.fact) return null;
	const [bearer, key] = [authorization.fact, xApiKey.fact];
	if (bearer.value !== null && key.value !== null && bearer.value.equals(key.value)) return null;
	const configured: readonly string[] = ['token', 'key', 'helper', 'oauth-token'];
	const sources = [credentialSource(bearer), credentialSource(key)];
	if (sources.every(source => source === 'helper')) return null;
	return sources.every(source => configured.includes(source)) ? [bearer, key] : null;
}

function twoHeaders(both: Rivals, when: string, situation: Situation): Finding {
	const [bearer, key] = both;
	const needless = needlessOf(both, situation);
	const kept = needless === bearer ? key : bearer;
	const edits = needless === null ? [] : takeOut('both-set', needless.variable, situation);
	// The key that stays is then the only one, and an interactive session must be allowed to use it.
	const approve = edits.length > 0 && credentialSource(kept) === 'key' ? approveKey('both-set', textOf(kept) ?? '', situation) : [];
	return {
		id: 'both-set',
		severity: 'error',
		title: 'Two credentials go out with every request',
		why: `${bearer.variable} is sent as Authorization and ${key.variable} as x-api-key${when}. Which one counts depends on the endpoint: LiteLLM takes the first, new-api relays the second, and the other is refused or ignored without a word.`,
		evidence: both,
		fix: {
			summary:
				needless === null
					? 'Keep the one that belongs to this endpoint and remove the other wherever it is set.'
					: `Remove ${needless.variable} wherever it is set: what it holds is of no use at this endpoint.`,
			edits: [...edits, ...approve],
			command: 'wizard --repair',
		},
	};
}

/** A setup token that a key, token or helper displaces. At a gateway that is what its user wants. */
function unusedToken({request, judged}: Resolution, facts: readonly Fact[]): Fact | null {
	if (endpointOf(request)?.kind !== 'anthropic') return null;
	const token = judged.find(
		({fact, state}) => fact.kind === 'variable' && credentialSource(fact) === 'oauth-token' && isActive(fact) && state === 'text',
	);
	if (token === undefined || token.wins || !facts.includes(token.fact)) return null;
	const winner = [request.authorization, request.xApiKey].find(header => header !== null);
	const outranks: readonly string[] = ['token', 'key', 'helper'];
	return winner !== undefined && !winner.empty && outranks.includes(credentialSource(winner.fact)) ? token.fact : null;
}

function oneUnused(unused: Fact, sent: readonly Fact[]): Finding {
	const winner = sent[0]?.variable ?? 'another credential';
	return {
		id: 'both-set',
		severity: 'warning',
		title: 'Two credentials are set, and only one of them is used',
		why: `${winner} outranks ${unused.variable}, so the subscription behind the token is never asked.`,
		evidence: [...sent, unused],
		fix: {
			summary: `Remove ${winner} to use the subscription, or ${unused.variable} if it is left over.`,
			edits: [],
			command: 'wizard --repair',
		},
	};
}

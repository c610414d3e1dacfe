import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import type {Resolution} from '../request/request.ts';
import {credentialSource, isActive, sentFacts, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import {approvals, hasDeclined} from './key-approval.ts';
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
			const edits = withoutNeedless(both, situation);
			return [twoHeaders(both, rivals(headless) !== null, rivals(interactive) !== null, edits)];
		}
		const unused = unusedToken(headless, facts);
		return unused === null ? [] : [oneUnused(unused, sentFacts(headless))];
	},
};

/** Takes out the one of the two that cannot be meant for this endpoint, where that is certain. */
function withoutNeedless(both: Rivals, situation: Situation): readonly Edit[] {
	const needless = needlessOf(both, situation);
	const kept = both.find(fact => fact !== needless);
	if (needless === null || kept === undefined) return [];
	const out = takeOut('both-set', needless.variable, situation);
	// The key that stays is then the only one, and an interactive session must be allowed to use it.
	const approve =
		out.length > 0 && credentialSource(kept) === 'key' ? approvals('both-set', textOf(kept) ?? '', hasDeclined(situation), situation) : [];
	return [...out, ...approve];
}

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

function twoHeaders([bearer, key]: Rivals, headless: boolean, interactive: boolean, edits: readonly Edit[]): Finding {
	const when = headless && interactive ? '' : headless ? ' by `claude -p`' : ' by an interactive session';
	return {
		id: 'both-set',
		severity: 'error',
		title: 'Two credentials go out with every request',
		why: `${bearer.variable} is sent as Authorization and ${key.variable} as x-api-key${when}. Which one counts depends on the endpoint: LiteLLM takes the first, new-api relays the second, and the other is refused or ignored without a word.`,
		evidence: [bearer, key],
		fix: {
			summary: 'Keep the one that belongs to this endpoint and remove the other wherever it is set.',
			edits,
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

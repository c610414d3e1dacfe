import {recognise} from '../credentials/shapes.ts';
import type {Fact} from '../places/fact.ts';
import {knownHost} from '../providers/known-hosts.ts';
import {type BaseAddress, baseAddress} from './base-address.ts';
import {clearVariables} from './clear-variables.ts';
import {credentialSource, sentFacts, textOf} from './credential-source.ts';
import {endpointAt} from './endpoint.ts';
import type {Finding} from './finding.ts';
import type {Problem, Situation} from './problem.ts';
import {unset} from './unset.ts';

/**
 * A base URL of an earlier setup still decides where requests go. Seen where a credential of Anthropic's goes to a host of another
 * vendor, which cannot know it; and where a live prompt found nothing behind a port of this computer. A gateway that nobody knows by its
 * name may pass a Console key on, so of that no more is said than that it is so.
 */
export const staleBaseUrl: Problem = {
	id: 'stale-base-url',
	symptomOf: ['project-redirect'],
	diagnose(situation) {
		const base = baseAddress(situation.headless, situation.interactive);
		const endpoint = base === null ? null : endpointAt(base.address);
		if (base === null || endpoint === null || endpoint.kind === 'anthropic') return [];
		const silentPort = situation.live?.trial.cause === 'unreachable-host' && endpoint.kind === 'local' && situation.route.by === 'direct';
		if (silentPort) return [nobodyThere(base)];
		const all = sentFacts(base.resolution);
		const [sent] = all;
		// Of two that go out, one may be the gateway's own: both-set tells which is too many.
		if (sent === undefined || !all.every(isAnthropics) || endpoint.kind === 'local' || !situation.headless.request.sends) return [];
		// A third header for the gateway shows that the credential is meant to pass through.
		if (situation.headless.request.headers.length > 0) return [];
		const maker = knownHost(base.address)?.maker ?? null;
		const isKey = credentialSource(sent) === 'key';
		if (maker === null && !isKey) return [];
		// What belongs to the address is somewhere and does not count: then the address is not what is left over.
		if (!isKey && otherKey(situation.facts)) return [];
		return [wrongPlace(base, sent, endpoint.host, maker, situation)];
	},
};

function isAnthropics(fact: Fact): boolean {
	switch (credentialSource(fact)) {
		case 'login':
		case 'oauth-token':
		case 'managed-key':
			return true;
		case 'key':
		case 'token': {
			const shape = recognise(textOf(fact) ?? '')?.shape.id;
			return shape === 'anthropic-api' || shape === 'anthropic-oat';
		}
		default:
			return false;
	}
}

function wrongPlace({fact}: BaseAddress, sent: Fact, host: string, maker: string | null, {facts}: Situation): Finding {
	return {
		id: 'stale-base-url',
		severity: maker === null || maker === 'Microsoft Foundry' ? 'warning' : 'error',
		title: `${sent.variable} is Anthropic's, and the base URL sends it to ${host}`,
		why: `${maker === null ? 'Unless this gateway passes it on, nobody there' : `${maker} does not`} know${maker === null ? 's' : ''} it, so the answer is 401 in another vendor's words, and whoever runs the host can read it. Mostly the address is left over from an earlier setup.`,
		evidence: [fact, sent],
		fix: {
			summary: 'Remove the base URL to ask Anthropic, or set the key that belongs to this address.',
			// With a key of another service at hand it is not clear which of the two is left over.
			edits:
				maker === null || maker === 'Microsoft Foundry' || otherKey(facts)
					? []
					: clearVariables('stale-base-url', facts, ['ANTHROPIC_BASE_URL']),
			command: 'wizard --repair',
		},
	};
}

function otherKey(facts: readonly Fact[]): boolean {
	return facts.some(fact => {
		// Also one in a file that claude skips, or that no shell has read yet.
		const source = fact.value !== null && fact.value.length > 0 ? credentialSource(fact) : 'other';
		return source === 'helper' || ((source === 'token' || source === 'key') && !isAnthropics(fact));
	});
}

function nobodyThere({fact, address}: BaseAddress): Finding {
	const {host} = new URL(address);
	return {
		id: 'stale-base-url',
		severity: 'error',
		title: `Nothing listens at ${host}, where the base URL leads`,
		why: 'A router or proxy that ran there once is not running now. Until it does, or the base URL is gone, every prompt ends in a refused connection.',
		evidence: [fact],
		fix: {
			summary: 'Start the program behind that port, or remove the base URL to ask Anthropic directly.',
			edits: [],
			command: unset(fact),
		},
	};
}

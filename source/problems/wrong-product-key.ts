import {type Recognised, recognise} from '../credentials/shapes.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {vendorAt} from '../providers/vendor.ts';
import {credentialSource, sentHeaders, textOf} from './credential-source.ts';
import {type Endpoint, endpointOf} from './endpoint.ts';
import {giveItsAddress} from './give-its-address.ts';
import type {Problem, Situation} from './problem.ts';
import {takeOut} from './take-out.ts';

/**
 * A host is sent what only another service gave out, or what is no key for a model at all. Only where the shape proves it, and only
 * at hosts that take keys of their own alone: any other gateway may take keys of any shape.
 */
export const wrongProductKey: Problem = {
	id: 'wrong-product-key',
	symptomOf: ['wrong-plan-or-region', 'stale-base-url'],
	diagnose(situation) {
		const endpoint = endpointOf(situation.headless.request);
		if (endpoint === null) return [];
		const headers = [...sentHeaders(situation.headless), ...sentHeaders(situation.interactive)].filter(({empty}) => !empty);
		return [...new Set(headers.map(({fact}) => fact))].flatMap(fact => {
			const source = credentialSource(fact);
			if (source === 'login' || source === 'custom-header' || source === 'other') return [];
			const found = recognise(textOf(fact)?.trim() ?? '');
			if (found === null || !isStranger(found, endpoint)) return [];
			const {meaning, owner, use} = found.shape;
			const own = endpoint.kind === 'anthropic';
			const mending = edits(fact, found, endpoint, situation);
			return [
				{
					id: 'wrong-product-key',
					severity: 'error',
					title: `${fact.variable} holds ${meaning}, and it is sent to ${own ? 'Anthropic' : endpoint.host}`,
					why:
						use.kind === 'never' || use.kind === 'elsewhere'
							? use.advice
							: `Only ${owner ?? 'its issuer'} knows it, so ${own ? 'api.anthropic.com' : endpoint.host} answers 401. It may be perfectly good at its own address.`,
					evidence: [fact],
					fix: {
						summary: summary(fact, mending, endpoint),
						edits: mending,
						command: mending.length > 0 ? 'wizard --repair' : 'wizard',
					},
				},
			];
		});
	},
};

function summary(fact: Fact, mending: readonly Edit[], {kind, host}: Endpoint): string {
	const address = mending.find(edit => edit.kind === 'set-setting' && edit.path.includes('ANTHROPIC_BASE_URL'));
	if (address?.kind === 'set-setting')
		return `Keep it as ANTHROPIC_AUTH_TOKEN, and set ANTHROPIC_BASE_URL to ${address.value}, where it was issued.`;
	if (mending.length > 0) return `Remove ${fact.variable} wherever it is set: the other credential is the one for this address.`;
	return kind === 'anthropic'
		? 'Point ANTHROPIC_BASE_URL at the issuer of the key, or put a key of Anthropic in its place.'
		: `Put a key of ${vendorAt(host)?.name ?? host} in its place, or remove ANTHROPIC_BASE_URL if it is left over.`;
}

function isStranger({shape}: Recognised, {kind, host}: Endpoint): boolean {
	if (!shape.certain) return false;
	if (kind === 'anthropic') return shape.owner !== 'Anthropic' || shape.use.kind === 'never';
	const takes = vendorAt(host)?.shapes ?? null;
	return takes !== null && !takes.includes(shape.id);
}

/** Where the other header carries what this host takes, this one is too many; alone, a key with one known address is given that. */
function edits(fact: Fact, found: Recognised, endpoint: Endpoint, situation: Situation): readonly Edit[] {
	const source = credentialSource(fact);
	if (source !== 'key' && source !== 'token') return [];
	const others = sentHeaders(situation.headless).filter(header => header.fact !== fact && !header.empty);
	const good = others.some(header => {
		const other = recognise(textOf(header.fact)?.trim() ?? '');
		return other !== null && !isStranger(other, endpoint);
	});
	if (good) return takeOut('wrong-product-key', fact.variable, situation);
	const login = situation.facts.some(({kind, state}) => kind === 'login' && state === 'text');
	return others.length === 0 && !login && endpoint.kind === 'anthropic' ? giveItsAddress(fact, found.shape.id, situation) : [];
}

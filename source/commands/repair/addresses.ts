import type {Fact, PlaceId} from '../../places/fact.ts';
import {textOf} from '../../problems/credential-source.ts';
import type {Situation} from '../../problems/problem.ts';
import {providerAt} from '../../providers/index.ts';
import {defaultBase} from '../../request/address.ts';
import {layers} from '../../request/effective.ts';
import type {Judged} from '../../request/request.ts';

/** The address the user has set up, cleaned of what does not belong to it, and where it comes from. */
export type Address = {readonly url: string; readonly fact: Fact};

/** `theirs`: the settings of the folder decide, and nobody's key is moved to a host that a project brings along. */
export type Addresses =
	| {readonly state: 'own'; readonly address: Address}
	| {readonly state: 'several'; readonly addresses: readonly Address[]}
	| {readonly state: 'theirs'}
	| {readonly state: 'none'};

/** What is in force counts before what new shells would bring. */
export function addressesOf({facts, headless}: Pick<Situation, 'facts' | 'headless'>): Addresses {
	const set = headless.judged.filter(
		({fact, state}) => fact.variable === 'ANTHROPIC_BASE_URL' && fact.kind === 'variable' && state === 'text',
	);
	const [strongest] = set.filter(isInForce).toSorted((one, other) => rank(one) - rank(other));
	if (strongest !== undefined) {
		const {fact} = strongest;
		if (fact.place === 'project-settings') return {state: 'theirs'};
		const address = addressIn(fact);
		return address === null ? {state: 'none'} : {state: 'own', address};
	}
	const waiting = facts.filter(fact => fact.variable === 'ANTHROPIC_BASE_URL' && fact.state === 'text' && later.includes(fact.place));
	const addresses = waiting.map(addressIn).filter(address => address !== null);
	const different = addresses.filter((one, index) => addresses.findIndex(({url}) => url === one.url) === index);
	const [only] = different;
	if (only === undefined) return {state: 'none'};
	return different.length === 1 ? {state: 'own', address: only} : {state: 'several', addresses: different};
}

const order: readonly PlaceId[] = layers.toReversed();
const later: readonly PlaceId[] = ['startup-file', 'fish-universal', 'system-environment'];

function isInForce({fact}: Judged): boolean {
	return order.includes(fact.place);
}

function rank({fact, wins}: Judged): number {
	return wins ? -1 : order.indexOf(fact.place);
}

function addressIn(fact: Fact): Address | null {
	const text = textOf(fact)?.trim() ?? '';
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return null;
	return {url: withoutEnding(text), fact};
}

/** Claude Code appends /v1/messages itself; where the documented address ends in /v1, that stays. */
function withoutEnding(address: string): string {
	const plain = address.replace(/\/+$/, '');
	const known = providerAt(address)?.baseUrls.some(({url, keepsV1}) => keepsV1 && plain.startsWith(url.replace(/\/+$/, ''))) ?? false;
	return known ? plain.replace(/\/messages$/, '') : plain.replace(/(?:\/v1)+(?:\/messages)?$|\/v1\/messages$/, '');
}

/**
 * Every host that the user has set up in some place, the one of a cloud that the user has switched on, and Anthropic's own; what a
 * project brings along is not the user's.
 */
export function hostsIn({facts, headless}: Pick<Situation, 'facts' | 'headless'>): ReadonlySet<string> {
	const own = facts.filter(({variable, place}) => /^ANTHROPIC_(?:\w+_)?BASE_URL$/.test(variable) && place !== 'project-settings');
	const addresses = own.map(addressIn).filter(address => address !== null);
	return new Set([new URL(defaultBase).host, ...addresses.map(({url}) => new URL(url).host), ...cloudHost({facts, headless})]);
}

/** Nothing of a cloud's address is in a project's settings. */
function cloudHost({facts, headless: {request}}: Pick<Situation, 'facts' | 'headless'>): readonly string[] {
	if (!request.sends || request.provider === 'anthropic' || !URL.canParse(request.url)) return [];
	const theirs = facts.some(({place, variable, kind}) => kind === 'variable' && place === 'project-settings' && isCloud(variable));
	return theirs ? [] : [new URL(request.url).host];
}

function isCloud(variable: string): boolean {
	return /^(?:CLAUDE_CODE_USE_|AWS_|ANTHROPIC_\w+_(?:BASE_URL|RESOURCE)$|CLOUD_ML_REGION$|VERTEX_REGION_)/.test(variable);
}

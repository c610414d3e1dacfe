import type {Fact, PlaceId} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {layers} from '../request/effective.ts';
import {isLoopback} from './secret-rules.ts';

/** claude looks for a proxy in these, and sends requests to this computer through it as well. */
const proxies = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
const hosts = ['localhost', '127.0.0.1'];
/** Where a proxy that is set reaches claude, in this terminal or another. */
const reaching: readonly PlaceId[] = [...layers, 'startup-file', 'fish-universal', 'system-environment'];

/**
 * For a router on this computer, where some place sets a proxy, whether this terminal has it or not: NO_PROXY names this computer. An
 * entry in settings outranks the shell's, so everything that any place excepts stands in it. Older versions ask for the lower case first.
 */
export function pastTheProxy(baseUrl: string | null, facts: readonly Fact[], userSettings: string): readonly Edit[] {
	if (baseUrl === null || !URL.canParse(baseUrl) || !isLoopback(new URL(baseUrl))) return [];
	if (!texts(facts, proxies).some(({place}) => reaching.includes(place))) return [];
	const spelt = texts(facts, ['no_proxy']).length > 0 ? ['NO_PROXY', 'no_proxy'] : ['NO_PROXY'];
	const named = [...new Set(texts(facts, spelt).flatMap(({value}) => entries(value?.reveal() ?? '')))];
	const value = [...named, ...hosts.filter(host => !named.includes(host))].join(',');
	return spelt.map(name => ({
		kind: 'set-setting',
		file: userSettings,
		path: ['env', name],
		value,
		summary: `Set ${name}`,
		answers: {to: 'wish'},
	}));
}

function texts(facts: readonly Fact[], names: readonly string[]) {
	return facts.filter(fact => fact.kind === 'variable' && fact.state === 'text' && names.includes(fact.variable));
}

function entries(list: string): readonly string[] {
	return list.split(/[\s,]+/).filter(entry => entry !== '');
}

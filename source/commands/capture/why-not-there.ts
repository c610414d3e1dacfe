import {Secret} from '../../credentials/secret.ts';
import type {Known} from '../../gateway/readers/read-by.ts';
import type {Fact} from '../../places/fact.ts';
import {providers} from '../../providers/index.ts';
import {parseCustomHeaders} from '../../request/custom-headers.ts';
import {layers, textOf} from '../../request/effective.ts';
import {isProjects} from './user-address.ts';

export type Home = {readonly facts: readonly Fact[] /** The address the user has configured. */; readonly address: string};

/**
 * Why a credential must not be passed on to this address; null where it may. It goes only to the host it belongs to: by its shape,
 * else by where the user has it set. One that nobody here knows of belongs where its client was pointed, and that the user agreed to.
 */
export function whyNotThere({header, nature}: Known, to: URL, {facts, address}: Home): string | null {
	if (/cookie$|^proxy-/.test(header.name)) return 'it is meant for the server that it came from';
	if (header.value.length === 0) return null;
	if (nature.owner === 'Anthropic' || nature.login)
		return isAnthropic(to) ? null : `it is ${nature.meaning}, and ${to.host} is not Anthropic`;
	const set = facts.filter(fact => layers.includes(fact.kind === 'setting' ? fact.in : fact.place) && holds(fact, header.value));
	if (set.length > 0) {
		if (set.every(isProjects)) return "a project's settings provide it, for the address of that project";
		const own = URL.canParse(address) ? new URL(address) : null;
		if (own?.host === to.host) return null;
		if (nature.owner === null) return `it is set up here for ${own?.host ?? 'another address'}`;
	}
	if (nature.owner === null || ownersHosts(nature.providers).some(host => isBelow(to.hostname, host))) return null;
	return `it is ${nature.meaning}, and ${to.host} is not ${nature.owner}`;
}

/** Of custom headers each value by itself, without the scheme before it. */
function holds(fact: Fact, value: Secret): boolean {
	if (fact.kind !== 'variable' || fact.variable !== 'ANTHROPIC_CUSTOM_HEADERS') return fact.value?.equals(value) ?? false;
	return parseCustomHeaders(textOf(fact)).some(one => new Secret(one.value.replace(/^(?:bearer|basic)\s+/i, '')).equals(value));
}

function ownersHosts(ids: readonly string[]): readonly string[] {
	return providers
		.filter(({id}) => ids.includes(id))
		.flatMap(({baseUrls}) => baseUrls.flatMap(({url}) => (URL.canParse(url) ? [new URL(url).hostname] : [])));
}

function isBelow(hostname: string, host: string): boolean {
	return hostname === host || hostname.endsWith(`.${host}`);
}

function isAnthropic({hostname, protocol}: URL): boolean {
	return protocol === 'https:' && isBelow(hostname, 'anthropic.com');
}

import type {Machine} from '../../machine/machine.ts';
import type {Fact} from '../../places/fact.ts';
import type {Resolution} from '../../request/request.ts';
import type {Profile} from '../../setups/profile.ts';
import {referencedSecret} from '../referenced-secret.ts';

/** The profile that claude follows now: the one whose address and credential are in force. Nothing is run to find out. */
export async function liveProfile(profiles: readonly Profile[], {request}: Resolution, machine: Machine): Promise<Profile | null> {
	if (!request.sends) return null;
	for (const profile of profiles) {
		const {baseUrl, provider, secret, credential} = profile.described;
		const address = baseUrl ?? (provider === null ? 'https://api.anthropic.com' : null);
		if (address !== null && !isBelow(request.url, address)) continue;
		const facts = [request.authorization?.fact, request.xApiKey?.fact].filter(fact => fact !== undefined);
		if (secret === null) {
			if (credential === 'subscription' && facts.some(({kind}) => kind === 'login')) return profile;
		} else if (secret.from === 'command') {
			if (facts.some(fact => fact.variable === 'apiKeyHelper' && fact.value?.reveal() === secret.command)) return profile;
		} else if (await sameSecret(facts, profile, machine)) return profile;
	}
	return null;
}

async function sameSecret(facts: readonly Fact[], {described}: Profile, machine: Machine): Promise<boolean> {
	if (described.secret === null) return false;
	const found = await referencedSecret(described.secret, machine.environment.home, machine);
	return found.state === 'secret' && facts.some(({value}) => value !== null && value.reveal().trim() === found.secret.reveal());
}

function isBelow(url: string, address: string): boolean {
	const base = address.replace(/\/+$/, '');
	return url === base || url.startsWith(`${base}/`);
}

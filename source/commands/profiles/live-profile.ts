import type {Machine} from '../../machine/machine.ts';
import type {Fact} from '../../places/fact.ts';
import type {Resolution} from '../../request/request.ts';
import type {Profile} from '../../setups/profile.ts';
import {referencedSecret} from '../referenced-secret.ts';

/** The profile that claude follows now: the one whose address and credential are in force, and of several such the one with its model. Nothing is run to find out. */
export async function liveProfile(profiles: readonly Profile[], {request}: Resolution, machine: Machine): Promise<Profile | null> {
	if (!request.sends) return null;
	const facts = [request.authorization?.fact, request.xApiKey?.fact].filter(fact => fact !== undefined);
	const followed: Profile[] = [];
	for (const profile of profiles)
		if (pointsThere(profile, request.url) && (await holdsThat(profile, facts, machine))) followed.push(profile);
	return followed.find(({described}) => described.model === request.model) ?? followed[0] ?? null;
}

function pointsThere({described: {baseUrl, provider}}: Profile, url: string): boolean {
	const address = baseUrl ?? (provider === null ? 'https://api.anthropic.com' : null);
	return address === null || isBelow(url, address);
}

async function holdsThat(profile: Profile, facts: readonly Fact[], machine: Machine): Promise<boolean> {
	const {secret, credential} = profile.described;
	if (secret === null) return credential === 'subscription' && facts.some(({kind}) => kind === 'login');
	if (secret.from === 'command') return facts.some(fact => fact.variable === 'apiKeyHelper' && fact.value?.reveal() === secret.command);
	return sameSecret(facts, profile, machine);
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

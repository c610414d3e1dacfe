import type {AuthHeader, CredentialKind} from '../../credentials/competing.ts';
import {credentialSource} from '../../problems/credential-source.ts';
import {endpointAt} from '../../problems/endpoint.ts';
import {providerAt, providerNamed} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {type Answers, noAnswers} from '../onboard/answers.ts';
import type {Held, HeldKey} from './held.ts';

/** A setup the user may mean: one credential of this machine and the address it would go to. */
export type Candidate = {
	readonly held: Held;
	readonly credential: CredentialKind;
	/** Null is Anthropic's own. */
	readonly baseUrl: string | null;
	/** `issuer`: the user has never configured this host; the shape of the key names it. */
	readonly addressBy: 'user' | 'issuer';
	readonly auth: AuthHeader;
};

export function candidate(held: Held, baseUrl: string | null, addressBy: Candidate['addressBy'] = 'user'): Candidate {
	return {held, baseUrl, addressBy, credential: credentialFor(held, baseUrl), auth: authFor(held, baseUrl)};
}

/** The answers that questions would have given for it. */
export function answersOf({held, credential, baseUrl, auth}: Candidate): Answers {
	const token = held.what === 'key' && credential === 'subscription' ? 'token' : 'login';
	const secret = held.what === 'key' ? held.secret : null;
	return {...noAnswers, holds: credential, credential, provider: providerOf(baseUrl), baseUrl, auth, secret, token};
}

function credentialFor(held: Held, baseUrl: string | null): CredentialKind {
	if (held.what === 'login') return 'subscription';
	if (held.what === 'key' && baseUrl === null) return held.found?.shape.use.kind === 'subscription-token' ? 'subscription' : 'console-key';
	return 'router-key';
}

/** On this computer many programs share a port, so only a host that is somebody's own tells whose it is. */
function providerOf(baseUrl: string | null): Provider | null {
	return baseUrl === null || endpointAt(baseUrl)?.kind === 'local' ? null : providerAt(baseUrl);
}

/** The header that endpoint is known to read; where it takes either, the one the key is in stays. */
function authFor(held: Held, baseUrl: string | null): AuthHeader {
	if (baseUrl === null) return 'x-api-key';
	const provider = providerOf(baseUrl);
	if (provider?.auth === 'both') return 'both';
	if (provider?.reads === 'bearer' || provider?.reads === 'x-api-key') return provider.reads;
	const now = held.what === 'key' ? headersNow(held) : [];
	return now.length === 1 && now[0] !== undefined ? now[0] : (provider?.auth ?? 'bearer');
}

function headersNow({facts}: HeldKey): readonly AuthHeader[] {
	const sources = new Set(facts.map(credentialSource));
	if (sources.has('token') && sources.has('key')) return ['both'];
	return [...(sources.has('token') ? (['bearer'] as const) : []), ...(sources.has('key') ? (['x-api-key'] as const) : [])];
}

/** Where a key goes whose shape proves who issued it and who has one address only. */
export function issuerAddress(held: Held): string | null {
	if (held.what !== 'key' || held.found === null) return null;
	const {certain, providers, use} = held.found.shape;
	const [only] = providers;
	if (!certain || use.kind !== 'router-key' || only === undefined || providers.length > 1) return null;
	const [address, ...more] = providerNamed(only)?.baseUrls ?? [];
	return address !== undefined && more.length === 0 ? address.url : null;
}

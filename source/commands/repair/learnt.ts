import type {AuthHeader} from '../../credentials/competing.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Live} from '../live.ts';
import {addressesOf} from './addresses.ts';
import {type Candidate, candidate} from './candidate.ts';
import {heldCredentials} from './held.ts';
import type {Wanted} from './offer.ts';

/** The endpoint took the key in the other header: that was tried with that key at that host. Null where it did not. */
export function learnt(live: Live | null, situation: Situation): Wanted | null {
	if (live?.state !== 'tried' || live.trial.cause !== 'wrong-header') return null;
	const now = inForce(situation);
	if (now === null || now.baseUrl === null || now.auth === 'both') return null;
	return {state: 'chosen', candidate: {...now, auth: other(now.auth)}, because: 'the endpoint takes this key in that header'};
}

/** The one credential that went out, as a setup. */
function inForce(situation: Situation): Candidate | null {
	const {request} = situation.headless;
	const address = addressesOf(situation);
	if (!request.sends || address.state !== 'own') return null;
	const sent = [request.authorization, request.xApiKey].filter(header => header !== null && !header.empty);
	const held = heldCredentials(situation.facts).find(({facts}) => sent.every(header => header !== null && facts.includes(header.fact)));
	if (held === undefined || held.what !== 'key' || sent.length === 0) return null;
	const auth: AuthHeader = request.authorization === null ? 'x-api-key' : request.xApiKey === null ? 'bearer' : 'both';
	return {...candidate(held, address.address.url), auth};
}

function other(auth: 'bearer' | 'x-api-key'): AuthHeader {
	return auth === 'bearer' ? 'x-api-key' : 'bearer';
}

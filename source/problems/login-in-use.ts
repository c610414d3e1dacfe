import type {LoginFact} from '../places/fact.ts';
import {sentFacts} from './credential-source.ts';
import type {Situation} from './problem.ts';

/** The saved login, where requests go out with it; one that rests behind a key may be as old as it likes. */
export function loginInUse({headless, interactive}: Situation): LoginFact | null {
	return sentFacts(headless, interactive).find(fact => fact.kind === 'login') ?? null;
}

import {Secret} from '../../credentials/secret.ts';
import type {Fact} from '../../places/fact.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Candidate} from './candidate.ts';

/**
 * Is the credential in force already, in its right variable, and will it be in new terminals too? Then it stays where it is, and only
 * what competes with it goes away.
 */
export function isSettled({held, baseUrl, auth}: Candidate, {facts, headless: {request}}: Situation): boolean {
	if (held.what !== 'key' || held.mended || auth === 'both' || !request.sends) return false;
	const sent = (auth === 'bearer' ? request.authorization : request.xApiKey)?.fact;
	if (sent === undefined || !held.facts.includes(sent) || sent.variable !== variableOf(auth)) return false;
	if (!lasts(sent, facts)) return false;
	if (baseUrl === null) return true;
	const address = facts.filter(fact => fact.variable === 'ANTHROPIC_BASE_URL' && isText(fact, baseUrl));
	return request.url.startsWith(baseUrl) && address.some(fact => lasts(fact, facts));
}

/** Without what belongs to the credential that stays. */
export function rivalsOnly(edits: readonly Edit[], {held, baseUrl, auth}: Candidate): readonly Edit[] {
	return edits.filter(({answers}) => {
		if (answers.to !== 'fact') return false;
		const {fact} = answers;
		if (fact.variable === 'ANTHROPIC_BASE_URL') return baseUrl === null || !isText(fact, baseUrl);
		return held.what !== 'key' || fact.variable !== variableOf(auth) || fact.value?.equals(held.secret) !== true;
	});
}

function variableOf(auth: Candidate['auth']): string {
	return auth === 'bearer' ? 'ANTHROPIC_AUTH_TOKEN' : 'ANTHROPIC_API_KEY';
}

/** What only this shell has is gone with it. */
function lasts(fact: Fact, facts: readonly Fact[]): boolean {
	if (fact.place !== 'shell') return true;
	return facts.some(
		({place, variable, value}) => written.includes(place) && variable === fact.variable && value !== null && fact.value?.equals(value),
	);
}

const written: readonly Fact['place'][] = ['startup-file', 'fish-universal', 'system-environment'];

function isText({value}: Fact, text: string): boolean {
	return value !== null && [text, `${text}/`].some(form => value.equals(new Secret(form)));
}

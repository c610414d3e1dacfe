import type {Fact} from '../../places/fact.ts';
import type {Situation} from '../../problems/problem.ts';
import {type HeldKey, heldCredentials} from './held.ts';

/**
 * Copies of a key that no longer stands where claude reads it: under names of other programs, or in an editor's settings. They are
 * named and left, since whoever reads them may still need them; open terminals lose theirs by themselves.
 */
export function copiesLeft(before: Pick<Situation, 'facts'>, after: Pick<Situation, 'facts'>): readonly Fact[] {
	const now = keysIn(after.facts);
	const gone = keysIn(before.facts).filter(old => now.every(({secret, facts}) => !secret.equals(old.secret) || facts.every(isOpen)));
	return after.facts.filter(
		fact => fact.value !== null && fact.kind !== 'approval' && !isOpen(fact) && gone.some(({secret}) => fact.value?.equals(secret)),
	);
}

function keysIn(facts: readonly Fact[]): readonly HeldKey[] {
	return heldCredentials(facts).filter((held): held is HeldKey => held.what === 'key' && !held.standIn);
}

function isOpen({place}: Fact): boolean {
	return place === 'shell' || place === 'parent-process';
}

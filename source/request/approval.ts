import type {Fact} from '../places/fact.ts';

/** What the user answered in the dialog about this key; claude remembers only its last 20 characters. Approved outranks rejected. */
export function keyAnswer(key: string, facts: readonly Fact[]): 'approved' | 'declined' | 'not-answered' {
	const fragment = key.trim().slice(-20);
	const answers = facts.filter(fact => fact.kind === 'approval' && fact.value?.reveal() === fragment);
	if (answers.some(fact => fact.kind === 'approval' && fact.answer === 'approved')) return 'approved';
	return answers.length > 0 ? 'declined' : 'not-answered';
}

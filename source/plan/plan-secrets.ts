import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import {looksSecret} from '../places/show.ts';
import type {Edit} from './edit.ts';
import type {Plan} from './plan.ts';
import {namesSecret} from './secret-spans.ts';

/** Every secret that a plan carries in its edits or in the facts they answer, as text to be masked in whatever is shown of it. */
export function planSecrets(plan: Plan): readonly string[] {
	const edits: readonly Edit[] = [...plan.steps.map(step => step.edit), ...plan.keeps, ...plan.tells];
	const held = edits.flatMap(edit => [...ofEdit(edit), ...(edit.answers.to === 'fact' ? ofFact(edit.answers.fact) : [])]);
	return [...new Set([...held, ...plan.masked.flatMap(ofFact)])];
}

/** The same of facts alone, for what is shown of a change that has no edits. */
export function factSecrets(facts: readonly Fact[]): readonly string[] {
	return [...new Set(facts.flatMap(ofFact))];
}

/** A file of ours that is secret as a whole is veiled line by line: its text is not one secret. */
function ofEdit(edit: Edit): readonly string[] {
	if (edit.kind === 'tell') return edit.what === null ? [] : ofFact(edit.what);
	if (edit.kind === 'write-own-file') return [];
	return Object.values(edit).flatMap(value => (value instanceof Secret ? [value.reveal()] : []));
}

/** A fact holds every value as a Secret, addresses too; those need no mask. */
function ofFact(fact: Fact): readonly string[] {
	const text = fact.value?.reveal();
	if (text === undefined) return [];
	return fact.kind === 'approval' || namesSecret(fact.variable) || looksSecret(text.trim()) ? [text] : [];
}

import {Secret} from '../credentials/secret.ts';
import type {Fact, VariableFact} from '../places/fact.ts';
import type {Wish} from '../shells/wish.ts';

/**
 * What on this machine would outrank the snippet or go out beside it: settings `env` outranks the shell, and a helper or a stored
 * key adds a header of its own. A value equal to the wished one does no harm.
 */
export function outranking(facts: readonly Fact[], wish: Wish): readonly Fact[] {
	const wished = new Map(wish.set.map(({name, value}) => [name, value.kind === 'plain' ? new Secret(value.text) : value.secret]));
	const cleared = new Set(wish.unset.flat());
	const outranks = (fact: VariableFact): boolean => {
		switch (fact.state) {
			case 'text':
				return cleared.has(fact.variable) || (wished.has(fact.variable) && !same(fact.value, wished.get(fact.variable)));
			case 'empty':
				return wished.has(fact.variable);
			case 'absent':
			case 'unreadable':
			case 'ignored':
				return false;
		}
	};
	return facts.filter(fact =>
		fact.kind === 'setting'
			? fact.state === 'text' && (fact.variable === 'apiKeyHelper' || fact.variable === 'primaryApiKey')
			: fact.kind === 'variable' && fact.origin.from === 'settings' && outranks(fact),
	);
}

/** A secret that is not known here is taken to be another one. */
function same(one: Secret | null, other: Secret | null | undefined): boolean {
	return one !== null && other instanceof Secret && one.equals(other);
}

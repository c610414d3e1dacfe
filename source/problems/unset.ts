import type {Fact} from '../places/fact.ts';

/** What to type in the open terminal; null for a value that stands in a file, where it has to be taken out. */
export function unset({place, variable}: Fact): string | null {
	return place === 'shell' ? `unset ${variable}` : null;
}

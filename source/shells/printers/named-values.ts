import type {Wish} from '../wish.ts';

/** For shared files: every value as text, the secrets by a reference in the file's own language. */
export function namedValues(wish: Wish, reference: (name: string) => string): readonly (readonly [name: string, text: string])[] {
	return wish.set.map(({name, value}) => [name, value.kind === 'plain' ? value.text : reference(name)] as const);
}

/** The variables that carry the credential. */
export function secretNames(wish: Wish): readonly string[] {
	return wish.set.filter(({value}) => value.kind === 'secret').map(({name}) => name);
}

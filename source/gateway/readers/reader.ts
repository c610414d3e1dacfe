/**
 * What a gateway does with the credential headers of a request, as data: from its source, its manual or a report, named in
 * `evidence`. Two that speak the same protocol read different headers, and that decides whether a good key is taken.
 */
export type Reader = {
	readonly id: string;
	readonly label: string;
	/** The headers it looks at, first to last. */
	readonly order: readonly Slot[];
	/**
	 * `first`: the first that is there counts, also where it is wrong. `any`: one that is right is enough. `unknown`: nobody has said
	 * which counts.
	 */
	readonly among: 'first' | 'any' | 'unknown';
	/** Whether it checks at all: always, only where it was started with a key, or never. */
	readonly guard: 'always' | 'if-set' | 'never';
	/** What cannot be one of its keys. */
	readonly keys: Keys;
	/** The status and the words by which one knows its refusal. */
	readonly refusal: {readonly missing: string; readonly unknown: string};
	readonly evidence: string;
};

/** `bearer`: with the scheme Bearer alone. `any`: with a scheme or bare. */
export type Slot = {readonly header: string; readonly form: 'bearer' | 'any'};

/**
 * `own`: it gives keys itself, and everybody else's are unknown to it; `owner` as credentials/shape-table.ts names it, where its keys
 * have a shape. `sk`: the same, and they begin with sk-. `shapes`: only these (by id), by header. `anything`: whatever was chosen.
 */
export type Keys =
	| {readonly kind: 'own'; readonly owner: string | null}
	| {readonly kind: 'sk'}
	| {readonly kind: 'anything'}
	| {readonly kind: 'shapes'; readonly of: Readonly<Record<string, readonly string[]>>};

export const authorization: Slot = {header: 'authorization', form: 'any'};
export const bearer: Slot = {header: 'authorization', form: 'bearer'};
export const xApiKey: Slot = {header: 'x-api-key', form: 'any'};

export function header(name: string): Slot {
	return {header: name, form: 'any'};
}

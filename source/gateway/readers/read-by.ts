import type {CredentialHeader} from '../credential-headers.ts';
import type {Nature} from '../nature.ts';
import type {Keys, Reader, Slot} from './reader.ts';

/** A credential header with what it is. */
export type Known = {readonly header: CredentialHeader; readonly nature: Nature};

/**
 * What one gateway would do. `taken`: it looks this one up, and only it can say whether it knows it. `refused`: that one cannot be a
 * key of its own. `missing`: it looks at none of those that came. `unsure`: several came, and nobody has said which counts.
 */
export type ReadBy = {
	readonly state: 'taken' | 'refused' | 'missing' | 'unsure' | 'open';
	/** The header that counts, null where none does. */
	readonly reads: string | null;
	/** Credentials that came for nothing. */
	readonly ignores: readonly string[];
};

export function readBy({order, among, guard, keys}: Reader, sent: readonly Known[]): ReadBy {
	const names = sent.map(({header}) => header.name);
	if (guard === 'never') return {state: 'open', reads: null, ignores: names};
	const seen = order.flatMap(slot => sent.filter(({header}) => fills(header, slot)));
	const result = (state: ReadBy['state'], one: Known | undefined): ReadBy => {
		const reads = one?.header.name ?? null;
		return {state, reads, ignores: names.filter(name => name !== reads)};
	};
	const [first] = seen;
	if (first === undefined) return result('missing', undefined);
	const possible = seen.filter(one => canBeKey(one, keys));
	switch (among) {
		case 'first':
			return result(possible.includes(first) ? 'taken' : 'refused', first);
		case 'any':
			return possible[0] === undefined ? result('refused', first) : result('taken', possible[0]);
		case 'unknown': {
			if (seen.every(one => one.header.value.equals(first.header.value)) || seen.length === 1)
				return result(possible.includes(first) ? 'taken' : 'refused', possible[0] ?? first);
			return possible.length === 0 ? result('refused', first) : {...result('unsure', undefined), ignores: []};
		}
	}
}

function fills({name, scheme, value}: CredentialHeader, {header, form}: Slot): boolean {
	return name === header && value.length > 0 && (form === 'any' || scheme === 'Bearer');
}

function canBeKey({header, nature}: Known, keys: Keys): boolean {
	switch (keys.kind) {
		case 'anything':
			return !nature.login;
		case 'own':
			return !nature.login && (nature.owner === null || nature.owner === keys.owner);
		case 'sk':
			// A signed token is let through to its own check (JWT).
			return nature.owner === null && !nature.login && (nature.beginsWithSk || nature.shape === 'jwt');
		case 'shapes': {
			const of = keys.of[header.name] ?? [];
			return nature.login ? of.includes('anthropic-oat') : nature.shape !== null && of.includes(nature.shape);
		}
	}
}

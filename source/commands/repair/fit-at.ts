import {endpointAt} from '../../problems/endpoint.ts';
import {providerAt} from '../../providers/index.ts';
import type {Held} from './held.ts';

/**
 * Does this credential belong to that address? `issuer`: its shape says who made it, and that is whose address it is. `doubtful`: a
 * stand-in where keys may be checked, or a key without a known shape where keys have one.
 */
export type Fit = 'issuer' | 'likely' | 'doubtful' | 'no';

/** Null is Anthropic's own address. By the shape alone; nobody is asked. */
export function fitAt(held: Held, address: string | null): Fit {
	const endpoint = address === null ? 'anthropic' : (endpointAt(address)?.kind ?? 'other');
	if (held.what === 'login') return endpoint === 'anthropic' ? 'issuer' : 'no';
	// What a helper prints is unknown until it is run; whoever wrote it meant it for the address beside it.
	if (held.what === 'helper') return 'likely';
	if (held.standIn) return endpoint === 'anthropic' ? 'no' : 'doubtful';
	const shape = held.found?.shape ?? null;
	// Anthropic's keys have shapes of their own.
	if (shape === null) return endpoint === 'anthropic' ? 'doubtful' : 'likely';
	switch (shape.use.kind) {
		case 'console-key':
		case 'subscription-token':
			return endpoint === 'anthropic' ? 'issuer' : 'no';
		case 'router-key':
			if (endpoint === 'anthropic') return shape.certain ? 'no' : 'doubtful';
			return fitsRouter(shape.providers, shape.certain, address ?? '');
		case 'upstream':
		case 'never':
			return 'no';
		case 'elsewhere':
			if (shape.certain) return 'no';
			return endpoint === 'anthropic' ? 'doubtful' : 'likely';
	}
}

/** A certain shape at the address of another known vendor is a mistake; a gateway of one's own may give keys of any shape. */
function fitsRouter(owners: readonly string[], certain: boolean, address: string): Fit {
	const there = providerAt(address);
	if (there === null || endpointAt(address)?.kind === 'local') return 'likely';
	if (owners.includes(there.id)) return certain ? 'issuer' : 'likely';
	return certain && there.key.begins !== null ? 'no' : 'likely';
}

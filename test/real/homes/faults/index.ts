import {addresses} from './addresses.ts';
import type {Fault} from './fault.ts';
import {helpers} from './helpers.ts';
import {leftovers} from './leftovers.ts';
import {settings} from './settings.ts';
import {state} from './state.ts';
import {surroundings} from './surroundings.ts';
import {values} from './values.ts';
import {wrappers} from './wrappers.ts';

/** By where they stand: what startup files set, then what claude reads, then what is around. The order means nothing. */
export const faults: readonly Fault[] = [
	...values,
	...addresses,
	...leftovers,
	...wrappers,
	...settings,
	...helpers,
	...state,
	...surroundings,
];

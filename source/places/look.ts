import type {Machine} from '../machine/machine.ts';
import type {Fact, FileFact} from './fact.ts';
import {places} from './index.ts';
import type {Place} from './place.ts';
import {findRoots, type Roots} from './roots.ts';

/** Reads every place. One that fails becomes a fact about itself, so that a surprise in one file hides nothing of the others. */
export async function look(machine: Machine, from: readonly Place[] = places): Promise<readonly Fact[]> {
	const roots = findRoots(machine);
	const found = await Promise.all(from.map(place => guarded(place, machine, roots)));
	return found.flat();
}

async function guarded(place: Place, machine: Machine, roots: Roots): Promise<readonly Fact[]> {
	try {
		return await place.look(machine, roots);
	} catch (error) {
		return [failed(place, error)];
	}
}

/** The message of an unforeseen error may quote what was read, so only its name is told. */
function failed({id}: Place, error: unknown): FileFact {
	const name = error instanceof Error ? error.name : 'an error';
	const spot = {place: id, file: null, line: null, column: null, variable: id};
	return {
		kind: 'file',
		...spot,
		state: 'unreadable',
		value: null,
		shown: '',
		why: `looking at it failed (${name})`,
		troubles: [],
		top: null,
		keys: [],
	};
}

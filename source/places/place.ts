import type {Machine} from '../machine/machine.ts';
import type {Fact, PlaceId} from './fact.ts';
import type {Roots} from './roots.ts';

/** One kind of place: it knows its files and turns what is there into facts. It never throws and runs nothing it finds. */
export type Place = {
	readonly id: PlaceId;
	readonly look: (machine: Machine, roots: Roots) => readonly Fact[] | Promise<readonly Fact[]>;
};

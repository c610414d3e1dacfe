import {beforeEach} from 'vitest';

/** Leaves out every test of the group where the machine cannot run it; the last lines of the run say how many, and why. */
export function needing(there: boolean, reason: string): void {
	beforeEach(({skip}) => {
		skip(!there, reason);
	});
}

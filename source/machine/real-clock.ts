import type {Clock} from './machine.ts';

export const realClock: Clock = {
	now: () => Date.now(),
	pause: milliseconds =>
		new Promise(resolve => {
			if (milliseconds === undefined) setImmediate(resolve);
			else setTimeout(resolve, milliseconds);
		}),
};

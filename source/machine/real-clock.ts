import type {Clock} from './machine.ts';

export const realClock: Clock = {
	now: () => Date.now(),
	pause: () => new Promise(resolve => setImmediate(resolve)),
};

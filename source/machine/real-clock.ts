import type {Clock} from './machine.ts';

export const realClock: Clock = {now: () => Date.now()};

import type {Run} from './command.ts';

export const demo: Run = async () => 0;

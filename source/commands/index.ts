import type {Command} from './command.ts';

/** Everything the user can type, in the order in which help shows it: what one needs first stands first. */
export const commands: readonly Command[] = [];

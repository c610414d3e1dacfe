import type {Command} from './command.ts';

/** Everything the user can type, in the order in which help shows it: what one needs first stands first. */
export const commands: readonly Command[] = [
	{
		name: 'help',
		summary: 'a page about the program or one of its commands',
		usage: 'wizard help [COMMAND]',
		options: ['json'],
		operands: {least: 0, most: 1},
		rest: 'refused',
		examples: [],
		load: async () => (await import('./help.ts')).help(commands),
	},
];

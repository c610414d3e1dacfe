import type {Command} from './command.ts';

/** Everything the user can type, in the order in which help shows it: what one needs first stands first. */
export const commands: readonly Command[] = [
	{
		name: 'doctor',
		summary: 'what claude will send and what is wrong; nothing is changed',
		usage: 'wizard doctor [options]',
		options: ['json', 'all', 'witness', 'run-helpers', 'yes', 'cwd'],
		operands: {least: 0, most: 0},
		rest: 'refused',
		examples: [
			{line: 'wizard doctor', does: 'what goes out from this folder, and where each part comes from'},
			{line: 'wizard doctor --json', does: 'the same for a script; exit code 1 when errors are found'},
			{line: 'wizard doctor --cwd ~/work', does: 'as if standing in another folder'},
		],
		load: async () => (await import('./doctor.ts')).doctor,
	},
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

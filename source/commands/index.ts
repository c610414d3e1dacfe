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
		name: 'explain',
		summary: 'an error text to its cause and its fix',
		usage: 'wizard explain [TEXT] [options]',
		options: ['status', 'base-url', 'credential', 'here', 'all', 'json', 'cwd'],
		operands: {least: 0, most: 10_000},
		rest: 'refused',
		examples: [
			{line: 'wizard explain "API Error: 401 invalid x-api-key"', does: 'what it means and what to do'},
			{line: 'claude -p hi 2>&1 | wizard explain --here', does: 'with what is set on this machine'},
			{line: 'wizard explain --all < gateway.log', does: 'each kind of failure in a log once, with its count'},
		],
		load: async () => (await import('./explain.ts')).explain,
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

import type {Command, Context} from '../../source/commands/command.ts';
import {dispatch} from '../../source/commands/dispatch.ts';
import {commands as all} from '../../source/commands/index.ts';

export type Said = {readonly code: number; readonly out: string; readonly err: string};

/**
 * What a command line says and ends with on some machine, as if typed by a user without a terminal. Everything may be replaced;
 * what is piped in is `input`.
 */
export async function typed(
	argv: readonly string[],
	{
		commands = all,
		input = '',
		...more
	}: Pick<Context, 'machine'> & Partial<Omit<Context, 'input'>> & {commands?: readonly Command[]; input?: string},
): Promise<Said> {
	const out: string[] = [];
	const err: string[] = [];
	const surroundings = {
		version: '1.2.3',
		out: (text: string) => out.push(`${text}\n`),
		err: (text: string) => err.push(`${text}\n`),
		input: async () => input,
		pieces: async function* () {
			yield input;
		},
		confirm: async () => false,
		ask: async () => null,
		converse: async () => {
			throw new Error('nobody is there to talk to');
		},
		takeInterrupt: () => new AbortController().signal,
		terminal: {stdinIsTTY: false, stdoutIsTTY: false, stderrIsTTY: false, columns: 80, colour: false, unicode: true},
		...more,
	};
	const code = await dispatch(argv, surroundings, commands);
	return {code, out: out.join(''), err: err.join('')};
}

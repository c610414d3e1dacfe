import type {Command, Run} from './command.ts';
import {commandHelp, programHelp} from './help-text.ts';
import {nearest} from './nearest.ts';

/** `wizard help [COMMAND]`. The list is handed in: this file is loaded from it. */
export function help(commands: readonly Command[]): Run {
	return async ({operands: [name], options}, {out, fail, terminal: {columns}}) => {
		const command = commands.find(candidate => candidate.name === name);
		if (name !== undefined && command === undefined) {
			const near = nearest(
				name,
				commands.map(candidate => candidate.name),
			);
			return fail(2, 'There is no page under that name.', near === null ? 'See: wizard --help' : `Did you mean: wizard help ${near}`);
		}
		const page = command === undefined ? programHelp(commands, columns) : commandHelp(command, columns);
		out(options.json ? JSON.stringify({schema: 1, text: page}) : page);
		return 0;
	};
}

import type {Command, Run} from './command.ts';
import {commandHelp, programHelp} from './help-text.ts';
import {nearest} from './nearest.ts';

/** `wizard help [COMMAND | PROBLEM | problems]`. The list is handed in: this file is loaded from it. */
export function help(commands: readonly Command[]): Run {
	return async ({operands: [name], options}, {out, fail, terminal: {columns}}) => {
		const width = Math.min(columns, widest);
		const say = (text: string, more: object = {}) => {
			out(options.json ? JSON.stringify({schema: 1, ...more, text}) : text);
			return 0;
		};
		if (name === undefined) return say(programHelp(commands, columns));
		const command = commands.find(candidate => candidate.name === name);
		if (command !== undefined) return say(commandHelp(command, columns));
		// Loaded here and not above: most who ask for help ask for a command.
		const {problemNamed, problemNames, problemList, problemText} = await import('./help-problem.ts');
		if (name === 'problems') return say(problemList(width), {problems: problemNames});
		const problem = problemNamed(name);
		if (problem !== null) return say(problemText(problem, width), problem);
		const near = nearest(name, [...commands.map(candidate => candidate.name), ...problemNames, 'problems']);
		return fail(
			2,
			'There is no page under that name.',
			near === null ? 'See: wizard --help, and wizard help problems' : `Did you mean: wizard help ${near}`,
		);
	};
}

/** Longer lines are hard to read. */
const widest = 100;

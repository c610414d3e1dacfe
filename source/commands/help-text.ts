import type {Command} from './command.ts';
import {type Option, options} from './options.ts';
import {labelled, wrap} from './paragraph.ts';
import {shape} from './parse-arguments.ts';

const always: Rows = [['--help', 'show this']];
const widest = 100;

/** The page for the whole program: every command with its one line. */
export function programHelp(commands: readonly Command[], columns: number): string {
	return page(columns, [
		'wizard: know what Claude Code will send, and mend it',
		'',
		'Usage: wizard COMMAND [options]',
		'',
		'Commands',
		commands.map(command => [command.name, command.summary] as const),
		'',
		'Options',
		[...always, ['--version', 'show the version of this program']],
		'',
		'wizard COMMAND --help says more about one of them.',
	]);
}

/** The page for one command. */
export function commandHelp(command: Command, columns: number): string {
	const examples = command.examples.map(example => [example.line, example.does] as const);
	return page(columns, [
		`wizard ${command.name}: ${command.summary}`,
		'',
		`Usage: ${command.usage}`,
		'',
		'Options',
		[...command.options.map(name => [shape(name, options[name]), command.means?.[name] ?? summaryOf(options[name])] as const), ...always],
		...(examples.length === 0 ? [] : ['', 'Examples', examples]),
	]);
}

type Rows = readonly (readonly [left: string, right: string])[];

function page(columns: number, parts: readonly (string | Rows)[]): string {
	const width = Math.min(columns, widest);
	return parts.flatMap(part => (typeof part === 'string' ? wrap(part, width) : table(part, width))).join('\n');
}

function summaryOf(option: Option): string {
	return option.kind === 'list' ? `${option.summary} (may be repeated)` : option.summary;
}

/** Two columns; where the left one is too long for its share, the right one goes below. */
function table(rows: Rows, columns: number): readonly string[] {
	const share = Math.min(Math.max(...rows.map(([left]) => left.length)), 28, Math.floor(columns / 3)) + 2;
	return rows.flatMap(([left, right]) =>
		left.length + 2 > share
			? [...wrap(left, columns - 2).map(line => `  ${line}`), ...labelled('', right, columns, 2, share)]
			: labelled(left, right, columns, 2, share),
	);
}

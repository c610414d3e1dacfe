import type {Command} from './command.ts';
import {type Option, options} from './options.ts';
import {shape} from './parse-arguments.ts';

const always: readonly (readonly [string, string])[] = [['--help', 'show this']];

/** The page for the whole program: every command with its one line. */
export function programHelp(commands: readonly Command[]): string {
	return [
		'wizard: know what Claude Code will send, and mend it',
		'',
		'Usage: wizard COMMAND [options]',
		'',
		'Commands',
		...table(commands.map(command => [command.name, command.summary])),
		'',
		'Options',
		...table([...always, ['--version', 'show the version of this program']]),
		'',
		'wizard COMMAND --help says more about one of them.',
	].join('\n');
}

/** The page for one command. */
export function commandHelp(command: Command): string {
	return [
		`wizard ${command.name}: ${command.summary}`,
		'',
		`Usage: ${command.usage}`,
		'',
		'Options',
		...table([...command.options.map(name => [shape(name, options[name]), summaryOf(options[name])] as const), ...always]),
		...(command.examples.length === 0 ? [] : ['', 'Examples', ...table(command.examples.map(example => [example.line, example.does]))]),
	].join('\n');
}

function summaryOf(option: Option): string {
	return option.kind === 'list' ? `${option.summary} (may be repeated)` : option.summary;
}

/** Two columns; where the left one is too long for its share, the right one goes on a line of its own. */
function table(rows: readonly (readonly [string, string])[]): readonly string[] {
	const width = Math.min(28, Math.max(...rows.map(([left]) => left.length)));
	return rows.flatMap(([left, right]) =>
		left.length > width ? [`  ${left}`, `  ${' '.repeat(width)}  ${right}`] : [`  ${left.padEnd(width)}  ${right}`],
	);
}

import {isSecretValue, showValue} from '../places/show.ts';
import type {Command, Invocation} from './command.ts';
import {nearest} from './nearest.ts';
import {type GivenOptions, type Option, type OptionName, options} from './options.ts';

/** What a command line asks for. `wrong` is the user's slip: a sentence, and the way out of it. */
export type Parsed =
	| {readonly kind: 'run'; readonly command: Command; readonly invocation: Invocation}
	| {readonly kind: 'help'; readonly command: Command | null}
	| {readonly kind: 'version'}
	| {readonly kind: 'wrong'; readonly message: string; readonly hint: string};

/**
 * Reads the words after `wizard`. Options may stand before or after the command and mean the same everywhere, so they are read
 * without knowing the command yet. Words that may hold a secret are never repeated as they are.
 */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Parsed {
	const end = argv.indexOf('--');
	const words = end === -1 ? argv : argv.slice(0, end);
	const rest = end === -1 ? [] : argv.slice(end + 1);

	const read = readWords(words);
	if (read.asks.has('version')) return {kind: 'version'};
	const [name, ...operands] = read.operands;
	const command = commands.find(candidate => candidate.name === (name ?? (read.options.repair ? 'repair' : bare))) ?? null;
	// A word behind an option that is not known may be its value: then the option is what is wrong.
	if (name !== undefined && command === null && !read.slip?.first) return unknownCommand(name, commands);
	if (read.asks.has('help')) return {kind: 'help', command: name === undefined ? null : command};
	if (read.slip !== null) return wrong(read.slip.message, hintFor(read.slip, command));
	// `wizard --repair` is how the command is written; as an option of another command it means nothing.
	const given = (Object.keys(read.options) as OptionName[]).filter(option => !(option === 'repair' && command?.name === 'repair'));
	if (command === null)
		return given.length === 0 && rest.length === 0 ? {kind: 'help', command} : wrong('No command was given.', helpLine(null));

	const stranger = given.find(option => !command.options.includes(option));
	if (stranger !== undefined) return wrong(`wizard ${command.name} does not take --${stranger}.`, helpLine(command));
	if (rest.length > 0 && command.rest === 'refused') return wrong(`wizard ${command.name} takes nothing after "--".`, helpLine(command));
	if (operands.length < command.operands.least) return wrong(`wizard ${command.name} needs more: ${command.usage}`, helpLine(command));
	const extra = operands[command.operands.most];
	if (extra !== undefined)
		return wrong(`wizard ${command.name} does not know what to do with "${safe(extra)}".`, secretHint(extra) ?? helpLine(command));
	return {kind: 'run', command, invocation: {command: command.name, options: read.options, operands, rest}};
}

/** What `wizard` alone does. */
const bare = 'onboard';

type Slip = {
	readonly message: string;
	readonly hint?: string;
	/** The option that is not known, without its dashes. */
	readonly unknown?: string;
	/** The word behind it belongs to it. */
	readonly skips?: boolean;
	/** Does it stand before the first word that is no option? */
	readonly first?: boolean;
};
type Read = {
	readonly options: GivenOptions;
	readonly operands: readonly string[];
	readonly asks: ReadonlySet<'help' | 'version'>;
	/** The first thing that is wrong; help and version are still given. */
	readonly slip: Slip | null;
};

function readWords(words: readonly string[]): Read {
	const found: Record<string, true | string | readonly string[]> = {};
	const operands: string[] = [];
	const asks = new Set<'help' | 'version'>();
	let slip: Slip | null = null;
	for (let index = 0; index < words.length; index++) {
		const word = words[index] ?? '';
		if (word === '-h' || word === '--help') asks.add('help');
		else if (word === '-v' || word === '-V' || word === '--version') asks.add('version');
		else if (!word.startsWith('-') || word === '-') operands.push(word);
		else {
			const taken = takeOption(word, words[index + 1], found);
			if (taken === 'next too') index++;
			else if (taken !== 'this word') {
				slip ??= {...taken, first: operands.length === 0};
				if (taken.skips) index++;
			}
		}
	}
	return {options: found as GivenOptions, operands, asks, slip};
}

function takeOption(
	word: string,
	next: string | undefined,
	found: Record<string, true | string | readonly string[]>,
): 'this word' | 'next too' | Slip {
	const equals = word.indexOf('=');
	const name = word.slice(2, equals === -1 ? undefined : equals);
	if (!word.startsWith('--') || !Object.hasOwn(options, name)) return unknownOption(equals === -1 ? word : word.slice(0, equals));
	const option: Option = options[name as OptionName];
	const own = equals === -1 ? null : word.slice(equals + 1);
	if (option.kind === 'flag') {
		if (own !== null) return {message: `--${name} takes no value.`};
		found[name] = true;
		return 'this word';
	}
	const value = own ?? (next?.startsWith('-') && next !== '-' ? undefined : next);
	if (value === undefined || value === '') return {message: `--${name} needs a value: ${shape(name, option)}`};
	const before = found[name];
	if (option.kind === 'list') found[name] = [...(Array.isArray(before) ? before : []), value];
	else if (before !== undefined) return {message: `--${name} was given twice.`, skips: own === null};
	else if (option.kind === 'choice' && !option.values.includes(value))
		return {...notAChoice(name, value, option.values), skips: own === null};
	else found[name] = value;
	return own === null ? 'next too' : 'this word';
}

/** How an option with its value is written. */
export function shape(name: string, option: Option): string {
	switch (option.kind) {
		case 'flag':
			return `--${name}`;
		case 'choice':
			return `--${name} ${option.values.join('|')}`;
		case 'text':
		case 'list':
			return `--${name} ${option.value}`;
	}
}

function unknownCommand(name: string, commands: readonly Command[]): Parsed {
	const near = nearest(
		name,
		commands.map(command => command.name),
	);
	const hint = near === null ? helpLine(null) : `Did you mean: wizard ${near}`;
	return wrong(`There is no command "${safe(name)}".`, secretHint(name) ?? hint);
}

function unknownOption(word: string): Slip {
	return {message: `There is no option "${safe(word)}".`, unknown: word.replace(/^-+/, '')};
}

/** The way out of a slip; what was meant is looked for among the options that the command takes. */
function hintFor({hint, unknown}: Slip, command: Command | null): string {
	if (hint !== undefined || unknown === undefined) return hint ?? helpLine(command);
	const near = nearest(unknown, [...(command?.options ?? Object.keys(options)), 'help', 'version']);
	if (near !== null) return `Did you mean: --${near}`;
	return /key|token|secret|password/i.test(unknown) ? secretsWay : helpLine(command);
}

const secretsWay = 'A secret is never an argument: give it by --secret-stdin or --secret-env NAME.';

/** For a word that is shown masked: it stands in the shell's history by now. */
function secretHint(word: string): string | null {
	return isSecretValue('', word) ? secretsWay : null;
}

function notAChoice(name: string, value: string, values: readonly string[]): Slip {
	const near = nearest(value, values);
	const message = `--${name} cannot be "${safe(value)}": it is one of ${values.join(', ')}.`;
	return near === null ? {message} : {message, hint: `Did you mean: --${name} ${near}`};
}

function helpLine(command: Command | null): string {
	return command === null ? 'See: wizard --help' : `See: wizard ${command.name} --help`;
}

function wrong(message: string, hint: string): Parsed {
	return {kind: 'wrong', message, hint};
}

/** A word as it may be repeated: what looks like a key is masked, control characters are gone. */
function safe(word: string): string {
	return showValue('', word);
}

import {describe, expect, it} from 'vitest';
import type {Command} from '../../source/commands/command.ts';
import {parseArguments} from '../../source/commands/parse-arguments.ts';

const command = (name: string, more: Partial<Command> = {}): Command => ({
	name,
	summary: 'does something',
	usage: `wizard ${name}`,
	options: ['json', 'model', 'auth', 'header'],
	operands: {least: 0, most: 1},
	rest: 'refused',
	examples: [],
	load: async () => async () => 0,
	...more,
});
const commands = [command('doctor'), command('export'), command('run', {operands: {least: 1, most: 1}, rest: 'taken'})];
const parse = (...argv: readonly string[]) => parseArguments(argv, commands);
const options = (...argv: readonly string[]) => {
	const parsed = parse(...argv);
	if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
	return parsed.invocation.options;
};

describe('a right command line', () => {
	it('takes options before and after the command', () => {
		expect(options('--json', 'doctor', '--model', 'm')).toEqual({json: true, model: 'm'});
	});
	it('takes a value as its own word or after =', () => {
		expect(options('doctor', '--model=a=b', '--auth', 'both')).toEqual({model: 'a=b', auth: 'both'});
	});
	it('takes a value that begins with a dash after =', () => {
		expect(options('doctor', '--model=-m')).toEqual({model: '-m'});
	});
	it('gathers what may be repeated', () => {
		expect(options('doctor', '--header', 'A: 1', '--header=B: 2')).toEqual({header: ['A: 1', 'B: 2']});
	});
	it('gives operands, and leaves alone what stands after --', () => {
		expect(parse('run', 'work', '--', 'claude', '--json', '--help')).toMatchObject({
			kind: 'run',
			invocation: {command: 'run', operands: ['work'], rest: ['claude', '--json', '--help'], options: {}},
		});
	});
	it('takes a single dash as an operand', () => {
		expect(parse('doctor', '-')).toMatchObject({invocation: {operands: ['-']}});
	});
});

describe('help and version', () => {
	it.each([[[]], [['--help']], [['-h']], [['--help', '--sjon']]])('%j is the page of the program', argv => {
		expect(parse(...argv)).toEqual({kind: 'help', command: null});
	});
	it.each([[['doctor', '--help']], [['--help', 'doctor']], [['doctor', '--bad', '-h']], [['run', '-h']]])(
		'%j is the page of a command',
		argv => {
			expect(parse(...argv)).toMatchObject({kind: 'help', command: {name: argv.find(word => !word.startsWith('-'))}});
		},
	);
	it.each([[['--version']], [['-v']], [['doctor', '--version']]])('%j is the version', argv => {
		expect(parse(...argv)).toEqual({kind: 'version'});
	});
	it('is not asked for after --', () => {
		expect(parse('run', 'x', '--', '--version').kind).toBe('run');
	});
});

describe('a wrong command line', () => {
	const key = `sk-ant-api03-${'a1b2c3d4'.repeat(6)}`;
	it.each([
		[['doctro'], 'There is no command "doctro".', 'Did you mean: wizard doctor'],
		[['DOCTOR'], 'There is no command "DOCTOR".', 'Did you mean: wizard doctor'],
		[['exp'], 'There is no command "exp".', 'Did you mean: wizard export'],
		[['nothing-like-it'], 'There is no command "nothing-like-it".', 'See: wizard --help'],
		[['doctor', '--jsno'], 'There is no option "--jsno".', 'Did you mean: --json'],
		[['doctor', '-json'], 'There is no option "-json".', 'Did you mean: --json'],
		[['doctor', '--frobnicate'], 'There is no option "--frobnicate".', 'See: wizard doctor --help'],
		[['doctor', '--modal', 'm'], 'There is no option "--modal".', 'Did you mean: --model'],
		[['doctor', '--foo'], 'There is no option "--foo".', 'See: wizard doctor --help'],
		[['--auth', 'foo', '--yes'], '--auth cannot be "foo": it is one of bearer, x-api-key, both.', 'See: wizard --help'],
		[['doctor', '--model', 'a', '--model', 'doctor'], '--model was given twice.', 'See: wizard doctor --help'],
		[['--frobnicate', 'it'], 'There is no option "--frobnicate".', 'See: wizard --help'],
		[
			['--token', 'doctro'],
			'There is no option "--token".',
			'A secret is never an argument: give it by --secret-stdin or --secret-env NAME.',
		],
		[[key], 'There is no command "sk-ant-api03-…c3d4".', 'A secret is never an argument: give it by --secret-stdin or --secret-env NAME.'],
		[
			['doctor', 'a', key],
			'wizard doctor does not know what to do with "sk-ant-api03-…c3d4".',
			'A secret is never an argument: give it by --secret-stdin or --secret-env NAME.',
		],
		[['doctor', '--constructor'], 'There is no option "--constructor".', 'See: wizard doctor --help'],
		[
			['doctor', `--api-key=${key}`],
			'There is no option "--api-key".',
			'A secret is never an argument: give it by --secret-stdin or --secret-env NAME.',
		],
		[['doctor', '--json=yes'], '--json takes no value.', 'See: wizard doctor --help'],
		[['doctor', '--model'], '--model needs a value: --model NAME', 'See: wizard doctor --help'],
		[['doctor', '--model', '--json'], '--model needs a value: --model NAME', 'See: wizard doctor --help'],
		[['doctor', '--model='], '--model needs a value: --model NAME', 'See: wizard doctor --help'],
		[['doctor', '--auth', ''], '--auth needs a value: --auth bearer|x-api-key|both', 'See: wizard doctor --help'],
		[['doctor', '--auth', 'baerer'], '--auth cannot be "baerer": it is one of bearer, x-api-key, both.', 'Did you mean: --auth bearer'],
		[['doctor', '--model', 'a', '--model', 'b'], '--model was given twice.', 'See: wizard doctor --help'],
		[['doctor', '--shell', 'zsh'], 'wizard doctor does not take --shell.', 'See: wizard doctor --help'],
		[['doctor', 'a', 'b'], 'wizard doctor does not know what to do with "b".', 'See: wizard doctor --help'],
		[['doctor', '--', 'x'], 'wizard doctor takes nothing after "--".', 'See: wizard doctor --help'],
		[['run'], 'wizard run needs more: wizard run', 'See: wizard run --help'],
		[['--json'], 'No command was given.', 'See: wizard --help'],
	])('%j', (argv, message, hint) => {
		expect(parse(...argv)).toEqual({kind: 'wrong', message, hint});
	});
	it.each([[[key]], [['doctor', 'x', key]], [['doctor', '--auth', key]], [['doctor', `--${key}`]]])(
		'never repeats what may be a secret (%#)',
		argv => {
			const parsed = parse(...argv);
			expect(parsed.kind).toBe('wrong');
			expect(JSON.stringify(parsed)).not.toContain('a1b2c3d4a1b2');
		},
	);
	it('shows no control characters', () => {
		expect(JSON.stringify(parse('\u001b[31mred'))).not.toContain('u001b');
	});
});

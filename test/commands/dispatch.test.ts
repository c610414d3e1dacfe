import {describe, expect, it} from 'vitest';
import type {Command, Run, Terminal} from '../../source/commands/command.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const secret = `sk-or-v1-${'0badcafe'.repeat(8)}`;

/** Only what dispatch itself looks at; commands are tested with a whole one. */
const machine = {
	environment: {
		variables: {ANTHROPIC_AUTH_TOKEN: secret} as Record<string, string>,
		platform: 'linux',
		home: '/home/u',
		cwd: '/home/u/work',
	},
	files: {stat: (path: string) => (path === '/home/u/work/sub' ? {kind: 'folder'} : null)},
} as unknown as Machine;

function look(argv: readonly string[], run: Run = async () => 0, more: Readonly<Record<string, string>> = {}, terminal?: Terminal) {
	const command: Command = {
		name: 'look',
		summary: 'looks around',
		usage: 'wizard look [options]',
		options: ['json', 'cwd'],
		operands: {least: 0, most: 0},
		rest: 'refused',
		examples: [{line: 'wizard look --json', does: 'for a script'}],
		load: async () => run,
	};
	const environment = {...machine.environment, variables: {...machine.environment.variables, ...more}};
	return typed(argv, {machine: {...machine, environment}, commands: [command], ...(terminal === undefined ? {} : {terminal})});
}

describe('dispatch', () => {
	it('gives the exit code of the command', async () => {
		expect(await look(['look'], async () => 3)).toEqual({code: 3, out: '', err: ''});
	});
	it('says the version', async () => {
		expect(await look(['look', '--version'])).toEqual({code: 0, out: '1.2.3\n', err: ''});
	});
	it('shows the page of the program, with and without being asked', async () => {
		const {out} = await look(['--help']);
		expect(out).toContain('look  looks around');
		expect(await look([])).toEqual({code: 0, out, err: ''});
	});
	it('shows the page of a command', async () => {
		const {code, out} = await look(['look', '--help']);
		expect(code).toBe(0);
		expect(out).toContain('Usage: wizard look [options]');
		expect(out).toMatch(/--cwd DIR +look from this folder/);
		expect(out).toContain('wizard look --json  for a script');
	});
	it('answers a wrong line with a sentence on stderr and exit 2', async () => {
		expect(await look(['loko'])).toEqual({
			code: 2,
			out: '',
			err: 'wizard: There is no command "loko".\n        Did you mean: wizard look\n',
		});
	});
	it.each([
		[['look'], 'sk-...1234\n', 'x ...\n'],
		[['look', '--json'], 'sk-…1234\n', 'x ...\n'],
	])('shows people no sign that their terminal has not: %j', async (argv, out, err) => {
		const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: false};
		const run: Run = async (_, context) => {
			context.out('sk-…1234');
			context.err('✗ …');
			return 0;
		};
		expect(await look(argv, run, {}, terminal)).toEqual({code: 0, out, err});
		expect((await look(['…'], run, {}, terminal)).err).toMatch(/^[\x20-\x7E\n]+$/);
	});
	it('answers it as one object on stdout under --json', async () => {
		const {code, out, err} = await look(['look', '--jsn', '--json']);
		expect([code, err]).toEqual([2, '']);
		expect(JSON.parse(out)).toEqual({schema: 1, error: {code: 2, message: 'There is no option "--jsn".', hint: 'Did you mean: --json'}});
	});
	it('looks from the folder of --cwd', async () => {
		let cwd = '';
		await look(['look', '--cwd', 'sub'], async (_, context) => {
			cwd = context.machine.environment.cwd;
			return 0;
		});
		expect(cwd).toBe('/home/u/work/sub');
		expect(await look(['look', '--cwd', 'gone'])).toMatchObject({code: 2, err: expect.stringContaining('--cwd')});
	});
	it('lets a command fail in the wished form', async () => {
		const {code, out} = await look(['look', '--json'], async (_, {fail}) => fail(3, 'Refused.'));
		expect([code, JSON.parse(out)]).toEqual([3, {schema: 1, error: {code: 3, message: 'Refused.', hint: null}}]);
	});
});

describe('a fault of our own', () => {
	const faulty: Run = async () => {
		throw new Error(`no such thing as ${secret}`);
	};
	it('is one sentence without the stack and without the error text', async () => {
		const {code, out, err} = await look(['look'], faulty);
		expect([code, out]).toEqual([1, '']);
		expect(err).toBe(
			'wizard: Something went wrong in the wizard itself (Error); what you asked for was not finished.\n        Run it again with WIZARD_DEBUG=1 for the details that a report needs.\n',
		);
	});
	it('shows the stack with WIZARD_DEBUG=1, the secrets masked', async () => {
		const {err} = await look(['look'], faulty, {WIZARD_DEBUG: '1'});
		expect(err).toContain('no such thing as');
		expect(err).toMatch(/\n +at /);
		expect(err).not.toContain('0badcafe0badcafe');
	});
	it('does not quote the text that was being read', async () => {
		const half = async () => JSON.parse('{"ANTHROPIC_API_KEY": hunter2hunter2}');
		const {err} = await look(['look'], half, {WIZARD_DEBUG: '1'});
		expect(err).toContain('SyntaxError');
		expect(err).not.toContain('hunter2');
	});
	it('is an object under --json', async () => {
		const {code, out, err} = await look(['look', '--json'], faulty);
		expect([code, err]).toEqual([1, '']);
		expect(JSON.parse(out)).toMatchObject({schema: 1, error: {code: 1}});
	});
});

it('nobody asks how wide the terminal is for what programs read: that alone starts its streams', async () => {
	const terminal = {stdinIsTTY: false, stdoutIsTTY: false, stderrIsTTY: false, colour: false, unicode: true};
	const unasked = {
		...terminal,
		get columns(): number {
			throw new Error('asked');
		},
	};
	const empty = pretend({files: {}});
	for (const argv of [
		['doctor', '--json'],
		['export', '--credential', 'console-key', '--shell', 'bash'],
	])
		expect((await typed(argv, {machine: empty, terminal: unasked})).err).not.toContain('asked');
});

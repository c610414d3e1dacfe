import type {Machine} from '../machine/machine.ts';
import {pathOf} from '../places/roots.ts';
import type {Command, Context, Invocation} from './command.ts';
import {describeCrash} from './describe-crash.ts';
import {commandHelp, programHelp} from './help-text.ts';
import {inAscii} from './page.ts';
import {parseArguments} from './parse-arguments.ts';

/** What the program is given from outside, before anything is understood. */
export type Surroundings = Omit<Context, 'fail'> & {readonly version: string};

/** From the words after `wizard` to an exit code. Whatever goes wrong ends here, in one sentence. */
export async function dispatch(argv: readonly string[], surroundings: Surroundings, commands: readonly Command[]): Promise<number> {
	const people = forPeople(surroundings);
	const fail = failIn({...surroundings, err: people.err}, asksForJson(argv));
	try {
		const parsed = parseArguments(argv, commands);
		switch (parsed.kind) {
			case 'version':
				surroundings.out(surroundings.version);
				return 0;
			case 'help': {
				const {columns} = surroundings.terminal;
				people.out(parsed.command === null ? programHelp(commands, columns) : commandHelp(parsed.command, columns));
				return 0;
			}
			case 'wrong':
				return fail(2, parsed.message, parsed.hint);
			case 'run': {
				const machine = standIn(parsed.invocation.options.cwd ?? null, surroundings.machine);
				if (machine === null) return fail(2, 'The folder given by --cwd does not exist or is no folder.');
				const run = await parsed.command.load();
				const out = isForPrograms(parsed.invocation) ? surroundings.out : people.out;
				return await run(parsed.invocation, {...surroundings, ...people, out, machine, fail});
			}
		}
	} catch (error) {
		const crash = describeCrash(error, surroundings.machine.environment.variables);
		return fail(1, crash.message, crash.hint);
	}
}

/** Wrong command lines answer in the wished form too, so `--json` is looked for before anything is understood. */
function asksForJson(argv: readonly string[]): boolean {
	const end = argv.indexOf('--');
	return argv.indexOf('--json') !== -1 && (end === -1 || argv.indexOf('--json') < end);
}

/** What people read has no signs that their terminal cannot show; what programs read stays as it is. */
function forPeople({out, err, confirm, ask, terminal}: Surroundings): Pick<Context, 'out' | 'err' | 'confirm' | 'ask'> {
	if (terminal.unicode) return {out, err, confirm, ask};
	return {
		out: text => out(inAscii(text)),
		err: text => err(inAscii(text)),
		confirm: question => confirm(inAscii(question)),
		ask: question => ask(inAscii(question)),
	};
}

function isForPrograms({command, options: {json, sarif, schema}}: Invocation): boolean {
	return json === true || sarif === true || schema === true || command === 'export' || command === 'completions';
}

function failIn({out, err}: Surroundings, json: boolean): Context['fail'] {
	return (code, message, hint) => {
		if (json) out(JSON.stringify({schema: 1, error: {code, message, hint: hint ?? null}}));
		else err(hint === undefined ? `wizard: ${message}` : `wizard: ${message}\n        ${hint}`);
		return code;
	};
}

/** The same machine seen from another folder; null where there is no such folder. */
function standIn(folder: string | null, machine: Machine): Machine | null {
	if (folder === null) return machine;
	const cwd = pathOf(machine.environment).resolve(machine.environment.cwd, folder);
	if (machine.files.stat(cwd, 'follow')?.kind !== 'folder') return null;
	return {...machine, environment: {...machine.environment, cwd}};
}

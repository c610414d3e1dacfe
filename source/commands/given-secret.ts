import {Secret} from '../credentials/secret.ts';
import type {Context} from './command.ts';
import type {GivenOptions} from './options.ts';

export type GivenSecret =
	| {readonly state: 'none'}
	/** `trimmed`: there was white space around it, which came with the copying. */
	| {readonly state: 'secret'; readonly secret: Secret; readonly trimmed: boolean}
	| {readonly state: 'wrong'; readonly message: string; readonly hint?: string};

/** A minute: password managers ask for a fingerprint. */
const patience = 60_000;

/** The secret by --secret-stdin, --secret-env or --secret-command; it never stands on the command line itself. */
export async function givenSecret(options: GivenOptions, {machine, input}: Pick<Context, 'machine' | 'input'>): Promise<GivenSecret> {
	const {'secret-stdin': stdin, 'secret-env': variable, 'secret-command': command} = options;
	const ways = [stdin, variable, command].filter(way => way !== undefined).length;
	if (ways === 0) return {state: 'none'};
	if (ways > 1)
		return {state: 'wrong', message: 'The secret can come in one way only.', hint: '--secret-stdin, --secret-env or --secret-command'};
	if (stdin !== undefined) return fromText(await input(), 'stdin was empty: there is no secret in it.');
	if (variable !== undefined)
		return fromText(
			machine.environment.variables[variable] ?? '',
			`The variable ${/^\w+$/.test(variable) ? variable : 'given by --secret-env'} holds nothing.`,
		);
	return fromCommand(command ?? '', machine);
}

async function fromCommand(command: string, {programs, environment}: Context['machine']): Promise<GivenSecret> {
	const [program, ...args] = environment.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c'] : ['/bin/sh', '-c'];
	const outcome = await programs.run(program ?? '', [...args, command], {
		env: environment.variables,
		cwd: environment.cwd,
		timeout: patience,
	});
	switch (outcome.state) {
		case 'ended':
			return outcome.code === 0
				? fromText(outcome.stdout, 'The command given by --secret-command printed nothing.')
				: {
						state: 'wrong',
						message: `The command given by --secret-command ended with code ${outcome.code}.`,
						hint: 'Run it by itself to see why.',
					};
		case 'timeout':
			return {state: 'wrong', message: 'The command given by --secret-command took longer than a minute.'};
		case 'killed':
			return {state: 'wrong', message: `The command given by --secret-command was ended by ${outcome.signal}.`};
		case 'missing':
		case 'not-runnable':
			return {state: 'wrong', message: 'No shell was found to run the command given by --secret-command.'};
	}
}

function fromText(text: string, whenEmpty: string): GivenSecret {
	const withoutEnd = text.replace(/\r?\n$/, '');
	const secret = withoutEnd.trim();
	return secret === ''
		? {state: 'wrong', message: whenEmpty}
		: {state: 'secret', secret: new Secret(secret), trimmed: secret !== withoutEnd};
}

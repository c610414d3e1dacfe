import {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';

export type FoundSecret =
	/** `trimmed`: there was white space around it, which came with the copying. */
	| {readonly state: 'secret'; readonly secret: Secret; readonly trimmed: boolean}
	| {readonly state: 'wrong'; readonly message: string; readonly hint?: string};

/** A minute: password managers ask for a fingerprint. */
const patience = 60_000;

/** What the command prints, with `source` for the sentences about it: `The command given by --secret-command`. */
export async function secretFromCommand(command: string, source: string, {programs, environment}: Machine): Promise<FoundSecret> {
	const [program, ...args] = environment.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c'] : ['/bin/sh', '-c'];
	const outcome = await programs.run(program ?? '', [...args, command], {
		env: environment.variables,
		cwd: environment.cwd,
		timeout: patience,
	});
	switch (outcome.state) {
		case 'ended':
			return outcome.code === 0
				? secretFromText(outcome.stdout, `${source} printed nothing.`)
				: {
						state: 'wrong',
						message: `${source} ended with code ${outcome.code}.`,
						hint: 'Run it by itself to see why.',
					};
		case 'timeout':
			return {state: 'wrong', message: `${source} took longer than a minute.`};
		case 'killed':
			return {state: 'wrong', message: `${source} was ended by ${outcome.signal}.`};
		case 'missing':
		case 'not-runnable':
			return {state: 'wrong', message: `No shell was found to run it: ${source.charAt(0).toLowerCase()}${source.slice(1)}.`};
	}
}

/** A last line end comes with every tool, other white space with copying. */
export function secretFromText(text: string, whenEmpty: string): FoundSecret {
	const withoutEnd = text.replace(/\r?\n$/, '');
	const secret = withoutEnd.trim();
	return secret === ''
		? {state: 'wrong', message: whenEmpty}
		: {state: 'secret', secret: new Secret(secret), trimmed: secret !== withoutEnd};
}

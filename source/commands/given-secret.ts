import {isSecretValue} from '../places/show.ts';
import type {Context} from './command.ts';
import {type FoundSecret, secretFromCommand, secretFromText} from './found-secret.ts';
import type {GivenOptions} from './options.ts';

export type GivenSecret = {readonly state: 'none'} | FoundSecret;

/** The secret by --secret-stdin, --secret-env or --secret-command; it never stands on the command line itself. */
export async function givenSecret(options: GivenOptions, {machine, input}: Pick<Context, 'machine' | 'input'>): Promise<GivenSecret> {
	const {'secret-stdin': stdin, 'secret-env': variable, 'secret-command': command} = options;
	const ways = [stdin, variable, command].filter(way => way !== undefined).length;
	if (ways === 0) return {state: 'none'};
	if (ways > 1)
		return {state: 'wrong', message: 'The secret can come in one way only.', hint: '--secret-stdin, --secret-env or --secret-command'};
	if (stdin !== undefined) return secretFromText(await input('secret'), 'stdin was empty: there is no secret in it.');
	if (variable !== undefined && isSecretValue('', variable))
		return {
			state: 'wrong',
			message: '--secret-env takes the name of a variable, and this looks like the key itself.',
			hint: "It is in your shell's history now. Give it by --secret-stdin, or by the name of a variable that holds it.",
		};
	if (variable !== undefined)
		return secretFromText(
			machine.environment.variables[variable] ?? '',
			`The variable ${/^\w+$/.test(variable) ? variable : 'given by --secret-env'} holds nothing.`,
		);
	return secretFromCommand(command ?? '', 'The command given by --secret-command', machine);
}

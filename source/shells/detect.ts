import {shellNamed} from './index.ts';
import type {Shell} from './shell.ts';

/** A process above ours. `args` begins with the program itself. */
export type Ancestor = {readonly program: string; readonly args: readonly string[]};

export type Detected = {readonly shell: Shell; readonly by: 'parent' | 'variable' | 'login-shell' | 'system'};

/** What a shell sets for its children by itself, unlike FISH_VERSION, BASH_VERSION and ZSH_VERSION, which are not exported. */
const signs: readonly (readonly [variable: string, program: string])[] = [
	['NU_VERSION', 'nu'],
	['XONSH_VERSION', 'xonsh'],
	['POWERSHELL_DISTRIBUTION_CHANNEL', 'pwsh'],
];

/**
 * The shell that asks: the nearest one among the processes above us. SHELL comes after all signs of it, since it names the login
 * shell, whichever was started in it since; on Windows only Git Bash and Cygwin set it.
 */
export function detectShell(
	variables: Readonly<Record<string, string>>,
	ancestors: readonly Ancestor[],
	platform: 'linux' | 'darwin' | 'win32',
): Detected | null {
	for (const ancestor of ancestors) {
		const shell = shellOf(ancestor);
		if (shell !== null) return {shell, by: 'parent'};
	}
	for (const [variable, program] of signs) {
		const shell = variables[variable] ? shellNamed(program) : null;
		if (shell !== null) return {shell, by: 'variable'};
	}
	const login = variables['SHELL'] ? shellNamed(variables['SHELL']) : null;
	if (login !== null) return {shell: login, by: 'login-shell'};
	const usual = platform === 'win32' ? shellNamed(variables['PROMPT'] ? 'cmd' : 'powershell') : null;
	return usual === null ? null : {shell: usual, by: 'system'};
}

/** npx, make and wrapper scripts put an `sh -c …` or `cmd /c …` between: these two count only where they are a prompt. */
function shellOf({program, args}: Ancestor): Shell | null {
	const shell = shellNamed(program);
	switch (shell?.name) {
		case undefined:
			return null;
		case 'sh':
			return isPrompt(args.slice(shell.programs.includes(args[1] ?? '') ? 2 : 1)) ? shell : null;
		case 'cmd':
			return args.some(word => /^\/c/i.test(word)) ? null : shell;
		default:
			return shell;
	}
}

/** No `-c`, also not joined to others as in `-ec`, and no script. */
function isPrompt(options: readonly string[]): boolean {
	return options.every(word => /^[-+]/.test(word) && !/^-[a-z]*c/i.test(word));
}

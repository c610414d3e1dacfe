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

/**
 * npx, npm scripts and make put an `sh -c LINE` or `cmd /c LINE` between. That one asks only where its line takes our output in, as
 * in `eval "$(wizard export …)"`.
 */
function shellOf({program, args}: Ancestor): Shell | null {
	// busybox is many programs in one; the first word says which.
	const shell = shellNamed(program === 'busybox' ? (args[1] ?? '') : program);
	switch (shell?.name) {
		case undefined:
			return null;
		case 'sh': {
			const dashC = args.findIndex(word => /^-[a-z]*c$/.test(word));
			return dashC === -1 || /\$\(|[`|]/.test(args[dashC + 1] ?? '') ? shell : null;
		}
		case 'cmd':
			return args.some(word => /^\/c/i.test(word)) ? null : shell;
		default:
			return shell;
	}
}

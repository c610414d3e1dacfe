import type {Ground} from './ground.ts';
import type {Home, ShellName} from './home.ts';

/** What a new shell hands to the programs in it, and its aliases. */
export type ShellState = {readonly variables: ReadonlyMap<string, string>; readonly aliases: readonly string[]};

const programs: Readonly<Record<ShellName, readonly string[]>> = {bash: ['-lc', '-ic'], zsh: ['-lc', '-ic'], fish: ['-lc']};

/** Of every kind of start, by how the shell is called. */
export async function shellStates(
	home: Home,
	ground: Ground,
	cwd: string,
	env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, ShellState>> {
	const states = new Map<string, ShellState>();
	for (const launch of programs[home.shell]) {
		const {stdout} = await ground.run(cwd, env, 'setsid', ['-w', home.shell, launch, "printf '\\001'; env -0; printf '\\001'; alias"]);
		const [, variables = '', aliases = ''] = stdout.split('\u0001');
		const pairs = variables.split('\0').map((text): [string, string] => {
			const at = text.indexOf('=');
			return [text.slice(0, at), text.slice(at + 1)];
		});
		states.set(`${home.shell} ${launch}`, {variables: new Map(pairs), aliases: aliases.split('\n').filter(line => line !== '')});
	}
	return states;
}

/** Aliases that faults make (faults/wrappers.ts): what they say of credentials goes. */
const wrapper = /^(?:alias )?(?:claude|cc|work-claude)[ =]/;

/** One sentence for each variable or alias of the user's that is no longer as it was. */
export function changedInShells(
	home: Home,
	before: ReadonlyMap<string, ShellState>,
	after: ReadonlyMap<string, ShellState>,
): readonly string[] {
	const free = new Set([...home.mayGo, '_', 'SHLVL', 'PWD', 'OLDPWD', '']);
	return [...before].flatMap(([shell, old]) => {
		const now = after.get(shell);
		const variables = [...old.variables].filter(([name, value]) => !free.has(name) && now?.variables.get(name) !== value);
		const aliases = old.aliases.filter(line => !now?.aliases.includes(line) && !wrapper.test(line));
		return [
			...variables.map(([name]) => `${shell} lost the variable ${name}: it is ${JSON.stringify(now?.variables.get(name))}`),
			...aliases.map(line => `${shell} lost the alias ${line}`),
		];
	});
}

import type {Machine} from '../machine/machine.ts';
import {shellNamed, shells} from '../shells/index.ts';
import {expandHome} from '../shells/reads.ts';
import type {Shell, ShellName, ShellRoots, StartupFile} from '../shells/shell.ts';
import {claudeScripts} from './claude-scripts.ts';
import type {VariableFact} from './fact.ts';
import type {Place} from './place.ts';
import type {Roots} from './roots.ts';
import {pathOf} from './roots.ts';
import type {Found} from './startup-reader.ts';
import {StartupReader} from './startup-reader.ts';

/** What the startup files of every shell set, unset or compute, the files they source included. Nothing of them is run. */
export const startupFiles: Place = {
	id: 'startup-file',
	look: (machine, roots) => {
		// One family reads a file in one way: ~/.profile is reported once, not for sh, bash and ksh each.
		const families = new Map<string, Set<string>>();
		const seenBy = (shell: ShellName): Set<string> => {
			const family = /^(?:sh|bash|zsh|ksh)$/.test(shell) ? 'posix' : shell;
			const seen = families.get(family) ?? new Set();
			families.set(family, seen);
			return seen;
		};
		const read = shells.map(shell => ({shell, facts: readerOf(shell, machine, roots, seenBy(shell.name)).facts()}));
		const scripts = claudeScripts(machine, whereOf(machine, roots), seenBy);
		// The last line that sets a value counts as the one this terminal has it from: the user's own shell speaks last.
		const own = shellNamed(machine.environment.variables['SHELL'] ?? '');
		const inOrder = [...read.filter(({shell}) => shell !== own), ...read.filter(({shell}) => shell === own)];
		return [...scripts, ...inOrder.flatMap(({facts}) => facts)];
	},
};

/** What is left of all that when this shell has started as the shell of a new terminal, one fact for each variable. */
export function lastingIn(shell: Shell, machine: Machine, roots: Roots): readonly VariableFact[] {
	return readerOf(shell, machine, roots, new Set()).lasting();
}

function whereOf({environment: {platform, variables}}: Machine, {home, xdgConfig, zdotdir}: Roots): ShellRoots {
	return {home, xdgConfig, zdotdir, platform, variables};
}

function readerOf(shell: Shell, machine: Machine, roots: Roots, seen: Set<string>): StartupReader {
	const where = whereOf(machine, roots);
	const reader = new StartupReader(machine, shell.name, where, seen);
	const files = (zdotdir: string) => filesThere(machine, shell.startupFiles({...where, zdotdir}));
	let zdotdir = where.zdotdir;
	let list = files(zdotdir);
	reader.direct(list);
	for (let index = 0; index < list.length; index++) {
		const file = list[index];
		if (file) reader.read(file);
		// ~/.zshenv may say where zsh finds the others.
		const moved = shell.name === 'zsh' ? (reader.known('ZDOTDIR') ?? zdotdir) : zdotdir;
		if (moved !== zdotdir) {
			zdotdir = moved;
			list = files(zdotdir);
			reader.direct(list);
			index = -1;
		}
	}
	for (const found of readLater(shell, machine, reader, where)) reader.read(found);
	return reader;
}

/**
 * A startup file may itself name one more: `bash -lc` reads .profile, and then what BASH_ENV says by now. fish reads the file of a
 * function when it is called.
 */
function readLater({name}: Shell, machine: Machine, reader: StartupReader, where: ShellRoots): readonly Found[] {
	const named = /^(?:bash|sh|ksh)$/.test(name);
	const paths = [
		{path: named ? expandHome(reader.known('BASH_ENV'), where) : null, when: 'always'},
		{path: named ? expandHome(reader.known('ENV'), where) : null, when: 'interactive'},
		{path: name === 'fish' ? pathOf(machine.environment).join(where.xdgConfig, 'fish', 'functions', 'claude.fish') : null, when: 'always'},
	] as const;
	return paths.flatMap(({path, when}): readonly Found[] =>
		path === null || machine.files.stat(path) === null ? [] : [{path, file: {path, when, owner: 'user'}, insteadOf: null}],
	);
}

/** The files that are there, folders opened. Of those that share a word the shell reads the first; the others say which. */
function filesThere(machine: Machine, files: readonly StartupFile[]): readonly Found[] {
	const first = new Map<string, string>();
	return files.flatMap((file): readonly Found[] => {
		const {folderOf, firstOf, path} = file;
		if (folderOf !== undefined) {
			const names = machine.files.list(path) ?? [];
			return names
				.filter(name => name.endsWith(folderOf))
				.map(name => ({path: pathOf(machine.environment).join(path, name), file, insteadOf: null}));
		}
		if (machine.files.stat(path) === null) return [];
		if (firstOf === undefined) return [{path, file, insteadOf: null}];
		const winner = first.get(firstOf) ?? null;
		if (winner === null) first.set(firstOf, path);
		return [{path, file, insteadOf: winner}];
	});
}

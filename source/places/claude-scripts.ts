import type {Machine} from '../machine/machine.ts';
import {shellNamed} from '../shells/index.ts';
import type {ShellName, ShellRoots} from '../shells/shell.ts';
import type {Fact, VariableFact} from './fact.ts';
import {fileAsText} from './file-as-text.ts';
import {isBelow} from './is-below.ts';
import {pathOf} from './roots.ts';
import {handedByFlag, setByProgram} from './startup-fact.ts';
import {StartupReader} from './startup-reader.ts';
import {isKnownVariable} from './variables.ts';

/**
 * A script of the user's own named `claude`, which starts the real one: what it exports, no shell knows of, and every start has it. Nothing
 * of it is run.
 */
export function claudeScripts(machine: Machine, where: ShellRoots, seenBy: (shell: ShellName) => Set<string>): readonly Fact[] {
	return scriptsOf(machine, where.home).flatMap((path): readonly Fact[] => {
		const file = fileAsText(machine, 'startup-file', path);
		const program = file.state === 'text' ? /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?([\w.+-]+)/.exec(file.text)?.[1] : undefined;
		if (file.state !== 'text' || program === undefined) return [];
		const shell = shellNamed(program);
		if (shell === null) return named(file.text, path, program);
		const reader = new StartupReader(machine, shell.name, where, seenBy(shell.name));
		reader.read({path, file: {path, when: 'always', owner: 'user'}, insteadOf: null});
		return [...reader.facts(), ...named(file.text, path, null)];
	});
}

/** In the folders of PATH below the home, and in those that a new terminal has there too. Links are followed out of the home by nobody. */
function scriptsOf(machine: Machine, home: string): readonly string[] {
	const {environment, files} = machine;
	if (environment.platform === 'win32') return [];
	const {join, delimiter, resolve} = pathOf(environment);
	const stated = (environment.variables['PATH'] ?? '').split(delimiter).map(folder => resolve(environment.cwd, folder));
	const folders = [...new Set([...stated, join(home, 'bin'), join(home, '.local', 'bin')])];
	const found = folders.map(folder => join(folder, 'claude')).filter(path => isBelow(path, home) && files.executable(path));
	const real = new Set<string>();
	return found.filter(path => {
		const at = files.real(path) ?? path;
		// npm's own launcher exports nothing, and the program itself is no text.
		if (!isBelow(at, home) || /node_modules/.test(at) || real.has(at)) return false;
		real.add(at);
		return (files.stat(at)?.size ?? largest) < largest;
	});
}

const largest = 65_536;

/** Other languages set a variable in ways of their own, and `--settings` hands claude a value that outranks every file. */
function named(text: string, path: string, program: string | null): readonly VariableFact[] {
	const uses = program === null ? inFlag : inProgram;
	return text.split('\n').flatMap((line, index) =>
		/^\s*(?:#|\/\/)/.test(line)
			? []
			: [...line.matchAll(uses)].flatMap(({1: variable = '', index: column}): readonly VariableFact[] => {
					const form = program === null ? handedByFlag : setByProgram;
					const origin = {
						from: 'startup-file',
						shell: program ?? 'sh',
						does: 'computed',
						exported: true,
						when: 'always',
						sourcedBy: null,
						form,
					} as const;
					const spot = {place: 'startup-file', file: path, line: index + 1, column: column + 1} as const;
					const held = {state: 'text', value: null, shown: 'set when claude is started', why: null} as const;
					return isKnownVariable(variable) ? [{kind: 'variable', variable, ...spot, ...held, origin}] : [];
				}),
	);
}

const inProgram = /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)["'\])]*\s*(?:=(?!=)|:)/g;
const inFlag = /(?<=--settings\b.*)"([A-Z][A-Z0-9]*_[A-Z0-9_]+)"\s*:/g;

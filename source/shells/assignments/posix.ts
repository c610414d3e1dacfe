import type {Command} from './command.ts';
import {assignmentOf, isLost, lines, sourceOf} from './command.ts';
import {inside} from './outline.ts';
import {readPosixCommands} from './posix-commands.ts';
import {saidByPosix} from './posix-said.ts';
import type {Statement} from './statement.ts';
import {throughLoops} from './through-loops.ts';
import {staticText} from './word.ts';

export type PosixShell = 'sh' | 'bash' | 'zsh' | 'ksh';

/** What a script of sh, bash, zsh or ksh says about variables. */
export function readPosix(text: string, shell: PosixShell): readonly Statement[] {
	const statements: Statement[] = [];
	const lineOf = lines(text);
	let exportsAll = false;
	for (const command of readPosixCommands(text, {
		ansiC: shell !== 'sh',
		lastOfPipeStays: shell === 'zsh' || shell === 'ksh',
		shortForms: shell === 'zsh',
	})) {
		if (isLost(command)) continue;
		const [name, ...args] = commandWords(command);
		if (ends(command, name, args.length)) break;
		exportsAll = allExport(name, args) ?? exportsAll;
		if (name === 'source' || name === '.') {
			const file = command.words[command.words.length - args.length];
			if (file && args.length > 0) statements.push(sourceOf(command, throughLoops(command.body, file.parts), exportsAll, lineOf));
		} else
			for (const said of saidByPosix(text, command, shell, inner => readPosix(inner, shell)))
				if (!isLocal(command, said.form, shell)) {
					const exported = said.exported || (exportsAll && (said.does === 'set' || said.does === 'computed'));
					statements.push(assignmentOf(text, command, {...said, exported}, lineOf));
				}
	}
	return statements;
}

/** The words as text, without what only changes how a command is looked up; null where a word is not static. */
function commandWords(command: Command): (string | null)[] {
	const words = command.words.map(word => staticText(word.parts));
	while (/^(?:command|builtin|noglob|nocorrect)$/.test(words[0] ?? '') && words.length > 1) words.shift();
	return words;
}

/** `return`, `exit` and `exec program` at the outermost level: nothing after them runs. */
function ends(command: Command, name: string | null | undefined, args: number): boolean {
	if (command.body.frame !== null || command.linked || command.joined) return false;
	return name === 'return' || name === 'exit' || (name === 'exec' && args > 0);
}

function allExport(name: string | null | undefined, args: readonly (string | null)[]): boolean | null {
	if (name === 'setopt' && args.some(arg => /^all_?export$/i.test(arg ?? ''))) return true;
	if (name === 'unsetopt' && args.some(arg => /^all_?export$/i.test(arg ?? ''))) return false;
	if (name !== 'set') return null;
	const long = args[1] === 'allexport';
	if (/^-[a-z]*a/.test(args[0] ?? '') || (args[0] === '-o' && long)) return true;
	if (/^\+[a-z]*a/.test(args[0] ?? '') || (args[0] === '+o' && long)) return false;
	return null;
}

/** Inside a function these make a variable of the function, except where zsh makes `typeset -x` global. */
function isLocal(command: Command, form: string, shell: PosixShell): boolean {
	if (!inside(command.body, 'function')) return form === 'local';
	if (form === 'local' || form === 'private') return true;
	const [name = '', flags = ''] = form.split(' ');
	return /^(?:declare|typeset|integer|float)$/.test(name) && !flags.includes('g') && !(shell === 'zsh' && flags.includes('x'));
}

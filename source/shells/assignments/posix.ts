import type {Command} from './command.ts';
import {assignmentOf, isConditional, isLost, lines, sourceOf} from './command.ts';
import {callsClaude} from './for-claude.ts';
import {inside} from './outline.ts';
import {readPosixCommands} from './posix-commands.ts';
import {callOf, saidByPosix} from './posix-said.ts';
import {saidInText} from './said-in-text.ts';
import type {Statement} from './statement.ts';
import {textsRun} from './texts-run.ts';
import {Turns, throughLoops} from './through-loops.ts';
import {mostLevels} from './too-deep.ts';
import type {Word} from './word.ts';
import {staticText} from './word.ts';

export type PosixShell = 'sh' | 'bash' | 'zsh' | 'ksh';

/** What a script of sh, bash, zsh or ksh says about variables. */
export function readPosix(text: string, shell: PosixShell, level = 0): readonly Statement[] {
	const inner = (run: string) => (level === mostLevels ? [] : readPosix(run, shell, level + 1));
	const statements: Statement[] = [];
	const lineOf = lines(text);
	const turns = new Turns();
	let exportsAll = false;
	const commands = readPosixCommands(text, {
		ansiC: shell !== 'sh',
		lastOfPipeStays: shell === 'zsh' || shell === 'ksh',
		shortForms: shell === 'zsh',
	});
	const claudeIn = new Set(commands.filter(command => callsClaude(text, command)).map(({body}) => body));
	for (const command of commands) {
		if (isLost(command)) continue;
		const call = callOf(text, command, shell);
		const {name, args} = call;
		const last = ends(command, name, args.length);
		if (last && name !== 'exec') break;
		exportsAll = allExport(name, args) ?? exportsAll;
		const texts = textsRun(text, command, call);
		for (const run of texts) {
			const around = {conditional: isConditional(command), exportsAll};
			statements.push(...saidInText(text, run, inner, around, lineOf));
		}
		if (name === 'eval' && texts.length > 0) continue;
		if (name === 'source' || name === '.') {
			if (args[0]) statements.push(sourceOf(command, throughLoops(command.body, args[0].parts), exportsAll, lineOf));
		} else {
			const plain = saidByPosix(text, command, call, shell, inner);
			const inTurns = turns.said(command, plain, turn => saidByPosix(text, turn, callOf(text, turn, shell), shell, inner));
			for (const said of [...plain, ...inTurns]) {
				const local = isLocal(command, said.form, shell);
				if (local && !(said.exported && claudeIn.has(command.body))) continue;
				const exported = said.exported || (exportsAll && (said.does === 'set' || said.does === 'computed'));
				statements.push(assignmentOf(text, command, {...said, exported, ...(local ? {reach: 'command'} : {})}, lineOf));
			}
		}
		if (last) break;
	}
	return statements;
}

/** `return`, `exit` and `exec program` at the outermost level: nothing after them runs. */
function ends(command: Command, name: string | null, args: number): boolean {
	if (command.body.frame !== null || command.linked || command.joined) return false;
	return name === 'return' || name === 'exit' || (name === 'exec' && args > 0);
}

function allExport(name: string | null, args: readonly Word[]): boolean | null {
	if (name !== 'set' && name !== 'setopt' && name !== 'unsetopt') return null;
	const [first = '', second = ''] = args.map(arg => staticText(arg.parts) ?? '');
	if (name !== 'set') return /^all_?export$/i.test(first) ? name === 'setopt' : null;
	if (/^-[a-z]*a/.test(first) || (first === '-o' && second === 'allexport')) return true;
	return /^\+[a-z]*a/.test(first) || (first === '+o' && second === 'allexport') ? false : null;
}

/** Inside a function these make a variable of the function, except where zsh makes `typeset -x` global. */
function isLocal(command: Command, form: string, shell: PosixShell): boolean {
	const [name = '', flags = ''] = form.split(' ');
	if (!inside(command.body, 'function')) return form === 'local';
	if (name === 'local' || name === 'private') return true;
	return /^(?:declare|typeset|integer|float)$/.test(name) && !flags.includes('g') && !(shell === 'zsh' && flags.includes('x'));
}

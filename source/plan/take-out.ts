import type {Assignment, CannotRemove, Statement} from '../shells/assignments/statement.ts';
import type {Span} from '../shells/assignments/word.ts';
import {readAssignments} from '../shells/assignments.ts';
import type {ShellName} from '../shells/shell.ts';
import {cutStatement} from './cut-statement.ts';
import type {Refused} from './edited.ts';
import {isSameWithout} from './same-without.ts';

export type TakenOut = {readonly state: 'changed'; readonly text: string; readonly line: number} | {readonly state: 'same'} | Refused;

/**
 * Takes one variable's assignment out of a startup file, so that the rest parses in its shell and does what it did: the one that
 * begins on `line`, or all. A bare `export N` goes with the last plain `N=v`. What comes out is read again before it is believed.
 */
export function takeOut(text: string, shell: ShellName, variable: string, line: number | 'all' = 'all'): TakenOut {
	const isMeant = (one: Assignment): boolean => sets(one, variable) && (line === 'all' || one.line === line);
	// A line that is named may also be one that clears the variable.
	const first = find(text, shell, isMeant) ?? find(text, shell, one => unsets(one, variable) && one.line === line);
	if (first === null) return find(text, shell, one => sets(one, variable)) === null ? {state: 'same'} : notFound(variable, line);
	let now = text;
	let wasPlain = false;
	for (let target: Assignment | null = first; target !== null; ) {
		const cut = cutOut(now, shell, target);
		if ('state' in cut) return cut;
		now = cut.after;
		wasPlain ||=
			target.does !== 'export' && target.does !== 'unset' && !/^(?:export|declare -\w*x|typeset -\w*x|set -\w*x)/.test(target.form);
		target = line === 'all' ? find(now, shell, isMeant) : null;
		// `export N` belongs to the plain assignment that is gone.
		if (target === null && wasPlain && find(now, shell, one => sets(one, variable)) === null)
			target = find(now, shell, one => one.variable === variable && one.does === 'export');
	}
	return {state: 'changed', text: now, line: first.line};
}

function sets({variable, does}: Assignment, name: string): boolean {
	return variable === name && (does === 'set' || does === 'computed');
}

function unsets({variable, does}: Assignment, name: string): boolean {
	return variable === name && does === 'unset';
}

function find(text: string, shell: ShellName, isMeant: (one: Assignment) => boolean): Assignment | null {
	const isTarget = (one: Statement): one is Assignment => one.kind === 'assignment' && isMeant(one);
	return readAssignments(text, shell).find(isTarget) ?? null;
}

/** The text without it. */
function cutOut(text: string, shell: ShellName, target: Assignment): {readonly after: string} | Refused {
	const {removal} = target;
	if (removal.how === 'refuse') return refused(target, removal.why);
	const span: Span = removal.how === 'cut-item' ? removal.cut : removal.how === 'put-no-op' ? target : cutStatement(text, target);
	const inserted = removal.how === 'put-no-op' ? noOps[shell] : '';
	if (inserted === null || (shell === 'cmd' && !isAlone(text, target))) return refused(target, 'part-of-command');
	const after = text.slice(0, span.start) + inserted + text.slice(span.end);
	if (!isSameWithout(readAssignments(text, shell), readAssignments(after, shell), target)) return refused(target, 'not-understood');
	return {after};
}

/** Nothing else on its line: what parts commands in a batch file is not known to cutStatement. */
function isAlone(text: string, {start, end}: Span): boolean {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	return text.slice(lineStart, start).trim() === '' && /^\s*(?:\n|$)/.test(text.slice(end));
}

/** A command that does nothing and ends as the assignment did: `set` of fish leaves $status as it was, and so does an empty block. */
const noOps: Readonly<Record<ShellName, string | null>> = {
	sh: ':',
	bash: ':',
	zsh: ':',
	ksh: ':',
	fish: 'begin; end',
	tcsh: ':',
	nushell: 'null',
	elvish: 'nop',
	xonsh: 'pass',
	powershell: '$null',
	cmd: null,
};

function refused({variable, line, column}: Assignment, why: CannotRemove): Refused {
	return {state: 'refused', kind: 'impossible', why: `${variable} ${reasons[why]}; take it out by hand`, line, column};
}

const reasons: Readonly<Record<CannotRemove, string>> = {
	loop: 'is set inside a loop',
	eval: 'is set by a text that eval runs',
	'several-lines': 'has a value over several lines',
	'part-of-command': 'is set by a command that does more',
	'not-understood': 'cannot be taken out without changing what is around it',
};

function notFound(variable: string, line: number | 'all'): Refused {
	const why = `${variable} is not set on this line any more`;
	return {state: 'refused', kind: 'not-found', why, line: line === 'all' ? null : line, column: null};
}

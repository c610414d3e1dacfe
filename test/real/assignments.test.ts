import {describe, expect, test} from 'vitest';
import type {Statement} from '../../source/shells/assignments/statement.ts';
import {readAssignments} from '../../source/shells/assignments.ts';
import type {ShellName} from '../../source/shells/shell.ts';
import {csh, cshDecoys, fish, fishDecoys} from '../shells/assignments/fish-csh-table.ts';
import {rows} from '../shells/assignments/others-table.ts';
import {decoys, forms, type Row, zsh} from '../shells/assignments/posix-table.ts';
import {mark, printEnvironment, realShells, runLines} from './real-shells.ts';

const tables: Readonly<Record<string, readonly string[]>> = {
	posix: [...texts(forms), ...decoys],
	zsh: [...texts(forms), ...decoys, ...texts(zsh)],
	fish: [...texts(fish), ...fishDecoys],
	tcsh: [...texts(csh), ...cshDecoys],
	...Object.fromEntries(Object.entries(rows).map(([shell, table]) => [shell, [...texts(table.forms), ...table.decoys]])),
};

function texts(table: readonly Row[]): readonly string[] {
	return table.map(([text]) => text);
}

/** What the environment holds for N in the end; undefined where that depends on a condition or a program. */
function predicted(statements: readonly Statement[]): string | null | undefined {
	let value: string | null | undefined = null;
	for (const statement of statements) {
		if (statement.kind === 'source' || statement.variable !== 'N' || statement.does === 'export') continue;
		// What only one command is given, the shell does not keep.
		if (statement.form === 'for claude') continue;
		if (statement.conditional || statement.does === 'computed') return undefined;
		value = statement.does === 'unset' ? null : statement.exported ? statement.value : value;
	}
	return value;
}

/** Forms that the shell does not know, or that change what follows in ways a file alone does not tell. */
const foreign: Readonly<Record<string, RegExp>> = {
	dash: /\$'|declare|typeset|builtin|printf -v|\+=|\(1 2\)|arr=|\[\[|\(\(|function|export -n|N\+=|<<<|export -p|-A|read -r[s]|&>|local N|\{fd\}|N=\(a|^source /,
	busybox: /\$'|declare|typeset|builtin|printf -v|\+=|\(1 2\)|arr=|\(\(|export -n|<<<|-A|local N|N=\(a|read|^source /,
	yash: /declare|typeset|builtin|printf -v|\+=|arr=|\(\(|export -n|<<<|-A|local|read|function|\u00a0|\uFEFF|^source </,
	ksh: /declare|export -n|printf -v|builtin|local|-A|\(1 2\)|arr=|export -f|typeset|f\(\)/,
	// Of ksh93 and mksh only the first keeps the last command of a pipe.
	mksh: /\| export|declare|export -n|printf -v|builtin|local|-A|\(1 2\)|arr=|typeset|export -f|N=\(a/,
	zsh: /export -n|declare \+x|printf -v N %d|export -f|N=\(a b\)|typeset -x N=v \}/,
	bash: /^local/,
	'bsd-csh': /\$'/,
};

describe.each(realShells.map(real => ({title: mark(real), real})))('$title', ({real}) => {
	const {program, shell} = real;
	const name: ShellName = shell.name;
	const table = tables[name] ?? tables['posix'] ?? [];
	// A script file is not sourced: there `return` does nothing, and what is local to the file lasts to its end.
	const known = table.filter(text => !foreign[program]?.test(text) && !/^return|^set -lx/.test(text));
	test.skipIf(real.path === null).each(known)('%j', text => {
		const expected = predicted(readAssignments(text, name));
		if (expected === undefined) return;
		const {environments} = runLines(real, [text, printEnvironment(real)]);
		// A file that ends early (`exit`, `exec`) prints nothing.
		if (environments.length > 0) expect(environments.at(-1)?.['N'] ?? null).toBe(expected);
	});
});

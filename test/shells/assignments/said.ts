import type {Assignment} from '../../../source/shells/assignments/statement.ts';
import {readAssignments} from '../../../source/shells/assignments.ts';
import type {ShellName} from '../../../source/shells/shell.ts';

export function assignments(text: string, shell: ShellName, variable = 'N'): readonly Assignment[] {
	return readAssignments(text, shell).filter(each => each.kind === 'assignment' && each.variable === variable) as Assignment[];
}

/** Each statement about N as one line: what it does, the value, its form, and `!` where it is not exported, `?` where it may not run. */
export function said(text: string, shell: ShellName): readonly string[] {
	return assignments(text, shell).map(each => {
		const value = each.value === null ? '' : ` ${JSON.stringify(each.value)}`;
		return `${each.does}${value} by ${each.form}${each.exported ? '' : ' !'}${each.conditional ? ' ?' : ''}`;
	});
}

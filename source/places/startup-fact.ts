import type {Assignment} from '../shells/assignments/statement.ts';
import type {ShellName} from '../shells/shell.ts';
import type {StartupMoment, VariableFact} from './fact.ts';
import type {Named} from './named-otherwise.ts';
import {held} from './show.ts';

/** One statement about a known variable and the file it stands in. */
export type StartupRow = {
	readonly path: string;
	readonly when: StartupMoment;
	readonly sourcedBy: string | null;
	/** The file that the shell reads instead of this one. */
	readonly hiddenBy: string | null;
	/** Whether a program prints the file and its lines become variables; `words` by `export $(…)`, which needs one that is left. */
	readonly fed: 'no' | 'lines' | 'words';
	readonly statement: Assignment;
	/** With what earlier statements have set filled in; null where only a run can tell. */
	readonly value: string | null;
	readonly exported: boolean;
};

/** The form of what is never taken out: without any word `export` prints every variable of the shell. */
export const lastWord = 'export of a list';
/** A script in another language than those of shells sets it for the claude that it starts. */
export const setByProgram = 'by a program';
/** A script hands it over as `claude --settings '{…}'`. */
export const handedByFlag = 'claude --settings';

/** Where the text cannot be cut, settings cancel the value; what comes by --settings outranks those too. */
export function isCuttable(form: string): boolean {
	return form !== lastWord && form !== setByProgram && form !== handedByFlag;
}

/** The form of a name that stands in a text, or is given to a program: no statement, so nothing that could be taken out. */
export const nameAlone = 'a name';

/** Whether the shell sets the variable there, nobody knows: it counts for nothing, and may be masked. */
export function namedFact({variable, line, column}: Named, {path, when, sourcedBy}: Origin, shell: ShellName): VariableFact {
	return {
		kind: 'variable',
		place: 'startup-file',
		file: path,
		line,
		column,
		variable,
		state: 'ignored',
		value: null,
		shown: 'named there',
		why: 'only a run of the shell would tell whether it is set there',
		origin: {from: 'startup-file', shell, does: 'computed', exported: true, when, sourcedBy, form: nameAlone},
	};
}

type Origin = Pick<StartupRow, 'path' | 'when' | 'sourcedBy'>;

/** `exported` names the variables that any file of the shell exports: that may be another than the one that sets the value. */
export function startupFact(row: StartupRow, shell: ShellName, exportedSomewhere: ReadonlySet<string>): VariableFact {
	const {statement, value} = row;
	const {variable, line, column} = statement;
	const form = row.fed === 'words' ? lastWord : statement.form;
	const exported = row.exported || exportedSomewhere.has(variable);
	const does = statement.does === 'unset' ? 'unset' : value === null ? 'computed' : 'set';
	return {
		kind: 'variable',
		place: 'startup-file',
		file: row.path,
		line,
		column,
		variable,
		...told(variable, does, value),
		...ignored(row.hiddenBy, does !== 'unset' && !exported),
		origin: {from: 'startup-file', shell: row.fed === 'no' ? shell : 'sh', does, exported, when: row.when, sourcedBy: row.sourcedBy, form},
	};
}

function told(
	variable: string,
	does: 'set' | 'unset' | 'computed',
	value: string | null,
): Pick<VariableFact, 'state' | 'value' | 'shown' | 'why'> {
	if (does === 'unset') return {state: 'absent', value: null, shown: '', why: null};
	if (value === null) return {state: 'text', value: null, shown: 'computed when the shell starts', why: null};
	return {state: value === '' ? 'empty' : 'text', ...held(variable, value), why: null};
}

function ignored(hiddenBy: string | null, isPrivate: boolean): Partial<Pick<VariableFact, 'state' | 'why'>> {
	if (hiddenBy !== null) return {state: 'ignored', why: `${hiddenBy.split(/[\\/]/).at(-1)} is read in its place`};
	if (isPrivate) return {state: 'ignored', why: 'it is not exported, so no other program sees it'};
	return {};
}

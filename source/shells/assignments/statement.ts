import type {Part, Span} from './word.ts';

/** What a startup file says, in the order it says it: which variables it sets or clears, and which files it reads. */
export type Statement = Assignment | SourceLine;

export type Assignment = Span & {
	readonly kind: 'assignment';
	readonly variable: string;
	/** `export` only marks a variable that is set elsewhere. */
	readonly does: 'set' | 'unset' | 'computed' | 'export';
	/** As the shell would hold it; null where only the running shell can know. */
	readonly value: string | null;
	/** The value before its variables are filled in; null where there is none. */
	readonly parts: readonly Part[] | null;
	readonly exported: boolean;
	/** Everything that is started later, or the one command that it is written for. */
	readonly reach: 'shell' | 'command';
	/** The way it is written, for messages and tests: `export`, `declare -x`, `set -gx`, `setenv` … */
	readonly form: string;
	/** The words that are about this variable alone. */
	readonly item: Span;
	/** Of the statement, counted from 1: the line that the shell itself would report. */
	readonly line: number;
	readonly column: number;
	/** Inside if, case, a loop or a function, or after `&&`: it may not run. */
	readonly conditional: boolean;
	readonly removal: Removal;
};

export type SourceLine = Span & {
	readonly kind: 'source';
	/** The file as written; several where a `for` loop goes through a list. */
	readonly files: readonly (readonly Part[])[];
	/** Plain assignments in that file are exported too (`set -a`). */
	readonly exportsAll: boolean;
	readonly line: number;
	readonly column: number;
	readonly conditional: boolean;
};

/** How the statement can be taken out so that the rest still parses and does what it did. */
export type Removal =
	| {readonly how: 'cut-statement'}
	/** Its neighbours need a command in this place: `then …; fi`, `test && …`. */
	| {readonly how: 'put-no-op'}
	/** The rest of the statement stays. */
	| {readonly how: 'cut-item'; readonly cut: Span}
	| {readonly how: 'refuse'; readonly why: CannotRemove};

export type CannotRemove = 'loop' | 'eval' | 'several-lines' | 'part-of-command' | 'not-understood';

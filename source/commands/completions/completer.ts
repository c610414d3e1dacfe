import type {Table} from './table.ts';

/** One shell's language for offering words at a TAB. */
export type Completer = {
	readonly name: string;
	/** Where it goes, as a comment in that language says it. */
	readonly script: (table: Table) => string;
};

/** The program by both its names. */
export const programs = ['wizard', 'claude-auth-wizard'] as const;

/** Prints the names of the profiles, and reads one small file for that. */
export const profileNames = 'wizard completions profiles';

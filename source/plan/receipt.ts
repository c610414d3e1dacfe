import type {Owner} from '../machine/machine.ts';
import type {Entry, FileKind} from './change.ts';

/** What was done, so that it can be taken back. No secret stands here: contents are in the backups, found by name. */
export type Receipt = {
	readonly schema: 1;
	/** Date and time of the apply, and four characters that tell two of one second apart. */
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** `started` is what a killed run leaves: some of its files may be changed, and undo works all the same. */
	readonly state: 'started' | 'applied' | 'undone';
	/** What the steps did, in the user's words. */
	readonly summaries: readonly string[];
	readonly files: readonly FileReceipt[];
	readonly keeps: readonly KeepReceipt[];
	/** The change before it in the same run, which is taken back with it: a repair may need several rounds. */
	readonly follows?: string;
};

export type FileReceipt = {
	/** As the user knows it. */
	readonly path: string;
	/** The file behind the links, at that time. */
	readonly real: string;
	readonly kind: FileKind;
	readonly before: Side;
	readonly after: Side;
	readonly entries: readonly Entry[];
	/** Folders that had to be made, outermost first. */
	readonly folders: readonly string[];
};

export type Side =
	| {readonly state: 'absent'}
	| {
			readonly state: 'bytes';
			readonly sha256: string;
			/** Null until it is written, where the file had none before. */
			readonly mode: number | null;
			readonly owner: Owner | null;
			/** The name of the copy in the backups of this receipt. */
			readonly backup: string;
	  };

/** A secret handed to the system's store, and the program that takes it out again. */
export type KeepReceipt = {readonly program: string; readonly back: {readonly program: string; readonly args: readonly string[]}};

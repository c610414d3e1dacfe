import type {Fact} from '../places/fact.ts';
import type {FileChange} from './change.ts';
import type {Edit, FileEdit, KeepSecret, Tell} from './edit.ts';

/** Everything that will happen, in order, made from the bytes on disk and not yet done. */
export type Plan = {
	/** One for each file, in the order they are written: what a credential needs first, what takes one away last. */
	readonly files: readonly FileChange[];
	/** The edits that change something, in order; those that would change nothing are left out. */
	readonly steps: readonly Step[];
	readonly keeps: readonly KeepSecret[];
	readonly tells: readonly Tell[];
	/** Values that stay where they are but are cancelled by "". */
	readonly masked: readonly Fact[];
	/** What the user should know besides: a mode made narrower, comments moved to another file. */
	readonly notes: readonly string[];
};

/** One edit and what it alone does to its file. */
export type Step = {
	readonly edit: FileEdit;
	/** Where the edit begins, counted in the file as it is before this plan; null where the file is new. */
	readonly line: number | null;
	readonly before: Uint8Array | null;
	readonly after: Uint8Array | null;
};

export type Planned = {readonly state: 'planned'; readonly plan: Plan} | {readonly state: 'refused'; readonly refusals: readonly Refusal[]};

/** Why there is no plan. Without `edits` the rest could be planned. */
export type Refusal = {
	readonly kind: 'malformed' | 'contradiction' | 'unreadable' | 'not-found' | 'impossible';
	readonly why: string;
	readonly file: string;
	readonly line: number | null;
	readonly column: number | null;
	readonly edits: readonly Edit[];
};

/**
 * What a plan does to one file: from the very bytes that were read to the bytes that will stand there. Apply compares `before`
 * again under the lock and refuses where it is no longer so.
 */
export type FileChange = {
	/** The file that is written: every link resolved, also a dangling one. */
	readonly path: string;
	/** The same file as the user knows it, for messages. */
	readonly named: string;
	/** `global-config` is written under claude's own lock. */
	readonly kind: FileKind;
	/** Null where the file must not exist. */
	readonly before: Uint8Array | null;
	/** Null removes the file. */
	readonly after: Uint8Array | null;
	/** Null keeps the mode of the file; a new file always has one. */
	readonly mode: number | null;
	/** A secret goes in: the file must not be readable by others. */
	readonly secret: boolean;
	readonly entries: readonly Entry[];
};

export type FileKind = 'settings' | 'global-config' | 'startup' | 'variables' | 'own';

/**
 * What the change touches, for an undo in a file that others have changed since: only where to look. The values themselves, which
 * are secret, are found in the backed-up bytes.
 */
export type Entry =
	| {readonly kind: 'key'; readonly path: readonly string[]}
	/** An item of a list, found again by its value: `before` or `after` holds it, the other does not. */
	| {readonly kind: 'item'; readonly path: readonly string[]}
	/** Lines, found again by comparing `before` and `after`. */
	| {readonly kind: 'lines'}
	| {readonly kind: 'whole-file'};

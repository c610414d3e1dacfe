/** One variable of a file that is a list of variables. */
export type EnvLine = {
	readonly variable: string;
	/** Null where the reader of the file fills something in that is not known here. */
	readonly value: string | null;
	/** Counted from 1, of the name. */
	readonly line: number;
	readonly column: number;
	/** UTF-16 offsets of the entry, without the comment or line break behind it. */
	readonly start: number;
	readonly end: number;
};

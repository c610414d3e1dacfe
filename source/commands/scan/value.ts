/** One text in a file and where it stands: the variable of an env file, or any text of a JSON file with the keys that lead to it. */
export type Value = {
	/** As in `env`, `ANTHROPIC_BASE_URL`; an item of a list has its number. Never empty. */
	readonly trail: readonly string[];
	readonly text: string;
	readonly line: number;
	readonly column: number;
};

/** What the value is called: its last key, and for an item of a list that of the list. */
export function nameOf({trail}: Value): string {
	return trail.findLast(step => !/^\d+$/.test(step)) ?? '';
}

import type {Row} from './sqlite/read-tables.ts';

/** Another program that keeps several setups of Claude Code: where they are, and what they say. Its files are read and never changed. */
export type Foreign = {
	readonly program: string;
	/** The form of its latest version first: where that is there, the files of older ones are leftovers, and say nothing. */
	readonly sources: readonly Source[];
};

/** Files are below the home folder. */
export type Source =
	| {
			readonly kind: 'texts';
			/** A * in the last part stands for a name. */
			readonly files: readonly string[];
			readonly read: (text: string, name: string) => ForeignReading;
	  }
	| {
			readonly kind: 'database';
			readonly files: readonly string[];
			readonly tables: readonly string[];
			/** Null for a table that is not there. */
			readonly read: (tables: Readonly<Record<string, readonly Row[] | null>>, now: number) => ForeignReading;
	  };

export type ForeignReading = {
	readonly found: readonly ForeignSetup[];
	/** What was not understood, each as the end of a sentence. */
	readonly left: readonly string[];
};

/** Under its name there, the variables that it gives to claude. */
export type ForeignSetup = {readonly name: string; readonly env: Readonly<Record<string, string>>};

export function nothingBut(left: string): ForeignReading {
	return {found: [], left: [left]};
}

/** Null where it is no JSON object. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
	try {
		const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}

/** The texts of a record; anything else in it is not there for claude either. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
	if (typeof value !== 'object' || value === null) return {};
	return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Nothing in it where it is none. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

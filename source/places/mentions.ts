import {knownVariables} from './variables.ts';

/** Two hundred names make a pattern that costs more than reading most files, so their beginnings are looked for first, as plain text. */
const beginnings = [...new Set(knownVariables.map(name => name.slice(0, name.indexOf('_') + 1) || name))];
let whole: RegExp | null = null;

function namesVariable(text: string): boolean {
	if (!beginnings.some(beginning => text.includes(beginning))) return false;
	whole ??= new RegExp(`OPENAI_|${knownVariables.map(name => name.replace('*', '')).join('|')}`);
	return whole.test(text);
}

/**
 * The words by which a file reads another. `source` is rarely prose; the dot, the ampersand and short words count only where a
 * command begins, since a file of 20 KB that is read closely in vain costs as much as all others together.
 */
const sources: readonly RegExp[] = [
	/\b(?:(?:source|source-env|execx)[ \t(]+["'~$/\\\w.{-]|slurp|ZDOTDIR=)/,
	/(?:^|[;&|({)]|\b(?:then|do|else|and|or|not|builtin|command)\s)[ \t\\]*\.[ \t]+["'~$/\\\w]/m,
	/^[ \t]*(?:&[ \t]+["'$~]|(?:overlay|use|call)[ \t])/m,
];

/** Can this startup file say anything about a variable of ours, or read another file? Most cannot, and need not be read closely. */
export function mentions(text: string): boolean {
	return namesVariable(text) || sources.some(form => form.test(text));
}

/**
 * Files that a file of the system reads by a path it spells out. Distributions' files loop over folders (`. $i`), which are listed as
 * startup files themselves, and source each other: reading them closely would tell nothing.
 */
export function sourcedByName(text: string): readonly string[] | null {
	if (namesVariable(text)) return null;
	return [...text.matchAll(/(?:^|[\s;&|({)])(?:source|\.)[ \t]+["']?(\/[^\s"';&|)$]+)/gm)].flatMap(([, path]) => path ?? []);
}

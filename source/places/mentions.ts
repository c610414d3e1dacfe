import {knownVariables} from './variables.ts';

/**
 * By the beginnings they share: two hundred names in one pattern cost more than reading most files, so plain text is looked for, and
 * the whole names only where their beginning stands. Any variable of OpenAI's may tell where a proxy gets its key.
 */
const families = new Map<string, string[]>([['OPENAI_', ['OPENAI_']]]);
for (const name of knownVariables) {
	const plain = name.replace('*', '');
	const beginning = plain.slice(0, plain.indexOf('_') + 1) || plain;
	const family = families.get(beginning);
	if (family === undefined) families.set(beginning, [plain]);
	else family.push(plain);
}

function namesVariable(text: string): boolean {
	for (const [beginning, names] of families) if (text.includes(beginning) && names.some(name => text.includes(name))) return true;
	return false;
}

/**
 * The words by which a file reads another. `source` is rarely prose; the dot, the ampersand and short words count only where a
 * command begins, since a file of 20 KB that is read closely in vain costs as much as all others together.
 */
const sources: readonly RegExp[] = [
	/\b(?:(?:source|source-env|execx)[ \t(]+["'~$/\\\w.{-]|slurp|(?:ZDOTDIR|BASH_ENV|ENV)=)/,
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

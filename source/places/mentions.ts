import {knownVariables} from './variables.ts';

const names = new RegExp(`OPENAI_|${knownVariables.map(name => name.replace('*', '')).join('|')}`);

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
	return names.test(text) || sources.some(form => form.test(text));
}

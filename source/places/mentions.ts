import {knownVariables} from './variables.ts';

const names = new RegExp(`OPENAI_|${knownVariables.map(name => name.replace('*', '')).join('|')}`);
const sources = /\b(?:source|source-env|overlay|use|call|execx|slurp|ZDOTDIR)\b|(?:^|[\s;&|({])\\?[.&]\s/;

/** Can this startup file say anything about a variable of ours, or read another file? Most cannot, and need not be read closely. */
export function mentions(text: string): boolean {
	return names.test(text) || sources.test(text);
}

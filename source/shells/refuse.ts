import type {Quoted} from './shell.ts';

/**
 * What no snippet carries, in any shell. All of these can be quoted; but typed or pasted at a prompt TAB, ESC and DEL were eaten
 * by nearly every line editor (fish even in a bracketed paste), a line break runs the rest as a command in some shells, and what
 * cannot be seen cannot be checked by the reader. No real key or address holds one. (test/evidence/shell-quoting.json)
 */
const refusals: readonly (readonly [RegExp, string])[] = [
	[/\0/, 'a NUL character, which no environment variable can hold'],
	[/[\n\r\u0085\u2028\u2029]/, 'a line break'],
	[/\t/, 'a TAB, which line editors take for completion'],
	[/\u001B/, 'an ESC character, the start of a terminal command'],
	[/[\u0001-\u001F\u007F-\u009F]/, 'a control character'],
	[/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/, 'a mark that turns the direction of the text around it'],
	[/\u034F|[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u, 'an invisible character of no width'],
	[/\p{Surrogate}/u, 'half of a character, which is no valid text'],
];

/** Why the value cannot stand in a snippet, as the end of "it holds …"; null where it can. */
export function refuseText(value: string): string | null {
	return refusals.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}

/** Keys are plain ASCII: anything else came with the copying, such as a curly quote or a dash. */
export function refuseKey(value: string): string | null {
	return refuseText(value) ?? (/[^\u0020-\u007E]/.test(value) ? 'a character outside ASCII, which no key has' : null);
}

/** Quotes with a shell's own rule what every shell accepts. */
export function quoteWith(rule: (value: string) => string): (value: string) => Quoted {
	return value => {
		const why = refuseText(value);
		return why === null ? {ok: true, text: rule(value)} : {ok: false, why};
	};
}

/** A literal of text that is ours (paths, prompts, comments): what could not be shown is left out rather than refused. */
export function literalOf(quote: (value: string) => Quoted, text: string): string {
	const kept = [...text].filter(character => refuseText(character) === null).join('');
	const quoted = quote(kept);
	return quoted.ok ? quoted.text : '';
}

/** Comments are one line of what can be seen. */
export function oneLine(text: string): string {
	return [...text.replace(/\s+/g, ' ')].filter(character => refuseText(character) === null).join('');
}

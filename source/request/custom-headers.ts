import type {Rules} from './rules.ts';

/** One line of ANTHROPIC_CUSTOM_HEADERS that claude takes as a header. */
export type CustomHeader = {readonly name: string; readonly value: string};

/**
 * Lines of `Name: value`, split at line breaks only: a comma or a written `\n` is part of the value. Lines without a colon are
 * dropped in silence. Of two headers with the same name the later counts.
 */
export function parseCustomHeaders(text: string): readonly CustomHeader[] {
	const found = new Map<string, CustomHeader>();
	for (const line of text.split(/\n|\r\n/)) {
		const match = /^\s*(.*?)\s*:\s*(.*?)\s*$/.exec(line);
		const name = match?.[1];
		if (name === undefined || name === '') continue;
		found.set(name.toLowerCase(), {name, value: match?.[2] ?? ''});
	}
	return [...found.values()];
}

/** The first header that HTTP cannot carry, and why; claude then refuses to send anything. */
export function badHeader(headers: readonly CustomHeader[]): {readonly name: string; readonly why: string} | null {
	for (const {name, value} of headers) {
		if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name)) return {name, why: 'its name has a character that HTTP does not allow'};
		if (!isHeaderValue(value)) return {name, why: 'its value has a character that HTTP does not allow'};
	}
	return null;
}

/** May stand in a header of any version: no line break, nothing above Latin-1. */
function isHeaderValue(text: string): boolean {
	return /^[\t\u0020-\u00FF]*$/.test(text) && !text.includes('\u007F');
}

/** May stand in a header of this version. */
export function fitsHeader(text: string, rules: Rules): boolean {
	return isHeaderValue(text) && (rules.headerCharacters === 'latin-1' || /^[\t -~]*$/.test(text));
}

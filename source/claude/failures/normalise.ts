import {stripVTControlCharacters} from 'node:util';
import {simplify} from './simplified.ts';

/**
 * One shape for all the ways an error text reaches us: coloured, boxed, wrapped at the terminal's edge, escaped inside JSON (inside
 * JSON), with typographic quotes, full-width marks or traditional characters. Rules are then written once, in lower case.
 */
export type Normalised = {
	/** Line breaks are spaces. */
	readonly flowed: string;
	/** Line breaks and the indent after them are gone: mends words that a terminal cut in two. */
	readonly joined: string;
	/** Only the code words, as plain ones: "AccountQuotaExceeded" and "refresh_token_reused" say what a sentence would. */
	readonly spelt: string;
};

export function normalise(text: string): Normalised {
	const shown = simplify(unescaped(unquote(undecorate(named(text)))));
	const plain = shown.toLowerCase();
	return {
		flowed: tidy(plain.replace(/\s*\n\s*/g, ' ')),
		joined: tidy(plain.replace(/[ \t]*\n\s*/g, '')),
		spelt: [...new Set(shown.match(codeWord) ?? [])]
			.filter(word => !/_error$/.test(word))
			.map(spell)
			.join(' . '),
	};
}

/** Words in snake_case or CamelCase, as codes are named; the types "…_error" are too few and too general, and have rules of their own. */
const codeWord = /\b(?:[a-z\d]+(?:_[a-z\d]+)+|[A-Z\d]+(?:_[A-Z\d]+)+|(?:[A-Z][a-z\d]+){2,}|[a-z]+(?:[A-Z][a-z\d]+)+)\b/g;

function spell(word: string): string {
	return word
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/_/g, ' ')
		.toLowerCase();
}

/** True where the pattern is in either reading of the line breaks, or in the code words. */
export function says(text: Normalised, pattern: RegExp): boolean {
	return shows(text, pattern) || (text.spelt !== '' && pattern.test(text.spelt));
}

/** True where the pattern is in either reading of the line breaks. */
export function shows(text: Normalised, pattern: RegExp): boolean {
	return pattern.test(text.flowed) || (text.joined !== text.flowed && pattern.test(text.joined));
}

/** What a web page or an address made of marks: `&quot;`, `&#39;`, `%22`. */
function named(text: string): string {
	return text
		.replace(/&(?:amp;)*(quot|lt|gt|nbsp|apos|#39|#x27|#34|#x22);/gi, (_, name: string) => entities[name.toLowerCase()] ?? ' ')
		.replace(/%(?:20|22|27|2C|3A|7B|7D|5B|5D)/gi, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

const entities: Readonly<Record<string, string>> = {
	quot: '"',
	'#34': '"',
	'#x22': '"',
	lt: '<',
	gt: '>',
	nbsp: ' ',
	apos: "'",
	'#39': "'",
	'#x27': "'",
};

function undecorate(text: string): string {
	return (
		stripVTControlCharacters(text)
			.normalize('NFKC')
			.replace(/\r\n?/g, '\n')
			// Frames and bullets of terminal screens, quote marks of forums; a frame at a line's end hides the wrap.
			.replace(/[ \t]*[\u2500-\u259F\u23BF]+[ \t]*/g, ' ')
			.replace(/[\u25CF\u2022\u2717\u2715\u26A0\u2716\u25B6]|\uFE0F|[\u200B-\u200F\u2060\uFEFF]/g, '')
			.replace(/^[ \t]*(?:>[ \t]+)+/gm, '')
	);
}

function unquote(text: string): string {
	return text.replace(/[\u2018\u2019\u201B`\u2032]/g, "'").replace(/[\u201C\u201D\u201F\u300C\u300D]/g, '"');
}

/** `\\\"` is a quote at any depth of JSON in JSON; `\n` and `\u4f59` are what they stand for. */
function unescaped(text: string): string {
	return text
		.replace(/\\+u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
		.replace(/\\+(["'/])/g, '$1')
		.replace(/\\+[nrt]/g, '\n');
}

function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

import {replaceIn} from './replace-in.mjs';

/** One column wide in every terminal we draw in; a test compares each with string-width's own answer. */
export const narrow =
	'\\u0020-\\u007E\\u00A0-\\u00AC\\u00AE-\\u00FF\\u2010-\\u2015\\u2018-\\u201F\\u2022\\u2026\\u203A\\u2190-\\u2193\\u2500-\\u257F\\u25A0-\\u25CF\\u2713\\u2714\\u2717\\u2718\\u276F';

const head = 'export default function stringWidth(input, options = {}) {';

/**
 * string-width compiles the expression for all emoji at the first character beyond ASCII: 4 to 10 ms of the first frame.
 * Text made of the characters we draw is answered by its length; colours are taken out first; all else goes the long way. That
 * begins with a segmenter and four large expressions, so its module is not even run before it is needed: 12 ms more.
 */
export const quickStringWidth = replaceIn({
	name: 'quick-string-width',
	package: 'string-width',
	file: /[\\/]string-width[\\/]index\.js$/,
	change(text) {
		const [imports, rest, ...more] = text.split(/^(?=\/\*\*$)/m);
		if (imports === undefined || rest === undefined || more.length > 0 || rest.split(head).length !== 2) return null;
		const exact = rest.replace(head, 'function exactWidth(input, options) {');
		return `${imports}const makeExact = () => {\n${exact}\nreturn exactWidth;\n};\n${quick}`;
	},
});

const quick = `let exactWidth;
const narrow = /^[${narrow}]*$/;
const colours = /\\u001B\\[[\\d;]*m/g;
export default function stringWidth(input, options = {}) {
	if (typeof input === 'string' && !options.countAnsiEscapeCodes && options.ambiguousIsNarrow !== false) {
		const text = input.includes('\\u001B') ? input.replace(colours, '') : input;
		if (narrow.test(text)) return text.length;
	}
	exactWidth ??= makeExact();
	return exactWidth(input, options);
}
`;

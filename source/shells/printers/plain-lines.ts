import {givenText} from '../given-text.ts';
import {oneLine} from '../refuse.ts';
import type {Printed, Wish, WishedValue} from '../wish.ts';

/**
 * NAME=value without quotes, for files whose readers do not agree on quoting: the shell's '\'' form broke both node --env-file and
 * dotenv 18.0.10, and systemd expands $ even inside single quotes. Only what means itself to all of them is written.
 */
function plainLine(name: string, text: string): Printed {
	const why = /[^\w.=+/:~@%,-]/.test(text) ? 'a character that readers of this file take in different ways' : null;
	return why === null ? {ok: true, text: `${name}=${text}`} : {ok: false, name, why};
}

export type PlainFile = {
	readonly head: readonly string[];
	/** Stands in for a secret that is not known. */
	readonly missing: (name: string) => string;
	/** Such a file cannot unset: it gives an empty value, which Claude Code takes for none. */
	readonly empty?: (name: string) => string;
};

export function plainFile(wish: Wish, {head, missing, empty = name => `${name}=`}: PlainFile): Printed {
	const lines = [...head, ...wish.unset.flat().map(empty)];
	for (const {name, value} of wish.set) {
		const line = valueLine(name, value, missing, empty);
		if (!line.ok) return line;
		lines.push(line.text);
	}
	return {ok: true, text: lines.join('\n')};
}

function valueLine(name: string, value: WishedValue, missing: (name: string) => string, empty: (name: string) => string): Printed {
	const given = givenText(value);
	switch (given.state) {
		case 'text':
			return given.text === '' ? {ok: true, text: empty(name)} : plainLine(name, given.text);
		case 'missing':
			return {ok: true, text: missing(name)};
		case 'refused':
			return {ok: false, name, why: given.why};
	}
}

export const hashComment = (text: string): string => `# ${oneLine(text)}`;

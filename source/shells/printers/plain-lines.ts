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

/** The file that cannot unset gives an empty value, which Claude Code takes for none. `missing` stands in for an unknown secret. */
export function plainFile(wish: Wish, head: readonly string[], missing: (name: string) => string): Printed {
	const lines = [...head, ...wish.unset.flat().map(name => `${name}=`)];
	for (const {name, value} of wish.set) {
		const line = valueLine(name, value, missing);
		if (!line.ok) return line;
		lines.push(line.text);
	}
	return {ok: true, text: lines.join('\n')};
}

function valueLine(name: string, value: WishedValue, missing: (name: string) => string): Printed {
	const given = givenText(value);
	switch (given.state) {
		case 'text':
			return plainLine(name, given.text);
		case 'missing':
			return {ok: true, text: missing(name)};
		case 'refused':
			return {ok: false, name, why: given.why};
	}
}

export const hashComment = (text: string): string => `# ${oneLine(text)}`;

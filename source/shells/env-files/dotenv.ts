import type {EnvLine} from './env-line.ts';

/**
 * A `.env` file by the rules that its readers share: '…' and `…` as they stand, "…" with `\n`, both over several lines, and without
 * quotes everything up to ` #`. Where readers differ (`$NAME`), the value is not known.
 */
export function readDotenv(text: string): readonly EnvLine[] {
	const entries: EnvLine[] = [];
	const entry = /^([ \t\uFEFF]*)((?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:[ \t])[ \t]*('[^']*'|"(?:\\[\s\S]|[^"\\])*"|`[^`]*`|[^\n\r]*))/gm;
	let line = 1;
	let counted = 0;
	for (const {index, 1: indent = '', 2: whole = '', 3: variable = '', 4: written = ''} of text.matchAll(entry)) {
		const start = index + indent.length;
		const said = /^['"`]/.test(written) && written.length > 1 && written.endsWith(written.charAt(0)) ? written : withoutComment(written);
		for (let at = text.indexOf('\n', counted); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) {
			line++;
			counted = at + 1;
		}
		const end = start + whole.length - (written.length - said.length);
		entries.push({variable, value: textOf(said), line, column: start - (text.lastIndexOf('\n', start - 1) + 1) + 1, start, end});
	}
	return entries;
}

function withoutComment(written: string): string {
	return written.replace(/(^|[ \t])#.*$/, '').trimEnd();
}

function textOf(said: string): string | null {
	const quote = /^(['"`])[\s\S]*\1$/.exec(said)?.[1];
	if (quote === "'" || quote === '`') return said.slice(1, -1);
	const plain = quote === '"' ? said.slice(1, -1) : said;
	if (/\$[A-Za-z_{(]/.test(plain)) return null;
	return quote === '"' ? plain.replace(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter) : plain;
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t'};

import {eachLine} from './each-line.ts';
import type {EnvLine} from './env-line.ts';

/** `/etc/environment`: pam_env cuts every line at `#` and takes one quote from each end, whichever they are. */
export function readPamEnvironment(text: string): readonly EnvLine[] {
	const entries: EnvLine[] = [];
	for (const {text: line, number, start} of eachLine(text)) {
		const [, indent = '', head = '', variable = '', written = ''] = /^([ \t]*)((?:export[ \t]+)?([A-Za-z_]\w*)=)([^#]*)/.exec(line) ?? [];
		if (!variable) continue;
		const said = written.trimEnd();
		const from = start + indent.length;
		const value = /^["']/.test(said) ? said.slice(1).replace(/["']$/, '') : said;
		entries.push({variable, value, line: number, column: indent.length + 1, start: from, end: from + head.length + said.length});
	}
	return entries;
}

/** `~/.pam_environment` and `pam_env.conf`: `NAME DEFAULT=value OVERRIDE=value`. */
export function readPamConf(text: string): readonly EnvLine[] {
	const entries: EnvLine[] = [];
	for (const {text: line, number, start} of eachLine(text)) {
		const [whole, indent = '', variable = '', rest = ''] =
			/^([ \t]*)([A-Za-z_]\w*)((?:[ \t]+(?:DEFAULT|OVERRIDE)=(?:"[^"]*"|\S*))+)/.exec(line) ?? [];
		if (!whole) continue;
		const said = /OVERRIDE=("[^"]*"|\S+)/.exec(rest)?.[1] ?? /DEFAULT=("[^"]*"|\S*)/.exec(rest)?.[1] ?? '';
		const value = /[$@]\{/.test(said) ? null : said.replace(/^"|"$/g, '');
		const from = start + indent.length;
		entries.push({variable, value, line: number, column: indent.length + 1, start: from, end: start + whole.length});
	}
	// Its second syntax is that of /etc/environment.
	return entries.length > 0 ? entries : readPamEnvironment(text);
}

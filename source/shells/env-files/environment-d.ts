import {eachLine} from './each-line.ts';
import type {EnvLine} from './env-line.ts';

/** `environment.d/*.conf`: systemd strips the quotes and expands `$NAME` even inside single ones. */
export function readEnvironmentD(text: string): readonly EnvLine[] {
	const entries: EnvLine[] = [];
	for (const {text: line, number, start} of eachLine(text)) {
		const [, indent = '', variable = '', written = ''] = /^([ \t]*)([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
		if (!variable) continue;
		const said = written.trimEnd();
		const value = /\$[A-Za-z_{]|\\$/.test(said) ? null : unquoted(said);
		const from = start + indent.length;
		entries.push({variable, value, line: number, column: indent.length + 1, start: from, end: from + variable.length + 1 + said.length});
	}
	return entries;
}

function unquoted(text: string): string {
	return text.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g, (_, single?: string, double?: string, escaped?: string) => {
		if (single !== undefined) return single;
		return double === undefined ? (escaped ?? '') : double.replace(/\\(["\\$`])/g, '$1');
	});
}

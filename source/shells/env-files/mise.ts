import {eachLine} from './each-line.ts';
import type {EnvLine} from './env-line.ts';

/** `[env]` of a mise.toml. A small reader: one entry a line, as people write them; a template (`{{…}}`) has no known value. */
export function readMise(text: string): readonly EnvLine[] {
	const entries: EnvLine[] = [];
	let inside = false;
	for (const {text: line, number, start} of eachLine(text)) {
		const table = /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line)?.[1];
		if (table !== undefined) {
			inside = table === 'env';
			continue;
		}
		const [whole, indent = '', variable = '', written = ''] =
			/^(\s*)(?:env\.)?"?([A-Za-z_]\w*)"?\s*=\s*("(?:\\.|[^"\\])*"|'[^']*'|\{[^}]*\}|[^#\s]+)/.exec(line) ?? [];
		if (!whole || !(inside || /^\s*env\./.test(line))) continue;
		const from = start + indent.length;
		entries.push({variable, value: textOf(written), line: number, column: indent.length + 1, start: from, end: start + whole.length});
	}
	return entries;
}

function textOf(written: string): string | null {
	const said = /^\{.*?\bvalue\s*=\s*("(?:\\.|[^"\\])*"|'[^']*')/.exec(written)?.[1] ?? written;
	if (said.includes('{{') || said.startsWith('{')) return null;
	// `false` takes the variable away.
	if (said === 'false') return '';
	if (said.startsWith("'")) return said.slice(1, -1);
	return said.startsWith('"')
		? said
				.slice(1, -1)
				.replace(/\\(["\\])/g, '$1')
				.replaceAll('\\n', '\n')
		: said;
}

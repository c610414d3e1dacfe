import type {Assignment} from './statement.ts';

/**
 * `for name in A B; do export "$name"=v; done`: each name of the list is set, though it stands beside no `=`. What is exported by a name
 * that only the loop knows is read here, by the text alone; taken out it is the name that leaves the list.
 */
export function inLoops(text: string, dialect: 'posix' | 'fish'): readonly Assignment[] {
	const found: Assignment[] = [];
	for (const match of text.matchAll(dialect === 'posix' ? posixLoop : fishLoop)) {
		const [whole, head = '', loop = '', list = '', body = ''] = match;
		if (!exportsBy(loop).test(body)) continue;
		const from = match.index + head.length;
		const names = [...list.matchAll(/[^\s"']+/g)];
		for (const name of names) {
			if (!/^[A-Z_][A-Z0-9_]*$/i.test(name[0])) continue;
			const start = from + name.index;
			const lines = text.slice(0, start).split('\n');
			found.push({
				kind: 'assignment',
				variable: name[0],
				does: 'computed',
				value: null,
				parts: null,
				exported: true,
				reach: 'shell',
				form: 'in a loop',
				start: match.index,
				end: match.index + whole.length,
				item: {start, end: start + name[0].length},
				line: lines.length,
				column: (lines.at(-1)?.length ?? 0) + 1,
				conditional: false,
				// Without any name the loop runs for none; a list of one stays as it is, and is masked.
				removal: names.length > 1 ? {how: 'cut-item', cut: withBlanks(text, start, start + name[0].length)} : {how: 'refuse', why: 'loop'},
			});
		}
	}
	return found;
}

const posixLoop = /(^[ \t]*for[ \t]+(\w+)[ \t]+in[ \t]+)([\w \t]*?)[ \t]*[;\n]\s*do\b([\s\S]*?)\bdone\b/gm;
const fishLoop = /(^[ \t]*for[ \t]+(\w+)[ \t]+in[ \t]+)([\w \t]*?)[ \t]*[;\n]([\s\S]*?)^[ \t]*end\b/gm;

function exportsBy(name: string): RegExp {
	return new RegExp(`\\b(?:export|declare|typeset|set|setenv)\\b[^\\n;]*["']?\\$\\{?${name}\\b`);
}

/** The name with the blank behind it, or the one before it where it is the last. */
function withBlanks(text: string, start: number, end: number): {readonly start: number; readonly end: number} {
	if (/[ \t]/.test(text.charAt(end)) && /\w/.test(text.charAt(end + 1))) return {start, end: end + 1};
	return {start: start - 1, end};
}

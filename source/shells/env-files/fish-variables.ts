import {codePoint} from '../assignments/ansi-c.ts';
import {eachLine} from './each-line.ts';
import type {EnvLine} from './env-line.ts';

export type FishVariable = EnvLine & {readonly value: string; readonly exported: boolean};

/** fish's universal variables: `SETUVAR --export NAME:value`, everything but letters and digits escaped, lists parted by \x1e. */
export function readFishVariables(text: string): readonly FishVariable[] {
	const entries: FishVariable[] = [];
	for (const {text: line, number, start} of eachLine(text)) {
		const [head, old = '', flags = '', variable = ''] = /^SET(UVAR|_EXPORT|)((?: --\w+)*) ([A-Za-z_]\w*):/.exec(line) ?? [];
		if (!head) continue;
		const isExported = old === '_EXPORT' || flags.includes('--export');
		const isPath = flags.includes('--path') || variable.endsWith('PATH');
		const value = decoded(line.slice(head.length))
			.split('\u001E')
			.join(isPath ? ':' : ' ')
			.replace(/^\u001D$/, '');
		entries.push({variable, value, exported: isExported, line: number, column: 1, start, end: start + line.length});
	}
	return entries;
}

function decoded(text: string): string {
	return text.replace(
		/\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g,
		(_, x?: string, u?: string, wide?: string, letter?: string) =>
			letter === undefined ? codePoint(Number.parseInt(x ?? u ?? wide ?? '0', 16)) : (escapes[letter] ?? letter),
	);
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b', e: '\u001B', f: '\f', v: '\v'};

import type {Machine} from '../machine/machine.ts';
import type {Part} from '../shells/assignments/word.ts';
import {expandParts, textPart} from '../shells/assignments/word.ts';
import type {ShellName} from '../shells/shell.ts';
import {pathOf} from './roots.ts';

/** The files that the word after `source` means: none where only a run could tell, several where it is a pattern. */
export function filesOf(
	machine: Machine,
	shell: ShellName,
	parts: readonly Part[],
	known: (name: string) => string | undefined,
	folders: readonly string[],
): readonly string[] {
	const rules = pathOf(machine.environment);
	const text = expandParts(parts, known);
	if (text === null) return besideItself(parts, folders).flatMap(beside => filesOf(machine, shell, beside, known, folders));
	if (text === '') return [];
	const path = absolute(rules, shell, text, folders[0] ?? '');
	if (path === null) return [];
	const isPattern = parts.some(part => part.kind === 'text' && !part.quoted && /[*?[]/.test(part.text));
	if (!isPattern) return [path];
	const above = rules.dirname(path);
	const pattern = matcher(rules.basename(path));
	return (machine.files.list(above) ?? []).filter(name => pattern?.test(name)).map(name => rules.join(above, name));
}

/**
 * `"$(dirname "${BASH_SOURCE[0]}")/x"`, `${0:A:h}/x`, `(status dirname)/x`: what is computed before the first slash mostly is the folder of
 * the file itself, as it is named or as its link leads there. Where it is another, no such file is there.
 */
function besideItself(parts: readonly Part[], folders: readonly string[]): readonly (readonly Part[])[] {
	const [first, second, ...rest] = parts.filter(part => part.kind !== 'text' || part.text !== '');
	if (first?.kind !== 'computed' || second?.kind !== 'text' || !second.text.startsWith('/')) return [];
	return rest.some(({kind}) => kind === 'computed') ? [] : [...new Set(folders)].map(folder => [textPart(folder, true), second, ...rest]);
}

/** A relative path depends on where the user stands, except in shells that look beside the file itself. */
function absolute(rules: ReturnType<typeof pathOf>, shell: ShellName, text: string, folder: string): string | null {
	if (rules.isAbsolute(text)) return rules.normalize(text);
	return shell === 'nushell' && /[\\/.]/.test(text) ? rules.join(folder, text) : null;
}

/** A shell's pattern of file names; those with a leading dot need one in it. Null where it matches none: `[z-a]`. */
function matcher(pattern: string): RegExp | null {
	const source = pattern.replace(/\[[!^]?[^\]]+\]|[\s\S]/g, piece => {
		if (piece === '*') return '[^/]*';
		if (piece === '?') return '[^/]';
		if (piece.length > 1) return piece.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
		return piece.replace(/[\\^$.|+(){}[\]]/g, '\\$&');
	});
	try {
		return new RegExp(`^${pattern.startsWith('.') ? '' : '(?!\\.)'}${source}$`);
	} catch {
		return null;
	}
}

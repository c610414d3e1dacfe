import type {Said} from './command.ts';
import type {Part, Word} from './word.ts';
import {spanOf, staticText, textPart} from './word.ts';

const long: Readonly<Record<string, string>> = {
	'--global': 'g',
	'--universal': 'U',
	'--local': 'l',
	'--function': 'f',
	'--export': 'x',
	'--unexport': 'u',
	'--erase': 'e',
	'--append': 'a',
	'--prepend': 'p',
	'--query': 'q',
	'--show': 'S',
	'--names': 'n',
	'--path': 'P',
	'--unpath': '-',
};

/** `set -gx N v`, `set -e N` and their relatives. What is local to a function or a block reaches nobody but a claude that is called there. */
export function saidByFishSet(args: readonly Word[], inFunction: boolean, besideClaude: boolean): readonly Said[] {
	let letters = '';
	let count = 0;
	for (const arg of args) {
		const text = staticText(arg.parts) ?? '';
		if (!/^-./.test(text)) break;
		count++;
		if (text === '--') break;
		letters += text.startsWith('--') ? (long[text] ?? '') : text.slice(1);
	}
	const has = (letter: string): boolean => letters.includes(letter);
	const isGlobal = has('g') || has('U');
	const isLocal = has('l') || (inFunction && !isGlobal);
	if (/[qSnh]/.test(letters) || (isLocal && !(has('x') && besideClaude))) return [];
	const [name, ...values] = args.slice(count);
	if (has('e')) return args.slice(count).flatMap(word => erased(word, has('U')));
	const variable = name && staticText(name.parts);
	const last = values.at(-1) ?? name;
	if (!variable || !last || !/^[A-Za-z_]\w*$/.test(variable)) return [];
	const changes = has('a') || has('p');
	const parts = changes ? null : joined(values, has('P') || variable.endsWith('PATH') ? ':' : ' ');
	const value = parts && staticText(parts);
	return [
		{
			variable,
			does: value === null ? 'computed' : 'set',
			value,
			parts,
			exported: has('x'),
			form: form(letters, has('U') ? 'U' : has('g') ? 'g' : ''),
			reach: isLocal ? 'command' : 'shell',
			item: {start: name.start, end: last.end},
		},
	];
}

function form(letters: string, scope: string): string {
	const flags = scope + (letters.includes('x') ? 'x' : '') + (letters.includes('u') ? 'u' : '');
	return flags ? `set -${flags}` : 'set';
}

function erased(word: Word, isUniversal: boolean): readonly Said[] {
	const variable = staticText(word.parts);
	if (!variable || !/^[A-Za-z_]\w*$/.test(variable)) return [];
	return [{variable, does: 'unset', exported: false, form: isUniversal ? 'set -Ue' : 'set -e', item: spanOf(word)}];
}

/** fish exports a list as one text. */
function joined(values: readonly Word[], separator: string): readonly Part[] {
	return values.flatMap((word, index) => (index === 0 ? word.parts : [textPart(separator, true), ...word.parts]));
}

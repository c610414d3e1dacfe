import type {Command} from './command.ts';
import type {Call} from './posix-said.ts';
import type {Span, Word} from './word.ts';
import {staticText} from './word.ts';

/** A piece of the file that the shell runs as commands, though it stands there as a text. */
export type TextRun = Span & {
	readonly form: 'eval' | 'source' | 'trap' | 'PROMPT_COMMAND';
	/** Variables and escapes in it are filled in first: of a value that holds one nothing is known. */
	readonly expands: boolean;
};

/**
 * `eval '…'`, `eval "$(cat <<EOF …)"`, `source <(echo …)`, `. /dev/stdin <<EOF`, `trap '…' DEBUG`, `PROMPT_COMMAND='…'`. Where another
 * program makes the text there is none of it in the file.
 */
export function textsRun(text: string, {words}: Command, {name, args}: Call): readonly TextRun[] {
	const [first, ...others] = args.filter(({parts}) => staticText(parts) !== '--');
	switch (name) {
		case null:
		case 'export':
		case 'declare':
		case 'typeset':
			return words.flatMap(word => some(literal(text, behindSign(text, word), 'PROMPT_COMMAND')));
		case 'eval':
			return first === undefined || others.length > 0 ? [] : some(literal(text, first, 'eval') ?? printed(text, first, 'eval'));
		case 'source':
		case '.':
			if (first === undefined) return [];
			return some(
				/^\/dev\/(?:stdin|fd\/0)$/.test(staticText(first.parts) ?? '') ? document(text, first.end) : printed(text, first, 'source'),
			);
		case 'trap':
			// It runs before every command; the signals of an end come too late for any.
			return first !== undefined && others.some(({parts}) => staticText(parts) === 'DEBUG') ? some(literal(text, first, 'trap')) : [];
		default:
			return [];
	}
}

function some(run: TextRun | null): readonly TextRun[] {
	return run === null ? [] : [run];
}

/** The value of `PROMPT_COMMAND=…`; of any other word an empty span. */
function behindSign(text: string, {start, end}: Word): Span {
	const head = 'PROMPT_COMMAND=';
	return {start: text.startsWith(head, start) ? start + head.length : end, end};
}

/** Between quotes, where they change nothing of it. */
function literal(text: string, {start, end}: Span, form: TextRun['form']): TextRun | null {
	const source = text.slice(start, end);
	if (!/^'[^']*'$|^"(?:[^"\\`$]|\$(?!\())*"$/.test(source)) return null;
	return {start: start + 1, end: end - 1, form, expands: source.startsWith('"') && source.includes('$')};
}

/** `$(…)` and `<(…)` around a program that prints what is written there. */
function printed(text: string, {start, end}: Span, form: TextRun['form']): TextRun | null {
	const source = text.slice(start, end);
	const [, opening = '', inner = ''] = /^("?\$\(|<\()([\s\S]*)\)"?$/.exec(source) ?? [];
	if (opening === '') return null;
	const at = start + opening.length;
	const cat = /^\s*cat[ \t]*(?=<<)/.exec(inner)?.[0];
	if (cat !== undefined) return document(text, at + cat.length, form);
	const [, head = '', said = ''] =
		/^(\s*(?:echo|printf)[ \t]+(?:-[neE-]+[ \t]+)*)('[^']*'|"[^"\\]*"|[^'"`$\\;|&<>()]*)\s*$/.exec(inner) ?? [];
	if (head === '') return null;
	const quotes = /^['"]/.test(said) ? 1 : 0;
	const from = at + head.length + quotes;
	return {start: from, end: from + said.length - 2 * quotes, form, expands: said.startsWith('"') || /[\\%]/.test(said)};
}

/** The lines of the here-document that is named behind this place, up to its last word. */
function document(text: string, from: number, form: TextRun['form'] = 'source'): TextRun | null {
	const named = /[^\n]*?<<-?[ \t]*(['"\\]?)(\w+)['"]?[^\n<]*\n/y;
	named.lastIndex = from;
	const [opening, quote, word = ''] = named.exec(text) ?? [];
	if (opening === undefined) return null;
	const start = from + opening.length;
	const last = new RegExp(`^\\t*${word}[ \\t]*\\r?$`, 'm').exec(text.slice(start));
	return last === null ? null : {start, end: start + last.index, form, expands: quote === ''};
}

import type {Command, Said} from './command.ts';
import {cutOf} from './command.ts';
import type {Statement} from './statement.ts';
import type {Span, Word} from './word.ts';
import {afterText, spanOf, staticText} from './word.ts';

type Read = (text: string) => readonly Statement[];

/**
 * What only claude gets, each time it is called: `NAME=v claude`, `env NAME=v claude`, in a function or an alias too. It reaches no
 * other command, but nothing that the shell exports outranks it.
 */
export function forClaude(text: string, {words}: Command, read: Read): readonly Said[] {
	const [first, ...rest] = words;
	if (first && staticText(first.parts) === 'alias') return bodies(rest).flatMap(body => inAlias(text, body, read));
	const {given, calls} = split(text, words);
	return calls ? given.map(word => saidOf(text, words, word)) : [];
}

/** Does it call claude, in whatever way? */
export function callsClaude(text: string, {words}: Command): boolean {
	return split(text, words).calls;
}

/** As it is written: where `~/bin/claude` is, is only known when it runs. */
const isClaude = /(?:^|[/"'\\])claude["']?$/;
/** They run the program that is named behind them. */
const passesOn = /^(?:command|builtin|exec|env|nohup|noglob|nocorrect|time|nice|caffeinate)$/;
/** Options of env and exec with a word of their own. */
const takesWord = /^(?:-u|--unset|-n|-a|-C)$/;

function split(text: string, words: readonly Word[]): {readonly given: readonly Word[]; readonly calls: boolean} {
	const given: Word[] = [];
	let passed = false;
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (word === undefined) break;
		const said = staticText(word.parts) ?? '';
		if (isGiven(text, word)) given.push(word);
		else if (passesOn.test(said)) passed = true;
		else if (passed && said.startsWith('-')) at += takesWord.test(said) ? 1 : 0;
		else return {given, calls: isClaude.test(text.slice(word.start, word.end))};
	}
	return {given, calls: false};
}

const named = /[A-Za-z_]\w*=/y;

function isGiven(text: string, {start}: Word): boolean {
	named.lastIndex = start;
	return named.test(text);
}

function saidOf(text: string, words: readonly Word[], word: Word): Said {
	const sign = text.indexOf('=', word.start) + 1 - word.start;
	const parts = afterText(word.parts, sign);
	const value = staticText(parts);
	return {
		variable: text.slice(word.start, word.start + sign - 1),
		does: value === null ? 'computed' : 'set',
		value,
		parts,
		exported: true,
		form: 'for claude',
		item: spanOf(word),
		cut: cutOf(words, word),
		reach: 'command',
	};
}

type AliasBody = {readonly word: Word; readonly body: string};

/** `alias cc='NAME=v claude'`, and in fish `alias cc 'NAME=v claude'`. */
function bodies(words: readonly Word[]): readonly AliasBody[] {
	const named = words.filter(({parts}) => !staticText(parts)?.startsWith('-'));
	const [first, second] = named;
	if (first && second && !(staticText(first.parts) ?? '=').includes('=')) return [{word: second, body: staticText(second.parts) ?? ''}];
	return named.map(word => ({word, body: (staticText(word.parts) ?? '').replace(/^[^\s=]+=/, '')}));
}

function inAlias(text: string, {word, body}: AliasBody, read: Read): readonly Said[] {
	return read(body).flatMap((statement): Said[] => {
		if (statement.kind === 'source' || statement.reach !== 'command') return [];
		const {variable, does, value, parts, exported, form, removal} = statement;
		const cut = removal.how === 'cut-item' ? standsIn(text, word, body.slice(removal.cut.start, removal.cut.end)) : null;
		const said = {variable, does, value, parts, exported, form, item: cut ?? spanOf(word), cut, reach: 'command'} as const;
		return [cut === null ? {...said, refuse: 'part-of-command'} : said];
	});
}

/** Where a piece of a quoted text stands, as long as the quotes have left it as it was. */
function standsIn(text: string, {start, end}: Word, piece: string): Span | null {
	const source = text.slice(start, end);
	const at = source.indexOf(piece);
	return at === -1 || source.includes(piece, at + 1) ? null : {start: start + at, end: start + at + piece.length};
}

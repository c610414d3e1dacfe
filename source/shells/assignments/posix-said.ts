import type {Command, Said} from './command.ts';
import {cutOf} from './command.ts';
import {evaluated} from './evaluated.ts';
import {forClaude} from './for-claude.ts';
import {printedBy} from './posix-printf.ts';
import type {Assignment, Statement} from './statement.ts';
import type {Part, Word} from './word.ts';
import {afterText, spanOf, staticText, textPart} from './word.ts';

type Inner = (text: string) => readonly Statement[];
type Naming = {readonly form: string; readonly exported: boolean; readonly does?: 'unset' | 'computed'};

/** A command's own words: behind `A=1` and `command`. Without a name it is nothing but assignments. */
export type Call = {readonly name: string | null; readonly args: readonly Word[]; readonly assignsOnly: boolean};

const wrapper = /^(?:command|builtin|noglob|nocorrect)$/;
/** In zsh `command` looks for a program alone. */
const zshWrapper = /^(?:builtin|noglob|nocorrect)$/;

export function callOf(text: string, {words}: Command, shell: string): Call {
	const wraps = shell === 'zsh' ? zshWrapper : wrapper;
	let at = words.findIndex(word => !isAssigned(text, word));
	if (at === -1) return {name: null, args: [], assignsOnly: true};
	let name = staticText(words[at]?.parts ?? []);
	while (name !== null && wraps.test(name) && words[at + 1]) name = staticText(words[++at]?.parts ?? []);
	return {name, args: words.slice(at + 1), assignsOnly: false};
}

/** What one simple command of a POSIX shell says about variables. */
export function saidByPosix(text: string, command: Command, call: Call, shell: string, inner: Inner): readonly Said[] {
	const all = said(text, command, call, shell, inner);
	const document = all.length > 0 && /(?:^|[^<])<<[^<]/.test(text.slice(command.start, command.end));
	return document ? all.map(each => ({...each, refuse: 'several-lines' as const})) : all;
}

function said(text: string, command: Command, {name, args, assignsOnly}: Call, shell: string, inner: Inner): readonly Said[] {
	const {words} = command;
	if (assignsOnly) return named(text, words, 0, {form: 'plain', exported: false});
	const at = words.length - args.length - 1;
	switch (name) {
		case 'export':
		case 'declare':
		case 'typeset':
		case 'readonly':
		case 'local':
		case 'private':
		case 'integer':
		case 'float':
			return declared(text, words, at, name, shell);
		case 'unset': {
			const flags = flagsOf(args);
			if (/[fn]/.test(flags.letters)) return [];
			return named(text, words, at + 1 + flags.count, {form: 'unset', exported: false, does: 'unset'});
		}
		case 'read':
			return readInto(words, at);
		case 'printf':
			return printed(args);
		case 'eval':
			return evaluated(args, inner);
		case ':':
		case 'true':
			return defaults(text, command, at === 0 && args.length === 1);
		default:
			return [...defaults(text, command, false), ...forClaude(text, command, inner)];
	}
}

function declared(text: string, words: readonly Word[], at: number, name: string, shell: string): readonly Said[] {
	const flags = flagsOf(words.slice(at + 1));
	const {letters} = flags;
	if (/[fFpaAE]/.test(letters)) return [];
	const from = at + 1 + flags.count;
	const form = letters && name !== 'export' ? `${name} -${letters}` : name;
	if (name === 'export' && letters.includes('n')) return named(text, words, from, {form: 'export -n', exported: false, does: 'unset'});
	if (flags.off.includes('x')) return named(text, words, from, {form: `${name} +x`, exported: false, does: 'unset'});
	const exported = name === 'export' || letters.includes('x');
	const changes = /[iulLRZ]/.test(letters) || (shell === 'zsh' && letters.includes('T')) || name === 'integer' || name === 'float';
	return named(text, words, from, {form, exported, ...(changes ? {does: 'computed'} : {})});
}

/** Each word from `from` on names a variable, with or without a value. */
function named(text: string, words: readonly Word[], from: number, naming: Naming): readonly Said[] {
	const subjects = words.slice(from).filter(word => staticText(word.parts) !== '--');
	return subjects.flatMap((word): Said[] => {
		const found = assigned(text, word) ?? quotedName(word);
		if (!found) return [];
		const cut = subjects.length === 1 ? null : cutOf(words, word);
		const said = {variable: found.name, exported: naming.exported, item: spanOf(word), cut};
		if (found.value === null) {
			if (naming.does === 'unset') return [{...said, does: 'unset', form: naming.form}];
			return naming.exported ? [{...said, does: 'export', form: `${naming.form} NAME`}] : [];
		}
		if (naming.does === 'unset') return [];
		const value = naming.does === 'computed' || found.appends ? null : lineValue(text, word, found.value);
		return [{...said, does: does(value), value, parts: found.value, form: found.appends ? `${naming.form} +=` : naming.form}];
	});
}

function does(value: string | null): Assignment['does'] {
	return value === null ? 'computed' : 'set';
}

/** A carriage return at the end of a line belongs to the last word for every POSIX shell. */
function lineValue(text: string, word: Word, parts: readonly Part[]): string | null {
	const value = staticText(parts);
	return value !== null && text.startsWith('\r\n', word.end) ? `${value}\r` : value;
}

type Found = {readonly name: string; readonly value: readonly Part[] | null; readonly appends: boolean};

/** `NAME=value` with a name that is not quoted. */
function assigned(text: string, word: Word): Found | null {
	if (!isAssigned(text, word)) return null;
	const whole = text.slice(word.start, assignment.lastIndex);
	const appends = whole.endsWith('+=');
	return {name: whole.slice(0, appends ? -2 : -1), value: afterText(word.parts, whole.length), appends};
}

const assignment = /[A-Za-z_]\w*\+?=/y;

function isAssigned(text: string, word: Word): boolean {
	assignment.lastIndex = word.start;
	return assignment.test(text);
}

/** As an argument of `export` the name may be quoted too: `"NAME=value"`. */
function quotedName(word: Word): Found | null {
	const first = word.parts.find(part => part.kind !== 'text' || part.text !== '');
	if (first?.kind !== 'text') return null;
	const [whole, name = '', sign] = /^([A-Za-z_]\w*)(=|$)/.exec(first.text) ?? [];
	if (!whole) return null;
	if (sign === '=') return {name, value: afterText(word.parts.slice(word.parts.indexOf(first)), whole.length), appends: false};
	return word.parts.length === 1 ? {name, value: null, appends: false} : null;
}

function flagsOf(args: readonly Word[]): {readonly letters: string; readonly off: string; readonly count: number} {
	let letters = '';
	let off = '';
	let count = 0;
	for (const arg of args) {
		const text = staticText(arg.parts) ?? '';
		if (text === '--') return {letters, off, count: count + 1};
		if (!/^[-+][A-Za-z]+$/.test(text)) break;
		if (text.startsWith('-')) letters += text.slice(1);
		else off += text.slice(1);
		count++;
	}
	return {letters, off, count};
}

function readInto(words: readonly Word[], at: number): readonly Said[] {
	const names: Said[] = [];
	for (let index = at + 1; index < words.length; index++) {
		const word = words[index];
		const text = word ? (staticText(word.parts) ?? '') : '';
		if (/^-[a-zA-Z]*[dnNptuik]$/.test(text)) index++;
		const variable = /^[A-Za-z_]\w*(?=\?|$)/.exec(text)?.[0];
		if (word && variable)
			names.push({variable, does: 'computed', exported: false, form: 'read', item: spanOf(word), cut: null, refuse: 'part-of-command'});
	}
	return names;
}

function printed(args: readonly Word[]): readonly Said[] {
	const [flag, target, ...rest] = args;
	if (!flag || !target || staticText(flag.parts) !== '-v') return [];
	const variable = staticText(target.parts);
	if (!variable || !/^[A-Za-z_]\w*$/.test(variable)) return [];
	const value = printedBy(rest.map(word => staticText(word.parts)));
	const parts = value === null ? null : [textPart(value, true)];
	return [{variable, does: does(value), value, parts, exported: false, form: 'printf -v', item: spanOf(target), cut: null}];
}

/** `: "${NAME:=value}"` sets the variable where it has no value yet, in any command. */
function defaults(text: string, command: Command, alone: boolean): readonly Said[] {
	return command.words.flatMap(word =>
		word.parts.flatMap((part): Said[] => {
			if (part.kind !== 'variable' || !part.assigns || !part.fallback) return [];
			const value = lineValue(text, word, part.fallback);
			const only = alone && word.parts.filter(each => each.kind !== 'text').length === 1;
			const refuse = only ? {} : {refuse: 'part-of-command' as const};
			const said = {
				variable: part.name,
				does: does(value),
				value,
				parts: part.fallback,
				exported: false,
				form: 'default',
				item: spanOf(word),
			};
			return [{...said, ...refuse}];
		}),
	);
}

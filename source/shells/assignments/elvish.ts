import {readBracedCommands, skipBraced} from './braced-commands.ts';
import type {Command, Said} from './command.ts';
import {assignmentOf, cutOf, lines, sourceOf} from './command.ts';
import {Cursor} from './cursor.ts';
import {readElvishWord, skipElvish} from './elvish-words.ts';
import type {FrameKind} from './outline.ts';
import {inside} from './outline.ts';
import type {Statement} from './statement.ts';
import type {Word} from './word.ts';
import {spanOf, staticText} from './word.ts';

/** What an elvish script says about environment variables. */
export function readElvish(text: string): readonly Statement[] {
	const lineOf = lines(text);
	return readBracedCommands(text, {skip: skipElvish, frame, links: /\|/y}).flatMap((command): readonly Statement[] => {
		const words = wordsOf(text, command);
		const slurped = /^eval\s+\(slurp\s*<\s*([^\s)]+)\s*\)/.exec(text.slice(command.start, command.end));
		if (slurped?.[1]) {
			const file = readElvishWord(new Cursor(slurped[1]));
			return [sourceOf(command, [file.parts], false, lineOf)];
		}
		if (command.forked || inside(command.body, 'subshell')) return [];
		return saidBy(words).map(said => assignmentOf(text, command, said, lineOf));
	});
}

/** `{` with a space or `|` after it begins code; without, it is a list of alternatives. */
function frame(head: string): FrameKind | 'data' {
	const words = head.trim();
	if (words === '') return 'group';
	if (/^(?:if|elif|else|try|catch|except|finally)\b/.test(words)) return 'if';
	if (/^(?:for|while)\b/.test(words)) return 'loop';
	if (/^(?:with|tmp)\b/.test(words)) return 'group';
	return /=$/.test(words) ? 'data' : 'function';
}

function wordsOf(text: string, command: Command): readonly Word[] {
	const cursor = new Cursor(text, command.start);
	const words: Word[] = [];
	while (cursor.at < command.end) {
		if (cursor.take(/(?:[ \t\r]|\^\r?\n)+/y)) continue;
		if (cursor.char === '{') {
			const start = cursor.at;
			skipBraced(cursor, {skip: skipElvish});
			words.push({start, end: cursor.at, parts: [{kind: 'computed'}]});
			continue;
		}
		const word = readElvishWord(cursor);
		if (word.end > word.start) words.push(word);
		else cursor.at++;
	}
	return words;
}

function saidBy(words: readonly Word[]): readonly Said[] {
	const [first, second, third] = words;
	const name = first && staticText(first.parts);
	const variable = second && staticText(second.parts);
	switch (name) {
		case 'set-env': {
			if (!variable || !third || words.length > 3) return [];
			return [said(variable, third, 'set-env', {start: second.start, end: third.end})];
		}
		case 'unset-env':
			return variable ? [{variable, does: 'unset', exported: true, form: 'unset-env', item: spanOf(second)}] : [];
		case 'del':
			return words.slice(1).flatMap((word): Said[] => {
				const environment = environmentName(word);
				const cut = words.length > 2 ? cutOf(words, word) : null;
				return environment ? [{variable: environment, does: 'unset', exported: true, form: 'del E:N', item: spanOf(word), cut}] : [];
			});
		case 'set':
			return assigned(words.slice(1), 'set E:N =');
		case null:
			return [];
		default:
			return assigned(words, 'E:N =');
	}
}

/** `E:A E:B = 1 2`: names and values in the same order. */
function assigned(words: readonly Word[], form: string): readonly Said[] {
	const equals = words.findIndex(word => staticText(word.parts) === '=');
	if (equals < 1) return [];
	return words.slice(0, equals).flatMap((word, index): Said[] => {
		const variable = environmentName(word);
		const value = words[equals + 1 + index];
		if (!variable || !value) return [];
		const one = said(variable, value, form, equals === 1 ? {start: word.start, end: value.end} : spanOf(word));
		return [equals === 1 ? one : {...one, refuse: 'part-of-command'}];
	});
}

function said(variable: string, word: Word, form: string, item: Said['item']): Said {
	const value = staticText(word.parts);
	return {variable, does: value === null ? 'computed' : 'set', value, parts: word.parts, exported: true, form, item};
}

function environmentName(word: Word): string | null {
	return /^E:(\w+)$/.exec(staticText(word.parts) ?? '')?.[1] ?? null;
}

import type {Command} from './command.ts';
import {Cursor} from './cursor.ts';
import type {FrameKind} from './outline.ts';
import {Outline} from './outline.ts';

/** Past a Python string or comment that begins here; false where none does. */
export function skipPython(cursor: Cursor): boolean {
	const opening = cursor.take(/[rRbBuUfFpP]{0,3}(?:"""|'''|["'])(?<![\w)\]][rRbBuUfFpP]{1,3}["']{1,3})/y);
	if (!opening) return false;
	const quote = opening.replace(/^[a-zA-Z]+/, '');
	while (!cursor.done && !cursor.starts(quote) && !(quote.length === 1 && cursor.char === '\n')) cursor.at += cursor.char === '\\' ? 2 : 1;
	if (cursor.starts(quote)) cursor.at += quote.length;
	return true;
}

/** The simple statements of a xonsh script by Python's rules of indentation, each with the place it stands in. */
export function readXonshStatements(text: string): readonly Command[] {
	const cursor = new Cursor(text, text.startsWith('\uFEFF') ? 1 : 0);
	const outline = new Outline();
	const indents = [0];
	const commands: Command[] = [];
	let opens: FrameKind | null = null;
	while (!cursor.done) {
		const indent = cursor.take(/[ \t]*/y)?.length ?? 0;
		if (cursor.char === '#') cursor.skipLine();
		if (cursor.atBreak) {
			cursor.takeBreak();
			continue;
		}
		if (opens) {
			outline.open(opens);
			indents.push(indent);
			opens = null;
		} else
			while (indents.length > 1 && indent < (indents.at(-1) ?? 0)) {
				indents.pop();
				outline.close();
			}
		opens = readLine(cursor, outline, commands);
	}
	return commands;
}

/** One logical line; the kind of block it opens, or null. */
function readLine(cursor: Cursor, outline: Outline, commands: Command[]): FrameKind | null {
	const kind = blockKind(cursor);
	let linked = false;
	let start = cursor.at;
	let depth = 0;
	const finish = (end: number, joined: boolean): void => {
		const trimmed = cursor.text.slice(start, end).trimEnd().length;
		const {body} = outline;
		if (trimmed > 0) {
			body.commands++;
			commands.push({words: [], start, end: start + trimmed, body, linked, joined, forked: false, index: body.commands});
		}
		cursor.take(/[ \t]+/y);
		start = cursor.at;
	};
	while (!cursor.done) {
		const from = cursor.at;
		if (cursor.take(/\\\r?\n/y) || skipPython(cursor)) continue;
		if (cursor.char === '#' && /[\s([{,]/.test(cursor.text[from - 1] ?? ' ')) {
			if (depth === 0) finish(from, linked);
			cursor.skipLine();
			if (depth > 0) continue;
		}
		if (cursor.atBreak && depth === 0) {
			if (start < cursor.at) finish(from, linked);
			if (!cursor.done) cursor.takeBreak();
			return null;
		}
		const char = cursor.text[cursor.at] ?? '';
		cursor.at++;
		if (/[([{]/.test(char)) depth++;
		if (/[)\]}]/.test(char)) depth--;
		if (char === ';' && depth === 0) finish(from, linked);
		if (char === ':' && depth === 0 && kind && !linked) {
			if (cursor.take(/[ \t]*(?:#.*)?(?:\r?\n|$)/y) !== null) {
				outline.body.commands++;
				return kind;
			}
			// `if x: $N = 1`
			linked = true;
			cursor.take(/[ \t]+/y);
			start = cursor.at;
		}
	}
	finish(cursor.at, linked);
	return null;
}

function blockKind(cursor: Cursor): FrameKind | null {
	const word = /^(?:async\s+)?(\w+)/.exec(cursor.text.slice(cursor.at, cursor.at + 40))?.[1];
	switch (word) {
		case 'if':
		case 'elif':
		case 'else':
		case 'try':
		case 'except':
		case 'finally':
		case 'match':
		case 'case':
			return 'if';
		case 'for':
		case 'while':
			return 'loop';
		case 'def':
		case 'class':
			return 'function';
		case 'with':
			return /^with\s+[^\n]*\.swap\(/.test(cursor.text.slice(cursor.at, cursor.at + 400)) ? 'subshell' : 'group';
		default:
			return null;
	}
}

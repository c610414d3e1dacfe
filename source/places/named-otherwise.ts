import {competingVariables} from '../credentials/competing.ts';
import type {Statement} from '../shells/assignments/statement.ts';

/** A variable's name where no statement could be read: its place counts from 1. */
export type Named = {readonly variable: string; readonly line: number; readonly column: number};

/** Not `$NAME` and `${NAME}`, which only read it. */
const name = new RegExp(`(?<![\\w$]|\\$\\{[#!]?)(?:${[...competingVariables].sort((a, b) => b.length - a.length).join('|')})(?!\\w)`, 'g');

/**
 * Names that a startup file gives to a program or keeps in a text: `echo "set -gx NAME v" | source`, `alias x='export NAME=v; claude'`,
 * `v=NAME; export "$v=…"`. Whether the shell sets them there, only a run could tell.
 */
export function namedOtherwise(text: string, statements: readonly Statement[]): readonly Named[] {
	const found: Named[] = [];
	for (const {start, end} of lively(text))
		for (const {0: variable, index} of text.slice(start, end).matchAll(name)) {
			const at = start + index;
			if (statements.some(statement => statement.kind === 'assignment' && statement.variable === variable && covers(statement, at)))
				continue;
			const before = text.slice(0, at);
			found.push({variable, line: before.split('\n').length, column: at - before.lastIndexOf('\n')});
		}
	return found.filter((one, index) => found.findIndex(({variable}) => variable === one.variable) === index);
}

function covers({start, end, item}: Extract<Statement, {kind: 'assignment'}>, at: number): boolean {
	return (start <= at && at < end) || (item.start <= at && at < item.end);
}

type Span = {readonly start: number; readonly end: number};

/** The lines that do something: without comments, what is only printed or tested, and documents that nobody runs. */
function lively(text: string): readonly Span[] {
	const spans: Span[] = [];
	const line = /.*(?:\n|$)/y;
	let until: RegExp | null = null;
	for (let start = 0; start < text.length; start = line.lastIndex) {
		line.lastIndex = start;
		const whole = line.exec(text)?.[0] ?? '';
		const end = start + whole.length;
		if (whole === '') break;
		if (until !== null) {
			if (until.test(whole)) until = null;
			continue;
		}
		// Most lines are about something else, and looking closely costs more than reading them.
		if (!/ANTHROPIC_|CLAUDE_CODE_|<</.test(whole)) continue;
		const runs = /\||<\(|\$\(|`|\beval\b|\bsource\b|(?:^|[;&]\s*)\.\s/.test(whole);
		const [, word] = /<<-?\s*["'\\]?(\w+)/.exec(whole) ?? [];
		if (word !== undefined && !runs && /^\s*(?:cat|:|true)\b/.test(whole)) until = new RegExp(`^\\s*${word}\\s*$`);
		if (/^\s*#/.test(whole) || (!runs && /^\s*(?:echo|printf|test|\[)\s/.test(whole))) continue;
		const remark = /\s#[^'"`]*$/.exec(whole);
		spans.push({start, end: remark === null ? end : start + remark.index});
	}
	return spans;
}

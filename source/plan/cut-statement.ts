import type {Span} from '../shells/assignments/word.ts';

/**
 * What to delete so that a statement is gone: its whole line where it stands alone, else one separator with it. A comment behind it,
 * and the indentation of what stays, are left.
 */
export function cutStatement(text: string, {start, end}: Span): Span {
	const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, text.startsWith('\uFEFF') ? 1 : 0);
	const before = text.slice(lineStart, start);
	const separator = take(/[ \t]*;(?![;&|])[ \t]*|[ \t]*/y, text, end);
	const next = end + separator.length;
	const lineBreak = take(/\r?\n/y, text, next);
	const isLast = lineBreak !== '' || next === text.length;
	if (before.trim() === '') return isLast ? {start: lineStart, end: next + lineBreak.length} : {start, end: next};
	if (separator.includes(';') && !isLast) return {start, end: next};
	const joint = /[ \t]*;[ \t]*$|[ \t]*$/.exec(before)?.[0] ?? '';
	return {start: start - joint.length, end: isLast && !joint.includes(';') ? next : end};
}

function take(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

import {readAssignments} from '../shells/assignments.ts';
import {shells} from '../shells/index.ts';
import type {Shell, ShellName} from '../shells/shell.ts';
import type {Edited, Refused} from './edited.ts';

const opening = '>>> claude-auth-wizard >>>';
const closing = '<<< claude-auth-wizard <<<';
/** Stands in the block so that taking it out gives back the very bytes. */
const unended = 'the line before this block had no end';

/** Puts our marked block at the end of a startup file, or renews the one that is there. */
export function putBlock(text: string, shell: ShellName, lines: readonly string[]): Edited {
	const found = findBlock(text);
	if (found.state === 'refused') return found;
	const eol = lineBreak(text, shell);
	const comment = shell === 'cmd' ? 'rem' : '#';
	const [before, after, wasUnended] =
		found.state === 'found' ? [text.slice(0, found.start), text.slice(found.end), found.wasUnended] : [...ended(text, eol)];
	const all = [`${comment} ${opening}`, ...(wasUnended ? [`${comment} ${unended}`] : []), ...lines, `${comment} ${closing}`];
	const block = all.map(line => `${line}${eol}`).join('');
	const now = before + block + after;
	if (now === text) return {state: 'same'};
	const line = before.split('\n').length;
	if (isReached(before, shell)) return {state: 'changed', text: now, line};
	const why = 'its end is not reached: a quote or block stays open, or it returns before';
	return {state: 'refused', kind: 'impossible', why, line, column: 1};
}

/** One marked line that loads a file of ours when it is there. */
export function putSourceLine(text: string, shell: ShellName, file: string): Edited {
	return putBlock(text, shell, [named(shell).source(file)]);
}

function named(shell: ShellName): Shell {
	const found = shells.find(({name}) => name === shell);
	if (!found) throw new Error(`no shell is called ${shell}`);
	return found;
}

/** Takes our block out, every one where there are several. */
export function removeBlock(text: string): Edited {
	let now = text;
	let line = 0;
	for (;;) {
		const found = findBlock(now);
		if (found.state === 'refused') return found;
		if (found.state === 'none') break;
		// What was written behind the block since needs the line break before it.
		const giveBack = found.wasUnended && found.end === now.length;
		const start = giveBack ? now.slice(0, found.start).replace(/\r?\n$/, '').length : found.start;
		line ||= now.slice(0, found.start).split('\n').length;
		now = now.slice(0, start) + now.slice(found.end);
	}
	return now === text ? {state: 'same'} : {state: 'changed', text: now, line};
}

type Block =
	| {readonly state: 'none'}
	| {readonly state: 'found'; readonly start: number; readonly end: number; readonly wasUnended: boolean}
	| Refused;

function findBlock(text: string): Block {
	const first = /^\uFEFF?(?:#|rem) >>> claude-auth-wizard >>>[ \t]*\r?$/m.exec(text);
	if (!first) return {state: 'none'};
	const start = first.index + (first[0].startsWith('\uFEFF') ? 1 : 0);
	const rest = text.slice(start);
	const last = /^(?:#|rem) <<< claude-auth-wizard <<<[ \t]*(?:\r?\n|$)/m.exec(rest);
	const again = rest.indexOf(opening, opening.length + 5);
	if (!last || (again !== -1 && again < last.index)) {
		const why = 'our block begins here, but its last line is gone';
		return {state: 'refused', kind: 'malformed', why, line: text.slice(0, start).split('\n').length, column: 1};
	}
	const end = start + last.index + last[0].length;
	return {state: 'found', start, end, wasUnended: rest.slice(0, last.index).includes(unended)};
}

/** POSIX shells and csh take a carriage return for a part of the last word: there our lines end without it, whatever the file does. */
function lineBreak(text: string, shell: ShellName): '\n' | '\r\n' {
	const keeps =
		shell === 'powershell' || shell === 'cmd' || shell === 'nushell' || shell === 'fish' || shell === 'xonsh' || shell === 'elvish';
	return keeps && /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

/** The text up to a block at its end, what follows, and whether a line had to be ended. */
function ended(text: string, eol: string): readonly [string, string, boolean] {
	const isUnended = text !== '' && text !== '\uFEFF' && !text.endsWith('\n');
	return [isUnended ? text + eol : text, '', isUnended];
}

/** Would the shell come to the block at all? An open quote or block before it, or an early `return`, says no. */
function isReached(before: string, shell: ShellName): boolean {
	const probe = `${named(shell).set('WIZARD_PROBE', 'x')}\n`;
	return readAssignments(before + probe, shell).some(
		one => one.kind === 'assignment' && one.variable === 'WIZARD_PROBE' && !one.conditional,
	);
}

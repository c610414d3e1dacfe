import {readBracedCommands} from './braced-commands.ts';
import type {Said} from './command.ts';
import {assignmentOf, lines, sourceOf} from './command.ts';
import {Cursor} from './cursor.ts';
import type {FrameKind} from './outline.ts';
import {readPowershellWord, skipPowershell} from './powershell-words.ts';
import type {Statement} from './statement.ts';
import type {Part, Span} from './word.ts';
import {staticText} from './word.ts';

/** What a PowerShell script says about environment variables. By its documented rules: not run here. */
export function readPowershell(text: string): readonly Statement[] {
	const lineOf = lines(text);
	return readBracedCommands(text, {skip: skipPowershell, frame, links: /&&|\|\|/y}).flatMap((command): readonly Statement[] => {
		const statement = text.slice(command.start, command.end);
		// What a script sets in $env: stays, however it is called.
		const call = /^[.&]\s+(?!\{)/.exec(statement)?.[0];
		if (call) {
			const file = readPowershellWord(new Cursor(text, command.start + call.length));
			return [sourceOf(command, [file.parts], false, lineOf)];
		}
		return saidBy(text, command).map(said => assignmentOf(text, command, said, lineOf));
	});
}

function frame(head: string): FrameKind | 'data' {
	const words = head.trim();
	if (/[=@$]$/.test(words)) return 'data';
	if (/^(?:for|foreach|while|do|until)\b|(?:ForEach-Object|\bforeach|%)(?:\s+-\w+)*$/i.test(words)) return 'loop';
	if (/^(?:if|elseif|else|switch|try|catch|finally|trap)\b/i.test(words)) return 'if';
	return words === '' || words === '&' || words === '.' ? 'group' : 'function';
}

function saidBy(text: string, command: Span): readonly Said[] {
	const statement = text.slice(command.start, command.end);
	const item = {start: command.start, end: command.end};
	const assignment = /^\$(?:env:(\w+)|\{env:([^}]+)\})\s*([-+*/]?=)\s*/i.exec(statement);
	if (assignment) {
		const [head, bare, braced, operator] = assignment;
		const parts = operator === '=' ? wholeValue(text, command.start + head.length, command.end) : null;
		return [set(bare ?? braced ?? '', parts, '$env:N =', item)];
	}
	const method = /^(?:\[void\]\s*)?\[(?:System\.)?Environment\]::SetEnvironmentVariable\s*\(\s*/i.exec(statement);
	if (method) {
		const [name, value, target] = argumentsOf(text, command.start + method[0].length, command.end);
		const variable = name && staticText(name);
		const scope = target ? (staticText(target) ?? '') : '';
		// Only the process's own environment is this script's; the user's is in the registry.
		if (!variable || (scope !== '' && !/^(?:Process|.*::Process)$/i.test(scope))) return [];
		return [set(variable, value ?? null, 'SetEnvironmentVariable', item)];
	}
	return environmentItem(text, statement, item);
}

/** `Set-Item Env:N v`, `Remove-Item Env:N` and their short names. */
function environmentItem(text: string, statement: string, item: Span): readonly Said[] {
	const command = /^(Set-Item|New-Item|Set-Content|si|ni|sc|Remove-Item|ri|rm|del|rd|erase)\s+/i.exec(statement);
	if (!command?.[1]) return [];
	const cursor = new Cursor(text, item.start + command[0].length);
	const names: string[] = [];
	let listed = false;
	let isExpression = false;
	let value: readonly Part[] | null = null;
	while (cursor.at < item.end) {
		if (cursor.take(/\s+|`\r?\n/y)) continue;
		// Several names: our own file clears a whole group so.
		if (names.length > 0 && value === null && cursor.take(/,/y)) {
			listed = true;
			continue;
		}
		if (cursor.take(/-(?:Force|Confirm|Verbose)\b|-(?:ErrorAction|EA)\s+\w+|-(?:ItemType)\s+\w+|-(?:Path|LiteralPath|Name)\b/iy)) continue;
		const isValue = cursor.take(/-Value\b\s*/iy) || (names.length > 0 && !listed);
		const word = readPowershellWord(cursor);
		// A sign that no word begins with has to be passed, or this never ends.
		if (word.end === word.start) {
			cursor.at++;
			isExpression = true;
		} else if (isValue) value = word.parts;
		else names.push(/^Env:[\\/]?(\w+)$/i.exec(staticText(word.parts) ?? '')?.[1] ?? '');
		listed = false;
	}
	const known = names.filter(name => name !== '');
	if (/^(?:Remove-Item|ri|rm|del|rd|erase)$/i.test(command[1]))
		return known.map(variable => ({variable, does: 'unset', exported: true, form: 'Remove-Item Env:', item}));
	return known.map(variable => set(variable, isExpression ? null : value, 'Set-Item Env:', item));
}

/** Nothing and `$null` take the variable away; so does an empty text before PowerShell 7.5. */
function set(variable: string, parts: readonly Part[] | null, form: string, item: Span): Said {
	const [only] = parts ?? [];
	if (parts?.length === 1 && only?.kind === 'variable' && only.name === 'NULL')
		return {variable, does: 'unset', exported: true, form: `${form} $null`, item};
	const value = parts && staticText(parts);
	return {variable, does: value === null ? 'computed' : 'set', value, parts, exported: true, form, item};
}

/** The parts of a value that is one word; null for an expression. */
function wholeValue(text: string, start: number, end: number): readonly Part[] | null {
	const cursor = new Cursor(text, start);
	const word = readPowershellWord(cursor);
	return cursor.at >= end && word.end > start ? word.parts : null;
}

function argumentsOf(text: string, start: number, end: number): readonly (readonly Part[] | null)[] {
	const cursor = new Cursor(text, start);
	const all: (readonly Part[] | null)[] = [];
	while (cursor.at < end && cursor.char !== ')') {
		const word = readPowershellWord(cursor);
		cursor.take(/\s*/y);
		const isWhole = /[,)]/.test(cursor.char) && word.end > word.start;
		all.push(isWhole ? word.parts : null);
		if (!isWhole) return all;
		cursor.take(/,\s*/y);
	}
	return all;
}

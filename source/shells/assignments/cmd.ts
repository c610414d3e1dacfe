import type {Command, Said} from './command.ts';
import {assignmentOf, lines, sourceOf} from './command.ts';
import {Cursor} from './cursor.ts';
import {Outline} from './outline.ts';
import type {Statement} from './statement.ts';
import type {Part} from './word.ts';
import {computed, Parts, staticText, variablePart} from './word.ts';

/** What a batch file of cmd.exe says about environment variables. By its documented rules: not run here. */
export function readCmd(text: string): readonly Statement[] {
	const lineOf = lines(text);
	return readCommands(text).flatMap((command): readonly Statement[] => {
		if (command.forked) return [];
		const statement = text.slice(command.start, command.end);
		const called = /^@?call\s+(?!:)(?:"([^"]*)"|(\S+))/i.exec(statement);
		if (called) return [sourceOf(command, [percentParts(called[1] ?? called[2] ?? '')], false, lineOf)];
		const said = saidBy(statement, command);
		return said ? [assignmentOf(text, command, said, lineOf)] : [];
	});
}

/** `set "N=v"`: the value is everything up to the last quote; `set N=v` takes the blanks at the end of the line too. */
function saidBy(statement: string, {start, end, linked, body}: Command): Said | null {
	const [, option, rest = ''] = /^@?set(?:\s+(\/[ap]))?\s+([\s\S]*)$/i.exec(statement) ?? [];
	const [, name, tail] = /^"?([^="\s][^=]*)=([\s\S]*)$/.exec(rest) ?? [];
	if (!name) return null;
	const quote = rest.startsWith('"') ? (tail ?? '').lastIndexOf('"') : -1;
	const parts = option ? [computed] : percentParts(quote === -1 ? unescaped(tail ?? '') : (tail ?? '').slice(0, quote));
	const value = staticText(parts);
	// Which no-op is safe depends on the command around it.
	const refuse = linked || body.frame ? {refuse: 'part-of-command' as const} : {};
	const place = {exported: true, item: {start, end}, ...refuse};
	if (value === '') return {variable: name, does: 'unset', form: 'set N=', ...place};
	return {variable: name, does: value === null ? 'computed' : 'set', value, parts, form: option ? `set ${option}` : 'set N=', ...place};
}

function unescaped(text: string): string {
	return text.replace(/\^([\s\S])/g, '$1');
}

/** `%N%`, or `!N!` where delayed expansion is on. */
function percentParts(text: string): readonly Part[] {
	const parts = new Parts();
	const cursor = new Cursor(text);
	while (!cursor.done) {
		const name = cursor.take(/%(\w+)%|!(\w+)!/y);
		if (name) parts.add(variablePart(name.slice(1, -1)));
		else if (!cursor.starts('%%') && cursor.take(/%~?\w*\d|%[^%\s]+%/y)) parts.add(computed);
		else {
			if (cursor.starts('%%')) cursor.at++;
			parts.text(cursor.char, false);
			cursor.at++;
		}
	}
	return parts.all;
}

function readCommands(text: string): readonly Command[] {
	const cursor = new Cursor(text);
	const outline = new Outline();
	const commands: Command[] = [];
	let start = -1;
	let link = '';
	const finish = (end: number, next: string): void => {
		const {body} = outline;
		const trimmed = text.slice(start, end).replace(/[ \t]+$/, '').length;
		const isSet = /^@?set\b/i.test(text.slice(start, end));
		if (start !== -1) {
			body.commands++;
			const place = {linked: link === '&&' || link === '||', joined: link !== '' || next !== '', forked: link === '|' || next === '|'};
			commands.push({words: [], start, end: isSet ? end : start + trimmed, body, ...place, index: body.commands});
		}
		start = -1;
		link = next;
	};
	while (!cursor.done) {
		const from = cursor.at;
		if (start === -1 && cursor.take(/[ \t]+/y)) continue;
		if (start === -1 && cursor.take(/@?rem(?=\s|$).*|:.*/iy) !== null) continue;
		const condition =
			start === -1 &&
			cursor.take(/(?:if\s+(?:\/i\s+)?(?:not\s+)?(?:exist\s+\S+|defined\s+\S+|errorlevel\s+\d+|\S+?\s*==\s*\S+)|for\s.*?\sdo|else)\s+/iy);
		if (condition) {
			link = '&&';
			continue;
		}
		if (cursor.take(/\r?\n/y)) finish(from, '');
		else if (cursor.take(/\^\r?\n/y)) continue;
		else if (cursor.char === '(' && start === -1) {
			cursor.at++;
			outline.open('if', true);
			link = '';
		} else if (cursor.char === ')' && outline.body.frame) {
			finish(from, '');
			cursor.at++;
			outline.close();
		} else {
			const operator = cursor.take(/&&|\|\||[&|]/y);
			if (operator) finish(from, operator === '&' ? '' : operator);
			else {
				if (start === -1) start = from;
				cursor.take(/"[^"\n]*"?|\^[\s\S]|[\s\S]/y);
			}
		}
	}
	finish(text.length, '');
	return commands;
}

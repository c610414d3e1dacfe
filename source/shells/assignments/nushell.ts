import {readBracedCommands} from './braced-commands.ts';
import type {Command, Said} from './command.ts';
import {assignmentOf, isLost, lines, sourceOf} from './command.ts';
import type {Field} from './nushell-values.ts';
import {nushellFields, nushellText, skipNushell} from './nushell-values.ts';
import type {FrameKind} from './outline.ts';
import type {Statement} from './statement.ts';
import {type afterText, computed, textPart, variablePart} from './word.ts';

/** What a nushell script says about environment variables. */
export function readNushell(text: string): readonly Statement[] {
	const lineOf = lines(text);
	return readBracedCommands(text, {skip: skipNushell, frame, links: null}).flatMap((command): readonly Statement[] => {
		if (isLost(command)) return [];
		const statement = text.slice(command.start, command.end);
		// Also in the form that looks whether the file is there: `source-env (if ("f" | path exists) { "f" } else { null })`.
		const source = /^(?:source(?:-env)?|overlay use|(?:export )?use)\s+(?:\(if \()?("[^"]*"|'[^']*'|[^\s|;()]+)/.exec(statement)?.[1];
		if (source) return [sourceOf(command, [filePart(source)], false, lineOf)];
		return saidBy(text, statement, command).map(said => assignmentOf(text, command, said, lineOf));
	});
}

/** `~` and `$nu.home-path` are the home. A bare name without a path is a module and never found as a file. */
function filePart(source: string): ReturnType<typeof afterText> {
	const text = nushellText(source);
	if (text === null) return [computed];
	return /^~(?=\/|$)/.test(text) ? [variablePart('HOME'), textPart(text.slice(1))] : [textPart(text)];
}

/** Blocks keep the environment to themselves, apart from those that are part of the flow and what says `--env`. */
function frame(head: string): FrameKind | 'data' {
	const words = head.trim();
	if (/(?:^|[^=!<>])=$|:$|^load-env$|\$$/.test(words)) return 'data';
	if (/^(?:if|else|match|try|catch|finally)\b|=>$/.test(words)) return 'if';
	if (/^(?:for|while|loop)\b/.test(words)) return 'loop';
	if (/^(?:export )?def(?:-env\b|\b.*--env\b)/.test(words)) return 'function';
	if (/^(?:export-env|do (?:--env|-\w*e\w*))\b/.test(words)) return 'group';
	return 'subshell';
}

function saidBy(text: string, statement: string, command: Command): readonly Said[] {
	const assignment = /^\$env\.(?:"([^"]+)"|'([^']+)'|(\w+))[?!]?\s*(\+\+=|[-+*/]?=(?![=~]))\s*/.exec(statement);
	if (assignment) {
		const [head, double, single, bare, operator] = assignment;
		const variable = double ?? single ?? bare ?? '';
		const source = statement.slice(head.length);
		const value = operator === '=' ? nushellText(source) : null;
		const parts = value === null ? [computed] : [textPart(value, true)];
		const {start, end} = command;
		return [{variable, does: value === null ? 'computed' : 'set', value, parts, exported: true, form: '$env.N =', item: {start, end}}];
	}
	if (/^load-env\s*\{/.test(statement)) {
		const record = {start: command.start + statement.indexOf('{'), end: command.end};
		const fields = nushellFields(text, record);
		return fields.map(field => loaded(field, fields.length));
	}
	const hidden = /^hide-env\s+(.*)$/.exec(statement)?.[1];
	if (!hidden) return [];
	const names = hidden.split(/\s+/).filter(word => /^\w+$/.test(word));
	return names.map(variable => ({
		variable,
		does: 'unset',
		exported: true,
		form: 'hide-env',
		item: {start: command.start, end: command.end},
		...(names.length > 1 ? {refuse: 'part-of-command' as const} : {}),
	}));
}

function loaded({name, value, start, end, cut}: Field, count: number): Said {
	const parts = value === null ? [computed] : [textPart(value, true)];
	const does = value === null ? 'computed' : 'set';
	return {variable: name, does, value, parts, exported: true, form: 'load-env', item: {start, end}, cut: count > 1 ? cut : null};
}

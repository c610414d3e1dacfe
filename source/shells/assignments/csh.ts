import type {Said} from './command.ts';
import {assignmentOf, cutOf, isLost, lines, sourceOf} from './command.ts';
import {readCshCommands} from './csh-commands.ts';
import {evaluated} from './evaluated.ts';
import type {Statement} from './statement.ts';
import {Turns, throughLoops} from './through-loops.ts';
import {mostLevels} from './too-deep.ts';
import type {Word} from './word.ts';
import {spanOf, staticText} from './word.ts';

type Inner = (text: string) => readonly Statement[];

/** What a csh or tcsh script says about environment variables. `set` makes variables of the shell alone. */
export function readCsh(text: string, level = 0): readonly Statement[] {
	const inner = (run: string) => (level === mostLevels ? [] : readCsh(run, level + 1));
	const lineOf = lines(text);
	const turns = new Turns();
	const statements: Statement[] = [];
	for (const command of readCshCommands(text)) {
		if (isLost(command)) continue;
		const [first, ...args] = command.words;
		const name = first ? staticText(first.parts) : null;
		if ((name === 'exit' || name === 'exec') && !command.body.frame && !command.linked && !command.joined) break;
		if (name === 'source') {
			const file = args.find(word => !/^-/.test(staticText(word.parts) ?? ''));
			if (file) statements.push(sourceOf(command, throughLoops(command.body, file.parts), false, lineOf));
		} else {
			const plain = saidBy(text, name, args, inner);
			const inTurns = turns.said(command, plain, ({words}) => saidBy(text, name, words.slice(1), inner));
			for (const said of [...plain, ...inTurns]) statements.push(assignmentOf(text, command, said, lineOf));
		}
	}
	return statements;
}

function saidBy(text: string, name: string | null, args: readonly Word[], inner: Inner): readonly Said[] {
	switch (name) {
		case 'setenv':
			return setenv(text, args);
		case 'unsetenv':
			return args.flatMap((word): Said[] => {
				const variable = staticText(word.parts);
				const cut = args.length === 1 ? null : cutOf(args, word);
				return variable ? [{variable, does: 'unset', exported: true, form: 'unsetenv', item: spanOf(word), cut}] : [];
			});
		case 'eval':
			return evaluated(args, inner);
		default:
			return [];
	}
}

/** With more than one value setenv fails: "Too many arguments". */
function setenv(text: string, args: readonly Word[]): readonly Said[] {
	const [name, value] = args;
	const variable = name && staticText(name.parts);
	if (!variable || args.length > 2 || !/^[A-Za-z_]\w*$/.test(variable)) return [];
	const last = value ?? name;
	const parts = value?.parts ?? [];
	const plain = staticText(parts);
	// A carriage return at the end of the line belongs to the value.
	const full = plain !== null && value && text.startsWith('\r\n', last.end) ? `${plain}\r` : plain;
	const item = {start: name.start, end: last.end};
	return [{variable, does: full === null ? 'computed' : 'set', value: full, parts, exported: true, form: 'setenv', item}];
}

import type {Command, Said} from './command.ts';
import {assignmentOf, cutOf, lines, sourceOf} from './command.ts';
import {evaluated} from './evaluated.ts';
import {readFishCommands} from './fish-commands.ts';
import {saidByFishSet} from './fish-set.ts';
import {callsClaude, forClaude} from './for-claude.ts';
import {inside} from './outline.ts';
import type {Statement} from './statement.ts';
import {Turns, throughLoops} from './through-loops.ts';
import {mostLevels} from './too-deep.ts';
import type {Word} from './word.ts';
import {afterText, spanOf, staticText} from './word.ts';

type Inner = (text: string) => readonly Statement[];

/** What a fish script says about variables. */
export function readFish(text: string, level = 0): readonly Statement[] {
	const inner = (run: string) => (level === mostLevels ? [] : readFish(run, level + 1));
	const lineOf = lines(text);
	const turns = new Turns();
	const statements: Statement[] = [];
	const commands = readFishCommands(text);
	const claudeIn = new Set(commands.filter(command => callsClaude(text, command)).map(({body}) => body));
	for (const command of commands) {
		const words = [...command.words];
		while (/^(?:command|builtin)$/.test(staticText(words[0]?.parts ?? []) ?? '') && words.length > 1) words.shift();
		const [first, ...args] = words;
		const name = first ? staticText(first.parts) : null;
		if ((name === 'return' || name === 'exit' || name === 'exec') && !command.body.frame && !command.linked && !command.joined) break;
		if (name === 'source' || name === '.') {
			if (args[0]) statements.push(sourceOf(command, throughLoops(command.body, args[0].parts), false, lineOf));
		} else {
			const plain = [...saidBy(name, args, command, claudeIn.has(command.body), inner), ...forClaude(text, command, inner)];
			const inTurns = turns.said(command, plain, turn =>
				saidBy(name, turn.words.slice(turn.words.length - args.length), turn, false, inner),
			);
			for (const said of [...plain, ...inTurns.filter(one => !covers(one, command))])
				statements.push(assignmentOf(text, command, said, lineOf));
		}
	}
	return statements;
}

/** `set -e $n; set -q -U $n; and set -gx $n ''` in our own file: a universal that is left is covered, which is no more than clearing. */
function covers({value}: Said, {linked}: Command): boolean {
	return linked && value === '';
}

function saidBy(name: string | null, args: readonly Word[], command: Command, besideClaude: boolean, inner: Inner): readonly Said[] {
	switch (name) {
		case 'set':
			return saidByFishSet(args, inside(command.body, 'function'), besideClaude);
		case 'export':
			return exported(args);
		case 'setenv':
			return setenv(args);
		case 'read':
			return read(args, inside(command.body, 'function'));
		case 'eval':
			return evaluated(args, inner);
		default:
			return [];
	}
}

/** The function `export` of fish: `export N=v M=w`; a bare name keeps its value. */
function exported(args: readonly Word[]): readonly Said[] {
	return args.flatMap((word): Said[] => {
		const [first] = word.parts;
		const [whole, variable = '', sign] = (first?.kind === 'text' && /^([A-Za-z_]\w*)(=|$)/.exec(first.text)) || [];
		if (whole === undefined) return [];
		const said = {variable, exported: true, item: spanOf(word), cut: args.length === 1 ? null : cutOf(args, word)};
		if (sign !== '=') return word.parts.length === 1 ? [{...said, does: 'export', form: 'export NAME'}] : [];
		const parts = afterText(word.parts, whole.length);
		const value = staticText(parts);
		return [{...said, does: value === null ? 'computed' : 'set', value, parts, form: 'export'}];
	});
}

function setenv([name, first]: readonly Word[]): readonly Said[] {
	const variable = name && staticText(name.parts);
	if (!variable) return [];
	const parts = first?.parts ?? [];
	const value = staticText(parts);
	const item = {start: name.start, end: (first ?? name).end};
	return [{variable, does: value === null ? 'computed' : 'set', value, parts, exported: true, form: 'setenv', item}];
}

function read(args: readonly Word[], inFunction: boolean): readonly Said[] {
	const texts = args.map(word => staticText(word.parts) ?? '');
	const letters = texts.filter(text => /^-[A-Za-z]/.test(text)).join('');
	const isGlobal = /[gU]/.test(letters) || texts.includes('--global') || texts.includes('--universal');
	if (/l/.test(letters) || texts.includes('--local') || (inFunction && !isGlobal)) return [];
	const isExported = letters.includes('x') || texts.includes('--export');
	return args.flatMap((word, index): Said[] => {
		const variable = texts[index] ?? '';
		if (!/^[A-Za-z_]\w*$/.test(variable) || /^-[A-Za-z]*[pPcdnR]$/.test(texts[index - 1] ?? '')) return [];
		return [{variable, does: 'computed', exported: isExported, form: 'read', item: spanOf(word), refuse: 'part-of-command'}];
	});
}

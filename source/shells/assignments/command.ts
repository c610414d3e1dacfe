import type {Body, Frame} from './outline.ts';
import {inside, isForked, mayNotRun} from './outline.ts';
import type {Assignment, Removal, SourceLine} from './statement.ts';
import type {Part, Span, Word} from './word.ts';

/** One simple command and how it stands among its neighbours. */
export type Command = Span & {
	readonly words: readonly Word[];
	readonly body: Body;
	/** After `&&`, `||`, or what else decides whether it runs. */
	readonly linked: boolean;
	/** Something else of the same line needs a command here: `a && …`, `… || b`, `! …`. */
	joined: boolean;
	/** In a pipe or in the background: what it sets is lost. */
	forked: boolean;
	/** Which command of its body it is, counted from 1. */
	readonly index: number;
};

/** What a dialect found out about one variable in a command; the rest follows from where the command stands. */
export type Said = {
	readonly variable: string;
	readonly does: Assignment['does'];
	readonly value?: string | null;
	readonly parts?: readonly Part[] | null;
	readonly exported: boolean;
	readonly form: string;
	/** Left out where it is everything that is started later. */
	readonly reach?: Assignment['reach'];
	readonly item: Span;
	/** Where other words of the command stay: what to cut. */
	readonly cut?: Span | null;
	/** The loop that names the variable; `item` is its word in the list. */
	readonly loop?: Frame;
	readonly refuse?: Extract<Removal, {how: 'refuse'}>['why'];
};

export function assignmentOf(text: string, command: Command, said: Said, lineOf: LineOf): Assignment {
	const {start, end} = said.loop ? said.item : command;
	return {
		kind: 'assignment',
		variable: said.variable,
		does: said.does,
		value: said.value ?? null,
		parts: said.parts ?? null,
		exported: said.exported,
		reach: said.reach ?? 'shell',
		form: said.form,
		item: said.item,
		start,
		end,
		...lineOf(start),
		conditional: isConditional(command, said.loop),
		removal: removalOf(text, command, said),
	};
}

export function sourceOf(command: Command, files: SourceLine['files'], exportsAll: boolean, lineOf: LineOf): SourceLine {
	const {start, end} = command;
	return {kind: 'source', files, exportsAll, start, end, ...lineOf(start), conditional: isConditional(command)};
}

export function isLost(command: Command): boolean {
	return command.forked || isForked(command.body);
}

export function isConditional(command: Command, loop?: Frame): boolean {
	return command.linked || mayNotRun(command.body, loop);
}

function removalOf(text: string, command: Command, said: Said): Removal {
	if (said.refuse) return {how: 'refuse', why: said.refuse};
	if (said.loop && said.cut) return {how: 'cut-item', cut: said.cut};
	if (inside(command.body, 'loop')) return {how: 'refuse', why: 'loop'};
	if (spansLines(text, said.item) || (!said.cut && spansLines(text, command))) return {how: 'refuse', why: 'several-lines'};
	if (said.cut) return {how: 'cut-item', cut: said.cut};
	return {how: isNeeded(command) ? 'put-no-op' : 'cut-statement'};
}

/** Without a command here the rest would not parse, or would end with another exit code. */
function isNeeded({joined, linked, body, index}: Command): boolean {
	if (joined || linked) return true;
	if (body.frame === null) return false;
	return body.commands < 2 || (index === body.commands && inside(body, 'function'));
}

/** One word of several, with the blanks on one side of it. */
export function cutOf(words: readonly Word[], word: Word): Span {
	const at = placeOf(word, words);
	const before = words[at - 1];
	if (before) return {start: before.end, end: word.end};
	return {start: word.start, end: words[at + 1]?.start ?? word.end};
}

/** By halving: a line may hold very many, and each is asked about. */
function placeOf({start}: Word, words: readonly Word[]): number {
	let low = 0;
	let high = words.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.start ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Continued lines are one line; a value that holds a line break is not ours to guess about. */
function spansLines(text: string, {start, end}: Span): boolean {
	return text
		.slice(start, end)
		.replace(/[\\`^]\r?\n/g, '')
		.includes('\n');
}

export type LineOf = (offset: number) => {readonly line: number; readonly column: number};

/** Lines and columns counted from 1, found by halving. */
export function lines(text: string): LineOf {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return offset => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
	};
}

import type {Command} from './command.ts';
import {Cursor} from './cursor.ts';
import type {FrameKind} from './outline.ts';
import {Outline} from './outline.ts';

/** Where shells whose blocks are `{ … }` differ: nushell, elvish, PowerShell. */
export type BracedRules = {
	/** Past a string, comment or escaped character that begins here; false where none does. */
	readonly skip: (cursor: Cursor) => boolean;
	/** What the braces after these words hold; `data` is no code at all. */
	readonly frame: (head: string) => FrameKind | 'data';
	/** `&&`, `||`, `|` where they part commands. */
	readonly links: RegExp | null;
};

/** The statements of such a script, each with the place it stands in. Their words are left to the dialect. */
export function readBracedCommands(text: string, rules: BracedRules): readonly Command[] {
	const cursor = new Cursor(text, text.startsWith('\uFEFF') ? 1 : 0);
	const outline = new Outline();
	const commands: Command[] = [];
	let start = -1;
	let end = -1;
	let link = '';
	const finish = (next: string): void => {
		const {body} = outline;
		if (start !== -1) {
			body.commands++;
			const isPipe = link === '|' || next === '|';
			const joined = link !== '' || next !== '';
			commands.push({words: [], start, end, body, linked: link !== '' && link !== '|', joined, forked: isPipe, index: body.commands});
		}
		start = -1;
		link = next;
	};
	const mark = (from: number): void => {
		if (start === -1) start = from;
		end = Math.min(cursor.at, text.length);
	};
	while (!cursor.done) {
		const from = cursor.at;
		if (cursor.take(/[ \t\r]+/y)) continue;
		if (cursor.take(/[\n;]/y)) finish('');
		else if (cursor.char === '#') cursor.skipLine();
		else if (rules.skip(cursor)) mark(from);
		else if (cursor.char === '(' || cursor.char === '[') {
			skipBraced(cursor, rules);
			mark(from);
		} else if (cursor.char === '{') {
			const kind = rules.frame(start === -1 ? '' : text.slice(start, from));
			if (kind === 'data') {
				skipBraced(cursor, rules);
				mark(from);
			} else {
				cursor.at++;
				outline.open(kind, link !== '');
				start = -1;
				link = '';
			}
		} else if (cursor.char === '}') {
			cursor.at++;
			finish('');
			outline.close();
		} else {
			const operator = rules.links && cursor.take(rules.links);
			if (operator) finish(operator);
			else {
				cursor.at++;
				mark(from);
			}
		}
	}
	finish('');
	return commands;
}

/** Past brackets of any kind, with what is in them. */
export function skipBraced(cursor: Cursor, rules: Pick<BracedRules, 'skip'>): void {
	let depth = 0;
	while (!cursor.done) {
		const {char} = cursor;
		if (rules.skip(cursor)) continue;
		if (char === '#' && /\s/.test(cursor.text[cursor.at - 1] ?? ' ')) {
			cursor.skipLine();
			continue;
		}
		cursor.at++;
		if (/[([{]/.test(char)) depth++;
		if (/[)\]}]/.test(char) && --depth === 0) return;
	}
}

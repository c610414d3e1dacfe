import type {Command} from './command.ts';
import type {Frame, FrameKind} from './outline.ts';
import {Outline} from './outline.ts';
import type {Word} from './word.ts';

export type Link = 'none' | 'and-or' | 'pipe';

type Open = {
	readonly frame: Frame;
	/** The and-or list the compound command is in. */
	readonly list: {forked: boolean}[];
	/** zsh: these braces are the body of the `if` or loop around them, and may end it. */
	readonly endsParent: boolean;
	/** Neither `then` nor `do` has been read. */
	head: boolean;
	/** Its body is the next command alone: `for x (a b) …`, `f() …`. */
	single: boolean;
	braced: boolean;
};

/** Which commands stand in which compound command, list and pipe, while a POSIX script is read. */
export class Nesting {
	readonly commands: Command[] = [];
	readonly #outline = new Outline();
	readonly #open: Open[] = [];
	readonly #lastOfPipeStays: boolean;
	#list: {forked: boolean}[] = [];
	#link: Link = 'none';

	constructor(lastOfPipeStays: boolean) {
		this.#lastOfPipeStays = lastOfPipeStays;
	}

	/** The compound command that is open. */
	get frame(): Frame | null {
		return this.#outline.body.frame;
	}

	/** After `&&` or `|`: the command goes on in the next line. */
	get awaits(): boolean {
		return this.#link !== 'none';
	}

	open(kind: FrameKind, single = false, endsParent = false): void {
		const frame = this.#outline.open(kind, this.#link === 'and-or');
		frame.forked = this.#isForked();
		this.#list.push(frame);
		this.#open.push({frame, list: this.#list, endsParent, head: true, single, braced: false});
		this.#list = [];
		this.#link = 'none';
	}

	/** `{`: is it the body of the `if` or loop that is open? In zsh it may be; elsewhere only behind `for …`. */
	opensBody(shortForms: boolean): boolean {
		const open = this.#open.at(-1);
		if (!open?.head || (open.frame.kind !== 'if' && open.frame.kind !== 'loop')) return false;
		return open.single || open.braced || (shortForms && this.#outline.body.commands > 0);
	}

	next(endsHead: boolean): void {
		const open = this.#open.at(-1);
		if (open && endsHead) {
			open.head = false;
			open.single = false;
		}
		this.#outline.next();
		this.#link = 'none';
	}

	/** The loop that is open may go on without `do`. */
	takesBody(how: 'braces' | 'single'): void {
		const open = this.#open.at(-1);
		if (open) open[how === 'single' ? 'single' : 'braced'] = true;
	}

	/** `goesOn`: whether `else` or `elif` follows. */
	close(goesOn = false): void {
		this.#outline.close();
		const closed = this.#open.pop();
		if (!closed) return;
		this.#list = closed.list;
		this.#link = 'none';
		const parent = this.#open.at(-1);
		if (closed.endsParent && parent) {
			parent.braced = true;
			if (!goesOn) this.close();
		} else if (parent?.single) this.close();
	}

	add(words: readonly Word[], start: number, end: number, prefixed: boolean, link: Link): void {
		const {body} = this.#outline;
		body.commands++;
		const command: Command = {
			words,
			start,
			end,
			body,
			linked: this.#link === 'and-or',
			joined: prefixed || this.#link === 'pipe' || link !== 'none' || this.#isAwaited(),
			forked: this.#isForked(),
			index: body.commands,
		};
		this.commands.push(command);
		this.#list.push(command);
		if (this.#open.at(-1)?.single) this.close();
	}

	/** What separates the last command from the next. */
	link(link: Link): void {
		const last = this.#list.at(-1);
		if (last && link === 'pipe') last.forked = true;
		this.#link = link;
		if (link === 'none') this.#list = [];
	}

	/** `&` sends the whole list away. */
	background(): void {
		for (const each of this.#list) each.forked = true;
		this.link('none');
	}

	/** The condition of an `if` or `while`, or the one command that a short form takes. */
	#isAwaited(): boolean {
		const open = this.#open.at(-1);
		return open !== undefined && (open.single || (open.head && (open.frame.kind === 'if' || open.frame.kind === 'loop')));
	}

	#isForked(): boolean {
		return this.#link === 'pipe' && !this.#lastOfPipeStays;
	}
}

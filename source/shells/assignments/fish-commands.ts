import type {Command} from './command.ts';
import {Cursor} from './cursor.ts';
import {readFishWord} from './fish-words.ts';
import {Outline} from './outline.ts';
import type {Word} from './word.ts';

const opening: Readonly<Record<string, 'if' | 'loop' | 'case' | 'function' | 'group'>> = {
	if: 'if',
	while: 'loop',
	for: 'loop',
	switch: 'case',
	function: 'function',
	begin: 'group',
};

/** The simple commands of a fish script, each with the place it stands in. In fish a pipe keeps them in the shell. */
export function readFishCommands(text: string): readonly Command[] {
	return new Reader(text).read();
}

class Reader {
	readonly #cursor: Cursor;
	readonly #outline = new Outline();
	readonly #commands: Command[] = [];
	#words: Word[] = [];
	#end = 0;
	#linked = false;
	#joined = false;
	/** The command is the condition of an `if` or `while`. */
	#decides = false;

	constructor(text: string) {
		this.#cursor = new Cursor(text, text.startsWith('\uFEFF') ? 1 : 0);
	}

	read(): readonly Command[] {
		const cursor = this.#cursor;
		while (!cursor.done) {
			if (cursor.take(/(?:[ \t]|\\\r?\n)+/y)) continue;
			if (cursor.char === '#') cursor.skipLine();
			else if (cursor.take(/\r?\n|[;&](?![&>])|\r/y)) this.#finish(false);
			else if (cursor.starts('&&') || cursor.char === '|') {
				const isPipe = cursor.take(/&&|\|\||\|/y) === '|';
				this.#finish(true);
				this.#linked = !isPipe;
				this.#joined = true;
				cursor.take(/\s*/y);
			} else if (cursor.take(/(?:\d*[<>]|&>)[>|?]*[ \t]*&?/y)) {
				cursor.take(/[ \t]*/y);
				this.#end = readFishWord(cursor).end;
			} else this.#readWord();
		}
		this.#finish(false);
		return this.#commands;
	}

	#readWord(): void {
		const word = readFishWord(this.#cursor);
		if (word.end === word.start) this.#cursor.at++;
		else if (this.#words.length > 0 || !this.#readKeyword(this.#cursor.text.slice(word.start, word.end))) {
			this.#words.push(word);
			this.#end = word.end;
		}
	}

	#readKeyword(word: string): boolean {
		const kind = Object.hasOwn(opening, word) ? opening[word] : undefined;
		if (kind) {
			const frame = this.#outline.open(kind, this.#linked);
			this.#clear();
			const head = kind === 'loop' && word === 'for' ? this.#readHead() : [];
			if (kind === 'case' || kind === 'function') this.#readHead();
			const [variable] = head;
			this.#decides = word === 'if' || word === 'while';
			if (variable) frame.loop = {variable: this.#textOf(variable), words: head.slice(2)};
		} else if (word === 'end') {
			this.#outline.close();
			this.#clear();
		} else if (word === 'else') {
			this.#decides = Boolean(this.#cursor.take(/[ \t]+if(?=\s)/y));
			this.#outline.next();
		} else if (word === 'case') {
			this.#readHead();
			this.#outline.next();
		} else if (word === 'and' || word === 'or') {
			const last = this.#commands.at(-1);
			if (last) last.joined = true;
			this.#linked = true;
		} else if (word === 'not' || word === '!' || word === 'time') this.#joined = true;
		else return false;
		return true;
	}

	#textOf(word: Word): string {
		return this.#cursor.text.slice(word.start, word.end);
	}

	/** The words up to the end of the command: of `for`, `switch`, `case`, `function`. */
	#readHead(): readonly Word[] {
		const words: Word[] = [];
		while (this.#cursor.take(/(?:[ \t]|\\\r?\n)+/y) && /[^\s;&|#]/.test(this.#cursor.char)) words.push(readFishWord(this.#cursor));
		return words;
	}

	#clear(): void {
		this.#words = [];
		this.#linked = false;
		this.#joined = false;
	}

	#finish(joined: boolean): void {
		const [first] = this.#words;
		if (first) {
			const {body} = this.#outline;
			body.commands++;
			const place = {linked: this.#linked, joined: joined || this.#joined || this.#decides, forked: false, index: body.commands};
			this.#commands.push({words: this.#words, start: first.start, end: this.#end, body, ...place});
			// What the condition guards is a body of its own.
			if (this.#decides) this.#outline.next();
			this.#decides = false;
		}
		this.#clear();
	}
}

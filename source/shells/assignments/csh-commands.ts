import type {Command} from './command.ts';
import {readCshWord} from './csh-words.ts';
import {Cursor} from './cursor.ts';
import {Outline} from './outline.ts';
import type {HereDocument} from './posix-skip.ts';
import {readHereDocument, skipHereDocuments, skipOne} from './posix-skip.ts';
import type {Word} from './word.ts';

/** The simple commands of a csh or tcsh script, each with the place it stands in. */
export function readCshCommands(text: string): readonly Command[] {
	return new Reader(text).read();
}

class Reader {
	readonly #cursor: Cursor;
	readonly #outline = new Outline();
	readonly #commands: Command[] = [];
	readonly #waiting: HereDocument[] = [];
	#words: Word[] = [];
	#end = 0;
	#linked = false;
	#forked = false;

	constructor(text: string) {
		this.#cursor = new Cursor(text);
	}

	read(): readonly Command[] {
		const cursor = this.#cursor;
		while (!cursor.done) {
			if (cursor.take(/(?:[ \t]|\\\n)+/y)) continue;
			if (cursor.char === '#') cursor.skipLine();
			else if (cursor.atBreak) {
				this.#finish();
				cursor.takeBreak();
				skipHereDocuments(cursor, this.#waiting);
			} else if (!this.#readOperator()) this.#readWord();
		}
		this.#finish();
		return this.#commands;
	}

	#readOperator(): boolean {
		const cursor = this.#cursor;
		if (/^<<(?!<)/.test(cursor.text.slice(cursor.at, cursor.at + 3))) {
			this.#waiting.push(readHereDocument(cursor));
			this.#end = cursor.at;
			return true;
		}
		const operator = cursor.take(/&&|\|\||\|&?|>>?&?!?|<|[;&()]/y);
		if (!operator) return false;
		if (operator === ';') this.#finish();
		else if (operator === '&&' || operator === '||') {
			this.#finish({joined: true});
			this.#linked = true;
		} else if (operator.startsWith('|')) {
			this.#finish({forked: true});
			this.#forked = true;
		} else if (operator === '&') this.#finish({forked: true});
		else if (operator === '(' && this.#words.length === 0) this.#outline.open('subshell', this.#linked);
		else if (operator === ')') {
			this.#finish();
			if (this.#outline.body.frame?.kind === 'subshell') this.#outline.close();
		} else if (operator !== '(') {
			cursor.take(/[ \t]+/y);
			this.#end = readCshWord(cursor).end;
		}
		return true;
	}

	#readWord(): void {
		const cursor = this.#cursor;
		const word = readCshWord(cursor);
		if (word.end === word.start) cursor.at++;
		else if (this.#words.length > 0 || !this.#readKeyword(cursor.text.slice(word.start, word.end))) {
			this.#words.push(word);
			this.#end = word.end;
		}
	}

	#readKeyword(word: string): boolean {
		const cursor = this.#cursor;
		const outline = this.#outline;
		if (word === 'if') {
			this.#readExpression();
			if (cursor.take(/[ \t]*then(?=\s|$)/y)) outline.open('if');
			else this.#linked = true;
		} else if (word === 'else') {
			outline.next();
			if (cursor.take(/[ \t]+if(?=[ \t(])/y)) {
				this.#readExpression();
				cursor.take(/[ \t]*then(?=\s|$)/y);
			}
		} else if (word === 'foreach') {
			const variable = cursor.take(/[ \t]*\w+/y)?.trim() ?? '';
			const frame = outline.open('loop');
			frame.loop = {variable, words: this.#readList()};
		} else if (word === 'while') {
			this.#readExpression();
			outline.open('loop');
		} else if (word === 'switch') {
			this.#readExpression();
			outline.open('case');
		} else if (word === 'case' || word === 'default:') {
			if (word === 'case') cursor.upTo(':', '\n');
			if (cursor.char === ':') cursor.at++;
			outline.next();
		} else if (word === 'endif' || word === 'end' || word === 'endsw') outline.close();
		else return false;
		return true;
	}

	/** `( … )` */
	#readExpression(): void {
		const cursor = this.#cursor;
		cursor.take(/[ \t!]*/y);
		if (cursor.char !== '(') return;
		let depth = 0;
		for (let char = '('; char !== '' && char !== '\n'; char = cursor.char) {
			if (char === '(' || char === ')') {
				cursor.at++;
				depth += char === '(' ? 1 : -1;
				if (depth === 0) return;
			} else skipOne(cursor, false);
		}
	}

	#readList(): readonly Word[] {
		const cursor = this.#cursor;
		const words: Word[] = [];
		if (!cursor.take(/[ \t]*\(/y)) return words;
		while (!cursor.done && !cursor.take(/[ \t]*\)/y) && cursor.char !== '\n') {
			const word = readCshWord(cursor);
			if (word.end > word.start) words.push(word);
			else cursor.at++;
		}
		return words;
	}

	#finish({joined = false, forked = false} = {}): void {
		const [first] = this.#words;
		if (first) {
			const {body} = this.#outline;
			body.commands++;
			const place = {linked: this.#linked, joined, forked: forked || this.#forked, index: body.commands};
			this.#commands.push({words: this.#words, start: first.start, end: this.#end, body, ...place});
		}
		this.#words = [];
		this.#linked = false;
		this.#forked = false;
	}
}

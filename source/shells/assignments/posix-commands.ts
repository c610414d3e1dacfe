import type {Command} from './command.ts';
import {Cursor} from './cursor.ts';
import type {Link} from './nesting.ts';
import {Nesting} from './nesting.ts';
import {isArithmetic, readForHead, skipPatterns, skipTest} from './posix-heads.ts';
import type {HereDocument} from './posix-skip.ts';
import {readHereDocument, skipHereDocuments, skipParens} from './posix-skip.ts';
import {readPosixWord} from './posix-words.ts';
import type {Word} from './word.ts';
import {computed, textPart} from './word.ts';

export type PosixRules = {
	/** `$'…'` is a quote: everywhere but in dash. */
	readonly ansiC: boolean;
	/** The last command of a pipe runs in the shell itself. */
	readonly lastOfPipeStays: boolean;
	/** `if [[ … ]] { … }`, `for x (…) …`. */
	readonly shortForms: boolean;
};

/** Hoisted: these are tried at every word. */
const blanks = /(?:[ \t]|\\\n)+/y;
const redirect = /(?:\d+|\{\w+\})?(?:<<<|<<|<>|<&|>>|>&|>\||[<>](?!\())|&>>?/y;
const operators = /;;&|;;|;&|;\||&&|\|\||\|&|&[!|]|[;&|()]/y;
const mayRedirect = /[\d{<>&]/;
const mayOperate = /[;&|()]/;

/** The simple commands of a POSIX shell script, each with the place it stands in. Unclosed or stray words never stop it. */
export function readPosixCommands(text: string, rules: PosixRules): readonly Command[] {
	return new Reader(text, rules).read();
}

class Reader {
	readonly #cursor: Cursor;
	readonly #rules: PosixRules;
	readonly #nesting: Nesting;
	readonly #waiting: HereDocument[] = [];
	#words: Word[] = [];
	#start = -1;
	#end = -1;
	#prefixed = false;
	#nextIsFunction = false;

	constructor(text: string, rules: PosixRules) {
		this.#cursor = new Cursor(text);
		this.#rules = rules;
		this.#nesting = new Nesting(rules.lastOfPipeStays);
	}

	read(): readonly Command[] {
		const cursor = this.#cursor;
		while (!cursor.done) {
			if (cursor.take(blanks)) continue;
			if (cursor.char === '#') cursor.skipLine();
			else if (cursor.atBreak) {
				if (this.#start !== -1 || !this.#nesting.awaits) this.#finish('none');
				cursor.takeBreak();
				skipHereDocuments(cursor, this.#waiting);
			} else if (!this.#readRedirect() && !this.#readOperator()) this.#readWord();
		}
		this.#finish('none');
		return this.#nesting.commands;
	}

	#readRedirect(): boolean {
		const cursor = this.#cursor;
		const from = cursor.at;
		const operator = mayRedirect.test(cursor.char) ? cursor.take(redirect) : null;
		if (!operator) return false;
		if (this.#start === -1) this.#start = from;
		if (/(?<!<)<<$/.test(operator)) {
			cursor.at -= 2;
			this.#waiting.push(readHereDocument(cursor));
		} else {
			cursor.take(/[ \t]+/y);
			if (!cursor.atBreak) readPosixWord(cursor, this.#rules.ansiC);
		}
		this.#end = cursor.at;
		return true;
	}

	#readOperator(): boolean {
		const operator = mayOperate.test(this.#cursor.char) ? this.#cursor.take(operators) : null;
		switch (operator) {
			case null:
				return false;
			case '(':
				this.#readParen();
				break;
			case ')':
				this.#finish('none');
				if (this.#nesting.frame?.kind === 'subshell') this.#nesting.close();
				break;
			case '&&':
			case '||':
				this.#finish('and-or');
				break;
			case '|':
			case '|&':
				this.#finish('pipe');
				break;
			case '&':
			case '&!':
			case '&|':
				this.#finish('background');
				break;
			case ';':
				this.#finish('none');
				break;
			default:
				this.#finish('none');
				if (this.#nesting.frame?.kind !== 'case') break;
				this.#nesting.next(true);
				this.#skipPatterns();
		}
		return true;
	}

	/** Behind a bracket that was taken: a function, arithmetic, a glob, or a subshell. */
	#readParen(): void {
		const cursor = this.#cursor;
		if (cursor.take(/[ \t]*\)/y)) {
			this.#words = [];
			this.#start = -1;
			this.#nextIsFunction = true;
		} else if (this.#words.length > 0 || (cursor.char === '(' && isArithmetic(cursor))) {
			cursor.at--;
			const start = cursor.at;
			skipParens(cursor);
			this.#take({start, end: cursor.at, parts: [computed]});
		} else {
			this.#nextIsFunction = false;
			this.#nesting.open('subshell');
		}
	}

	#readWord(): void {
		const word = this.#word();
		if (word.end === word.start) return;
		const source = this.#cursor.text.slice(word.start, word.end);
		if (this.#rules.shortForms && this.#endsInZsh(source)) this.#finish('none');
		if (this.#words.length > 0 || !this.#readKeyword(source)) this.#take(word);
	}

	/** `{ cmd }` needs no semicolon, and neither does `if [[ … ]] {`. */
	#endsInZsh(source: string): boolean {
		const [first] = this.#words;
		if (source === '}') return this.#nesting.frame?.kind === 'group' || this.#nesting.frame?.kind === 'function';
		return source === '{' && this.#words.length === 1 && /^(?:\[\[|\(\()/.test(this.#cursor.text.slice(first?.start));
	}

	/** Always moves on, past a character that begins no word too. */
	#word(): Word {
		const word = readPosixWord(this.#cursor, this.#rules.ansiC);
		if (word.end === word.start) this.#cursor.at++;
		return word;
	}

	#take(word: Word): void {
		if (this.#nextIsFunction) this.#open('function', true);
		if (this.#start === -1) this.#start = word.start;
		this.#words.push(word);
		this.#end = word.end;
	}

	/** A reserved word where a command may begin. */
	#readKeyword(word: string): boolean {
		const zsh = this.#rules.shortForms;
		if (word === 'if') this.#open('if');
		else if (word === 'while' || word === 'until') this.#open('loop');
		else if (word === 'for' || word === 'select' || (word === 'foreach' && zsh)) this.#openFor();
		else if (word === 'repeat' && zsh) this.#openRepeat();
		else if (word === 'case') this.#openCase();
		else if (word === 'function') {
			this.#cursor.take(/[ \t]+/y);
			this.#word();
			this.#cursor.take(/[ \t]*\([ \t]*\)/y);
			this.#nextIsFunction = true;
		} else if (word === 'then' || word === 'do') this.#nesting.next(true);
		else if (word === 'else' || word === 'elif') this.#nesting.next(false);
		else if (word === '{') this.#openBraces();
		else if (word === '}') this.#nesting.close(/^\s*(?:else|elif)\b/.test(this.#cursor.text.slice(this.#cursor.at, this.#cursor.at + 200)));
		else if (word === 'fi' || word === 'done' || word === 'esac' || (word === 'end' && zsh)) this.#nesting.close();
		else if (word === '!' || word === 'time' || word === 'coproc') this.#prefixed = true;
		else if (word === '[[') this.#skipTest();
		else return word === 'always' && zsh;
		return true;
	}

	#open(kind: 'if' | 'loop' | 'function', single = false): void {
		this.#nextIsFunction = false;
		this.#nesting.open(kind, single);
	}

	#openBraces(): void {
		if (this.#nextIsFunction) this.#open('function');
		else this.#nesting.open('group', false, this.#nesting.opensBody(this.#rules.shortForms));
	}

	#openCase(): void {
		this.#nesting.open('case');
		this.#cursor.take(/[ \t]+/y);
		this.#word();
		this.#cursor.take(/\s+in(?=\s)/y);
		this.#skipPatterns();
	}

	#openFor(): void {
		this.#open('loop');
		const {variable, words, body} = readForHead(this.#cursor, () => this.#word(), this.#rules.shortForms);
		if (this.#nesting.frame) this.#nesting.frame.loop = {variable, words};
		this.#nesting.takesBody(body);
	}

	#openRepeat(): void {
		this.#open('loop');
		this.#cursor.take(/[ \t]+/y);
		this.#word();
		this.#nesting.takesBody('single');
	}

	/** `[[ a && b ]]` as one word: its operators are not those of commands. */
	#skipTest(): void {
		const start = this.#cursor.at - 2;
		skipTest(this.#cursor, () => this.#word());
		this.#take({start, end: this.#cursor.at, parts: [textPart('[[')]});
	}

	#skipPatterns(): void {
		if (skipPatterns(this.#cursor, () => this.#word()) === 'esac') this.#nesting.close();
	}

	#finish(link: Link | 'background'): void {
		const end = Math.min(this.#end, this.#cursor.text.length);
		if (this.#words.length > 0) this.#nesting.add(this.#words, this.#start, end, this.#prefixed, link === 'background' ? 'none' : link);
		if (link === 'background') this.#nesting.background();
		else this.#nesting.link(link);
		this.#words = [];
		this.#start = -1;
		this.#prefixed = false;
	}
}

/** A place in a text that readers move forward. */
export class Cursor {
	readonly text: string;
	at: number;

	constructor(text: string, at = 0) {
		this.text = text;
		this.at = at;
	}

	get done(): boolean {
		return this.at >= this.text.length;
	}

	/** The character here, or empty at the end. */
	get char(): string {
		return this.text[this.at] ?? '';
	}

	peek(ahead = 1): string {
		return this.text[this.at + ahead] ?? '';
	}

	starts(text: string): boolean {
		return this.text.startsWith(text, this.at);
	}

	/** What a sticky pattern matches here, taken; null where it does not match. */
	take(pattern: RegExp): string | null {
		pattern.lastIndex = this.at;
		if (!pattern.test(this.text)) return null;
		const found = this.text.slice(this.at, pattern.lastIndex);
		this.at = pattern.lastIndex;
		return found;
	}

	/** Everything up to the first of `stops`, or to the end. */
	upTo(...stops: readonly string[]): string {
		const from = this.at;
		let end = this.text.length;
		for (const stop of stops) {
			const found = this.text.indexOf(stop, from);
			if (found !== -1 && found < end) end = found;
		}
		this.at = end;
		return this.text.slice(from, end);
	}

	/** At a line break, `\n` or `\r\n`. */
	get atBreak(): boolean {
		return this.char === '\n' || (this.char === '\r' && this.peek() === '\n');
	}

	/** Past the line break that is here. */
	takeBreak(): void {
		this.at += this.char === '\r' ? 2 : 1;
	}

	skipLine(): void {
		this.upTo('\n');
		if (this.text[this.at - 1] === '\r') this.at--;
	}
}

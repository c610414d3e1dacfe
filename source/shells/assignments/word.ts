/** UTF-16 offsets into the text that was read. */
export type Span = {readonly start: number; readonly end: number};

/** A piece of a word after the shell has taken its quotes away. */
export type Part =
	/** `quoted` text keeps its stars and brackets: only bare ones are patterns. */
	| {readonly kind: 'text'; readonly text: string; readonly quoted: boolean}
	/** `$HOME`, `~`, `${ZDOTDIR:-$HOME}`; `assigns` for `${N:=value}`. */
	| {readonly kind: 'variable'; readonly name: string; readonly fallback: readonly Part[] | null; readonly assigns: boolean}
	/** What only the running shell can know: `$(…)`, backticks, `${N%.*}`. */
	| {readonly kind: 'computed'};

export type Word = Span & {readonly parts: readonly Part[]};

export function spanOf({start, end}: Span): Span {
	return {start, end};
}

export const computed: Part = {kind: 'computed'};

export function textPart(text: string, quoted = false): Part {
	return {kind: 'text', text, quoted};
}

export function variablePart(name: string, fallback: readonly Part[] | null = null, assigns = false): Part {
	return {kind: 'variable', name, fallback, assigns};
}

/** The text of a word that holds nothing to expand; null for any other. */
export function staticText(parts: readonly Part[]): string | null {
	let whole = '';
	for (const part of parts) {
		if (part.kind !== 'text') return null;
		whole += part.text;
	}
	return whole;
}

/** The text of a word once the variables in it are known; null where one is not, or where a program would have to run. */
export function expandParts(parts: readonly Part[], known: (name: string) => string | undefined): string | null {
	let whole = '';
	for (const part of parts) {
		const text = expandPart(part, known);
		if (text === null) return null;
		whole += text;
	}
	return whole;
}

function expandPart(part: Part, known: (name: string) => string | undefined): string | null {
	switch (part.kind) {
		case 'text':
			return part.text;
		case 'variable': {
			const value = known(part.name);
			if (value) return value;
			return part.fallback === null ? (value ?? null) : expandParts(part.fallback, known);
		}
		case 'computed':
			return null;
	}
}

/** Collects parts, joining neighbours of text. */
export class Parts {
	readonly #parts: Part[] = [];

	text(text: string, quoted: boolean): void {
		const last = this.#parts.at(-1);
		if (last?.kind === 'text' && last.quoted === quoted) this.#parts[this.#parts.length - 1] = textPart(last.text + text, quoted);
		else this.#parts.push(textPart(text, quoted));
	}

	add(part: Part): void {
		if (part.kind === 'text') this.text(part.text, part.quoted);
		else this.#parts.push(part);
	}

	get all(): readonly Part[] {
		return this.#parts;
	}
}

/** The parts after the first `count` characters, which must be plain text: the value in `NAME=value`. */
export function afterText(parts: readonly Part[], count: number): readonly Part[] {
	const [first, ...rest] = parts;
	if (first?.kind !== 'text') return parts;
	if (first.text.length <= count) return rest.length > 0 && first.text.length < count ? afterText(rest, count - first.text.length) : rest;
	return [textPart(first.text.slice(count), first.quoted), ...rest];
}

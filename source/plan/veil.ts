import {mask} from '../credentials/secret.ts';
import {isKnownVariable} from '../places/variables.ts';
import type {Span} from './json-tree.ts';
import {secretForms} from './secret-forms.ts';
import {secretSpans} from './secret-spans.ts';

/** `closed` is for text that is secret as a whole, such as a file of ours that holds a key: a line with any long word is hidden. */
export type Veiling = {readonly secrets: readonly string[]; readonly closed: boolean};

export type Veil = (text: string) => string;

/** A veil that knows a text again: steps of one plan share most of theirs. */
export function veilFor(veiling: Veiling): Veil {
	const seen = new Map<string, string>();
	return text => {
		const shown = seen.get(text) ?? veil(text, veiling);
		seen.set(text, shown);
		return shown;
	};
}

/** The text as it may be shown, line for line: every known secret in every form, and whatever stands where secrets stand. */
export function veil(text: string, {secrets, closed}: Veiling): string {
	const known = secrets.flatMap(secretForms).flatMap(form => occurrences(text, form));
	const spans = united([...known, ...secretSpans(text)]);
	let shown = '';
	let at = 0;
	for (const {start, end} of spans) {
		shown +=
			text.slice(at, start) +
			overLines(
				text.slice(start, end),
				known.some(span => span.start < end && start < span.end),
			);
		at = end;
	}
	shown += text.slice(at);
	return closed ? shown.replace(/[^\r\n]+/g, line => (isPlain(line) ? line : '••••')) : shown;
}

function occurrences(text: string, form: string): readonly Span[] {
	const spans: Span[] = [];
	for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) spans.push({start: at, end: at + form.length});
	return spans;
}

function united(spans: readonly Span[]): readonly Span[] {
	const joined: Span[] = [];
	for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
		const last = joined.at(-1);
		if (last !== undefined && span.start < last.end) joined.splice(-1, 1, {start: last.start, end: Math.max(last.end, span.end)});
		else joined.push(span);
	}
	return joined;
}

/** A mask that keeps the line ends. Of a known secret in a foreign form the ends tell nothing to the user: mask() sees to that too. */
function overLines(text: string, known: boolean): string {
	const [first = '', ...rest] = text.split(/(\r\n|\n|\r)/);
	const shown = text.trim() === '' ? text : rest.length > 0 || (known && /[\\%=+/]/.test(text)) ? '••••' : mask(first);
	return shown + rest.map((part, index) => (index % 2 === 0 ? part : part.trim() === '' ? part : '••••')).join('');
}

function isPlain(line: string): boolean {
	return line.split(/[\s'"=:/;,]+/).every(word => word.length < 16 || isKnownVariable(word) || word.includes('…') || /^-+$/.test(word));
}

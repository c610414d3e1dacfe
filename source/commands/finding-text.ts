import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import type {Finding, Severity} from '../problems/finding.ts';
import type {Page} from './page.ts';
import {cells, labelled, padTo, widthOf, wrap} from './paragraph.ts';
import {shownCommand} from './shown-command.ts';
import {tilde} from './tilde.ts';
import {where} from './where.ts';

/** A finding as people read it: what is the case, the evidence with file and line, why it matters, and the next command. */
export function findingText(finding: Finding, page: Page, home: string, facts: readonly Fact[]): readonly string[] {
	const safe = (text: string) => printable(tilde(text, home));
	const edits = finding.fix.edits.length;
	const undo = edits === 0 ? '' : ` (${edits} ${edits === 1 ? 'edit' : 'edits'}, undo kept)`;
	return [
		...heading(finding, safe(finding.title), page),
		...evidence(finding.evidence, page, fact => where(fact, home, facts)),
		...labelled('Why', safe(finding.why), page.columns),
		...labelled('Fix', safe(finding.fix.summary) + undo, page.columns),
		...(finding.fix.command === null ? [] : commandLines(shownCommand(finding.fix.command, home), page)),
	];
}

/** What is copied must come in one piece, unless a page is so narrow that few commands would fit. */
function commandLines(command: string, {narrow, columns}: Page): readonly string[] {
	return narrow ? labelled('', command, columns) : [`${' '.repeat(10)}${command}`];
}

/** A finding that follows from the one above it. */
export function consequenceText({title, id}: Finding, page: Page, home: string): readonly string[] {
	return labelled('Hence', `${printable(tilde(title, home))} (${id})`, page.columns);
}

/** The title behind its mark, with the id by which one searches for it. */
export function heading({id, severity}: {readonly id: string; readonly severity: Severity}, title: string, page: Page): readonly string[] {
	const [first = '', ...more] = wrap(title, page.columns - 2);
	const mark = paint(severity, page)(marks[severity]);
	const lines = [`${mark} ${page.bold(first)}`, ...more.map(line => `  ${page.bold(line)}`)];
	const last = more.at(-1) ?? first;
	const free = page.columns - 2 - widthOf(last);
	// The id is what one searches for, so it stands alone at the right, or below where there is no room.
	if (free < id.length + 2) return [...lines, `  ${page.dim(id)}`];
	lines[lines.length - 1] += ' '.repeat(free - id.length) + page.dim(id);
	return lines;
}

/** Letters that ASCII has too, so that they need no fallback and a screen reader says something. */
const marks: Readonly<Record<Severity, string>> = {error: '✗', warning: '!', info: 'i'};

function paint(severity: Severity, page: Page): (text: string) => string {
	switch (severity) {
		case 'error':
			return page.red;
		case 'warning':
			return page.yellow;
		case 'info':
			return page.dim;
	}
}

function evidence(facts: readonly Fact[], page: Page, at: (fact: Fact) => string): readonly string[] {
	const rows = facts.map(fact => [printable(fact.variable), fact.state === 'text' ? fact.shown : `(${fact.state})`, at(fact)] as const);
	const names = Math.max(0, ...rows.map(([name]) => widthOf(name)));
	const values = Math.min(24, Math.max(0, ...rows.map(([, value]) => widthOf(value))));
	return rows.flatMap(([name, value, place], index) =>
		cells(
			[
				[name, names],
				[value, values],
				[place, 0],
			],
			page.columns,
			10,
		).map((line, part) => (index === 0 && part === 0 ? `  ${padTo('Found', 8)}${line.slice(10)}` : line)),
	);
}

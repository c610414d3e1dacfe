import type {Fact} from '../places/fact.ts';
import type {Situation} from '../problems/problem.ts';
import type {Page} from './page.ts';
import {cells, widthOf, wrap} from './paragraph.ts';
import {type ValueRow, valueRow} from './value-row.ts';
import {sameValue, writtenAt} from './where.ts';

/** What one screen holds beside the request and a finding or two. */
const mostRows = 9;
const mostValue = 20;

/** Every value that was seen: name, value, state, place, and whether it goes out or why not. What matters most stands first. */
export function valuesText(situation: Situation, page: Page, home: string, all: boolean): readonly string[] {
	const seen = situation.facts.filter(fact => fact.state !== 'absent');
	const rows = seen
		.filter(fact => all || !isToldBy(fact, seen))
		.map(fact => valueRow(fact, situation, home))
		.filter(row => all || row.weight > 0)
		.sort((one, other) => other.weight - one.weight);
	const shown = all ? rows : rows.slice(0, mostRows).map(clipped);
	if (rows.length === 0) return [];
	const left = rows.length - shown.length;
	return [
		page.bold('Values found'),
		...(page.narrow ? shown.flatMap(row => stacked(row, page)) : table(shown, page)),
		...(left > 0 ? [page.dim(`  ${left} more: wizard doctor --all`)] : []),
	];
}

/** The line a value of this shell was written at stands beside that value, and that a parent process had it too says nothing more. */
function isToldBy(fact: Fact, seen: readonly Fact[]): boolean {
	if (fact.place !== 'startup-file' && fact.place !== 'parent-process') return false;
	const inShell = seen.find(other => other.place === 'shell' && other.variable === fact.variable);
	if (inShell === undefined) return false;
	return fact.place === 'startup-file' ? writtenAt(inShell, seen) === fact : sameValue(inShell, fact);
}

function clipped(row: ValueRow): ValueRow {
	return widthOf(row.value) > mostValue ? {...row, value: `${row.value.slice(0, mostValue - 1).replace(/…$/, '')}…`} : row;
}

function table(rows: readonly ValueRow[], page: Page): readonly string[] {
	const widest = (texts: readonly string[], most: number) => Math.min(most, Math.max(0, ...texts.map(widthOf)));
	const names = rows.map(({name}) => name);
	const values = rows.map(({value}) => value);
	const states = rows.map(({state}) => state);
	const widths = [widest(names, 32), widest(values, 40), widest(states, 10)] as const;
	return rows.flatMap(row => {
		const columns = [
			[row.name, widths[0]],
			[row.value, widths[1]],
			[row.state, widths[2]],
			[row.place, 0],
		] as const;
		const lines = cells(columns, page.columns, 4).map((line, index) => (index === 0 ? `  ${mark(row, page)} ${line.slice(4)}` : line));
		return [...lines, ...(row.verdict === '' ? [] : wrap(row.verdict, page.columns - 6).map(line => page.dim(`      ${line}`)))];
	});
}

function stacked(row: ValueRow, page: Page): readonly string[] {
	const parts = [`${row.value}${row.state === 'text' ? '' : ` (${row.state})`}`.trim(), row.place, row.verdict].filter(part => part !== '');
	const [first = '', ...more] = wrap(row.name, page.columns - 4);
	return [
		`  ${mark(row, page)} ${first}`,
		...more.map(line => `    ${line}`),
		...parts.flatMap(part => wrap(part, page.columns - 6).map(line => `      ${line}`)),
	];
}

function mark(row: ValueRow, page: Page): string {
	switch (row.mark) {
		case 'wins':
			return page.green('✓');
		case 'ignored':
			return page.yellow('!');
		case 'loses':
			return page.dim('·');
	}
}

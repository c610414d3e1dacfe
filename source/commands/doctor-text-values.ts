import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import {variableGroup} from '../places/variables.ts';
import type {Situation} from '../problems/problem.ts';
import type {Judged} from '../request/request.ts';
import type {Page} from './page.ts';
import {cells, widthOf} from './paragraph.ts';
import {sourceJson} from './source-json.ts';
import {tilde} from './tilde.ts';
import {where} from './where.ts';

/** What one screen holds beside the request and a finding or two. */
const mostRows = 9;

/** Every value that was seen: name, value, state, place, and whether it goes out or why not. What matters most stands first. */
export function valuesText(situation: Situation, page: Page, home: string, all: boolean): readonly string[] {
	const rows = situation.facts
		.filter(fact => fact.state !== 'absent')
		.map(fact => rowOf(fact, situation, home))
		.filter(row => all || row.weight > 0)
		.sort((one, other) => other.weight - one.weight);
	const shown = all ? rows : rows.slice(0, mostRows);
	if (shown.length === 0) return [];
	const widths = [
		widthsOf(
			shown.map(row => row.name),
			28,
		),
		widthsOf(
			shown.map(row => row.value),
			26,
		),
		widthsOf(
			shown.map(row => row.state),
			10,
		),
	] as const;
	const left = situation.facts.filter(fact => fact.state !== 'absent').length - shown.length;
	return [
		page.bold('Values found'),
		...shown.flatMap(row => rowText(row, widths, page)),
		...(left > 0 ? [page.dim(`  ${left} more: wizard doctor --all`)] : []),
	];
}

type Row = {
	readonly mark: string;
	readonly name: string;
	readonly value: string;
	readonly state: string;
	readonly place: string;
	/** Why it lost; empty for what goes out. */
	readonly verdict: string;
	readonly weight: number;
};

function rowOf(fact: Fact, {headless, interactive}: Situation, home: string): Row {
	const verdict = headless.judged.find(judged => judged.fact === fact) ?? null;
	const other = interactive.judged.find(judged => judged.fact === fact) ?? null;
	const wins = verdict?.wins === true || other?.wins === true;
	const state = verdict?.state ?? fact.state;
	return {
		mark: wins ? '✓' : state === 'unreadable' || state === 'ignored' ? '!' : '·',
		name: printable(fact.variable),
		value: fact.kind === 'file' ? '' : fact.shown,
		state,
		place: where(fact, home),
		verdict: verdictText(verdict, other, printable(tilde(sourceJson(fact, headless, home).reason, home))),
		weight: weigh(fact, wins, state),
	};
}

function verdictText(headless: Judged | null, interactive: Judged | null, reason: string): string {
	if (headless?.wins && interactive?.wins) return '';
	if (headless?.wins) return `claude -p only: ${interactive?.reason ?? ''}`;
	if (interactive?.wins) return `interactive only: ${reason}`;
	return reason;
}

function weigh(fact: Fact, wins: boolean, state: string): number {
	if (fact.kind === 'file') return state === 'unreadable' || state === 'ignored' ? 60 : 0;
	if (fact.kind === 'approval' || fact.kind === 'state' || fact.kind === 'helper-output') return 0;
	const group = fact.kind === 'login' ? 'auth' : (variableGroup(fact.variable) ?? (settings.has(fact.variable) ? 'auth' : null));
	if (group !== 'auth' && group !== 'endpoint' && group !== 'provider' && group !== 'model') return 0;
	const active = fact.kind !== 'variable' || fact.origin.from === 'process' || fact.origin.from === 'settings';
	return (wins ? 100 : 0) + (active ? 20 : 0) + (group === 'auth' ? 10 : group === 'endpoint' ? 8 : 2);
}

const settings = new Set(['apiKeyHelper', 'primaryApiKey', 'forceLoginMethod']);

function rowText(row: Row, [names, values, states]: readonly [number, number, number], page: Page): readonly string[] {
	const lines = cells(
		[
			[row.name, names],
			[row.value, values],
			[row.state, states],
			[row.place, 0],
		],
		page.columns,
		4,
	);
	const last = lines.at(-1) ?? '';
	const why = row.verdict === '' ? [] : fits(last, row.verdict, page) ? [] : cells([[row.verdict, 0]], page.columns, 6);
	const joined = row.verdict !== '' && why.length === 0 ? `${last.trimEnd()}  ${page.dim(row.verdict)}` : last;
	const paint = row.mark === '✓' ? page.green : row.mark === '!' ? page.yellow : page.dim;
	return [...lines.slice(0, -1), joined]
		.map((line, index) => (index === 0 ? `  ${paint(row.mark)} ${line.slice(4)}` : line))
		.concat(why.map(page.dim));
}

function fits(line: string, verdict: string, page: Page): boolean {
	return widthOf(line.trimEnd()) + 2 + widthOf(verdict) <= page.columns;
}

function widthsOf(texts: readonly string[], most: number): number {
	return Math.min(most, Math.max(0, ...texts.map(widthOf)));
}

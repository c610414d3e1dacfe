import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import {variableGroup} from '../places/variables.ts';
import type {Situation} from '../problems/problem.ts';
import type {Judged} from '../request/request.ts';
import {sourceJson} from './source-json.ts';
import {where} from './where.ts';

/** One value of the table: what it is, where it is, and what became of it. */
export type ValueRow = {
	readonly mark: 'wins' | 'ignored' | 'loses';
	readonly name: string;
	readonly value: string;
	readonly state: string;
	readonly place: string;
	/** Why it lost; empty for what goes out. */
	readonly verdict: string;
	/** What decides about the request stands first; 0 is left out of the short table. */
	readonly weight: number;
};

export function valueRow(fact: Fact, {headless, interactive, facts}: Situation, home: string): ValueRow {
	const verdict = headless.judged.find(judged => judged.fact === fact) ?? null;
	const other = interactive.judged.find(judged => judged.fact === fact) ?? null;
	const wins = verdict?.wins === true || other?.wins === true;
	const state = verdict?.state ?? fact.state;
	return {
		mark: wins ? 'wins' : state === 'unreadable' || state === 'ignored' ? 'ignored' : 'loses',
		name: printable(fact.variable),
		value: fact.kind === 'file' ? '' : fact.shown,
		state,
		place: where(fact, home, facts),
		verdict: verdictText(verdict, interactive.request.sends ? other : null, sourceJson(fact, headless, home).reason),
		weight: weigh(fact, wins, state),
	};
}

function verdictText(headless: Judged | null, interactive: Judged | null, reason: string): string {
	if (headless?.wins && interactive?.wins) return '';
	// Where an interactive session sends nothing at all, the reason stands above.
	if (headless?.wins) return interactive === null ? 'claude -p only' : `claude -p only: ${printable(interactive.reason)}`;
	return interactive?.wins ? `interactive only: ${reason}` : reason;
}

function weigh(fact: Fact, wins: boolean, state: string): number {
	if (fact.kind === 'file') return state === 'unreadable' || state === 'ignored' ? 60 : 0;
	if (fact.kind === 'approval' || fact.kind === 'state' || fact.kind === 'helper-output') return 0;
	const group = fact.kind === 'login' || credentials.has(fact.variable) ? 'auth' : variableGroup(fact.variable);
	const importance = group === 'auth' ? 10 : group === 'endpoint' ? 8 : group === 'provider' || group === 'model' ? 2 : 0;
	if (importance === 0) return 0;
	const active = fact.kind !== 'variable' || fact.origin.from === 'process' || fact.origin.from === 'settings';
	return (wins ? 100 : 0) + (active ? 20 : 0) + importance;
}

/** Settings keys that are no variables. */
const credentials: ReadonlySet<string> = new Set(['apiKeyHelper', 'primaryApiKey', 'forceLoginMethod']);

import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import type {Diagnosed} from '../problems/finding.ts';
import {cannotJson, plannedJson, writtenJson} from './carried-out-json.ts';
import {byHand, carriedOutText} from './carried-out-text.ts';
import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Terminal} from './command.ts';
import {findingJson} from './doctor-json.ts';
import {findingText} from './finding-text.ts';
import {pageFor} from './page.ts';
import {ownStep} from './repair/own-step.ts';
import type {Done, Mended} from './repair/rounds.ts';
import {sourceJson} from './source-json.ts';
import {inOpenTerminals} from './to-copy.ts';
import {where} from './where.ts';

/** The object of `wizard --repair --json` (contract.md). `undo` is the last round's; earlier ones are in `undoEarlier`. */
export function repairJson({done, situation, left, last, live, copies, move}: Mended, home: string) {
	const {headless, interactive} = situation;
	const rounds = done.filter(isWritten).map(round => writtenJson(round, headless, home));
	return {
		schema: 1,
		changed: rounds.length > 0,
		edits: rounds.flatMap(({edits}) => edits),
		masked: rounds.flatMap(({masked}) => masked),
		cannot: last === null ? [] : cannotJson(last, headless, home),
		copies: copies.map(fact => sourceJson(fact, headless, home)),
		undo: rounds.at(-1)?.undo ?? null,
		undoEarlier: rounds.slice(0, -1).map(({undo}) => undo),
		findings: left.map(finding => findingJson(finding, headless, home)),
		live: live?.state === 'tried' ? checkJson(live.trial, interactive) : null,
		...(move === null || move.openTerminals.length === 0 ? {} : {openTerminals: move.openTerminals}),
	};
}

/** The object of a dry run: the steps of every round in the order in which they would be made. */
export function plannedRounds({done, situation, last}: Mended, home: string) {
	const {headless} = situation;
	const rounds = done.filter(isPlanned).map(round => plannedJson(round, headless, home));
	return {
		schema: 1,
		changed: rounds.some(({changed}) => changed),
		plan: rounds.flatMap(({plan}) => plan),
		cannot: last === null ? [] : cannotJson(last, headless, home),
		notes: rounds.flatMap(({notes}) => notes),
		confirm: [...new Set(rounds.flatMap(({confirm}) => confirm))],
	};
}

/** What was done, what is left for the user, and the answer of the live prompt. */
export function repairText({done, situation, left, last, live, copies, move}: Mended, terminal: Terminal, home: string): readonly string[] {
	const page = pageFor(terminal);
	const {facts, interactive} = situation;
	const worth = left.filter(({severity}) => severity !== 'info');
	return [
		...done.flatMap(round => carriedOutText({...round, plan: {...round.plan, tells: []}}, home)),
		...(done.length === 0 ? ['Nothing was found that has one way to be mended; no file was changed.'] : []),
		...(last === null ? [] : byHand(last, home)),
		...copyLines(copies, home),
		...(worth.length === 0
			? []
			: ['', 'Left for you', ...worth.flatMap(finding => ['', ...findingText(leftTo(finding), page, home, facts)])]),
		...(live?.state === 'tried' ? ['', checkText(live.trial, interactive, page)] : []),
		...(done.some(isWritten) ? inOpenTerminals(move?.openTerminals ?? []) : []),
	];
}

/** Where a key that was replaced still stands, for other programs to read. */
export function copyLines(copies: readonly Fact[], home: string): readonly string[] {
	return copies.map(
		fact => `The old key is also in ${printable(fact.variable)}, ${where(fact, home)}; it was left there for the programs that read it.`,
	);
}

function leftTo(finding: Diagnosed): Diagnosed {
	return {...finding, fix: {...ownStep(finding), edits: []}};
}

function isWritten(round: Done): round is Extract<Done, {state: 'applied'}> {
	return round.state === 'applied';
}

function isPlanned(round: Done): round is Extract<Done, {state: 'planned'}> {
	return round.state === 'planned';
}

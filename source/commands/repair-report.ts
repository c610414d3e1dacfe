import type {Finding} from '../problems/finding.ts';
import type {Situation} from '../problems/problem.ts';
import {writtenJson} from './carried-out-json.ts';
import {carriedOutText} from './carried-out-text.ts';
import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Terminal} from './command.ts';
import {findingJson} from './doctor-json.ts';
import type {Round} from './errand.ts';
import {findingText} from './finding-text.ts';
import type {Live} from './live.ts';
import {pageFor} from './page.ts';

/** The object of `wizard --repair --json` (contract.md). `undo` is the last round's; earlier ones are in `undoEarlier`. */
export function repairJson(
	done: readonly Round[],
	{headless, interactive}: Situation,
	left: readonly Finding[],
	proved: Live | null,
	home: string,
) {
	const rounds = done.map(round => writtenJson(round, headless, home));
	return {
		schema: 1,
		changed: rounds.length > 0,
		edits: rounds.flatMap(({edits}) => edits),
		masked: rounds.flatMap(({masked}) => masked),
		cannot: rounds.flatMap(({cannot}) => cannot),
		undo: rounds.at(-1)?.undo ?? null,
		undoEarlier: rounds.slice(0, -1).map(({undo}) => undo),
		findings: left.map(finding => findingJson(finding, headless, home)),
		live: proved?.state === 'tried' ? checkJson(proved.trial, interactive) : null,
	};
}

/** What was done, what is left for the user, and the answer of the live prompt. */
export function repairText(
	done: readonly Round[],
	{facts, interactive}: Situation,
	left: readonly Finding[],
	proved: Live | null,
	terminal: Terminal,
	home: string,
): readonly string[] {
	const page = pageFor(terminal);
	const worth = left.filter(({severity}) => severity !== 'info');
	return [
		...done.flatMap(round => carriedOutText(round, home)),
		...(done.length === 0 ? ['Nothing was found that has one way to be mended; no file was changed.'] : []),
		...(worth.length === 0 ? [] : ['', 'Left for you', ...worth.flatMap(finding => ['', ...findingText(finding, page, home, facts)])]),
		...(proved?.state === 'tried' ? ['', checkText(proved.trial, interactive, page)] : []),
	];
}

import {causes} from '../claude/causes.ts';
import type {Trial} from '../claude/trial.ts';
import type {Resolution} from '../request/request.ts';
import {unknown} from './explain-json.ts';

export type CheckJson = {readonly schema: 1} & Trial & {
		/** What to do next; empty where all is well. */
		readonly fix: readonly string[];
		/** `claude -p` passes where an interactive session stops at a dialog. */
		readonly interactive: {readonly ready: boolean; readonly because: string | null};
	};

/** The object of contract.md, with the repair and the interactive session beside it. */
export function checkJson(trial: Trial, {request}: Pick<Resolution, 'request'>): CheckJson {
	return {
		schema: 1,
		...trial,
		fix: fixOf(trial),
		interactive: {ready: request.sends, because: request.sends ? null : request.because},
	};
}

export function fixOf({ok, cause}: Trial): readonly string[] {
	if (ok || cause === null) return [];
	return cause === 'unknown' ? unknown.fix : causes[cause].fix;
}

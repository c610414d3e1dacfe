import {causes} from '../claude/causes.ts';
import type {Form} from '../claude/probe-forms.ts';
import type {Trial} from '../claude/trial.ts';
import type {Resolution} from '../request/request.ts';
import {unknown} from './explain-json.ts';

export type CheckJson = {readonly schema: 1} & Trial & {
		/** What to do next; empty where all is well. */
		readonly fix: readonly string[];
		/** Another form of the base address that does take the credential; null where none was looked for or found. */
		readonly answersAt: string | null;
		/** `claude -p` passes where an interactive session stops at a dialog. */
		readonly interactive: {readonly ready: boolean; readonly because: string | null};
	};

/** The object of contract.md, with the repair and the interactive session beside it. */
export function checkJson(trial: Trial, {request}: Pick<Resolution, 'request'>, form: Form | null = null): CheckJson {
	return {
		schema: 1,
		...trial,
		fix: fixOf(trial, form),
		answersAt: form?.base ?? null,
		interactive: {ready: request.sends, because: request.sends ? null : request.because},
	};
}

/** `form`: another form of the address that answers. */
export function fixOf({ok, cause}: Trial, form: Form | null = null): readonly string[] {
	if (ok || cause === null) return [];
	if (form !== null)
		return [`This form answers: ANTHROPIC_BASE_URL=${form.base} (${form.why})`, `Set it: wizard --repair --base-url ${form.base}`];
	return cause === 'unknown' ? unknown.fix : causes[cause].fix;
}

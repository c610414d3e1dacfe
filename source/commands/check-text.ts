import {causes} from '../claude/causes.ts';
import type {Form} from '../claude/probe-forms.ts';
import type {Trial} from '../claude/trial.ts';
import type {Resolution} from '../request/request.ts';
import {fixOf} from './check-json.ts';
import {unknown} from './explain-json.ts';
import {finish, type Page} from './page.ts';
import {labelled, wrap} from './paragraph.ts';

/** What came of the live prompt, as people read it. */
export function checkText(trial: Trial, interactive: Pick<Resolution, 'request'>, page: Page, form: Form | null = null): string {
	const {request} = interactive;
	// What stops both is said once.
	const same = !request.sends && request.reason === trial.shown;
	return finish([...trialText(trial, page, form), ...(same ? [] : session(interactive, page))], page);
}

/** The part about the prompt alone, for pages that say of the session elsewhere. */
export function trialText(trial: Trial, page: Page, form: Form | null = null): readonly string[] {
	return trial.ok ? worked(trial, page) : [...answer(trial, page), ...explanation(trial, form, page)];
}

/** What came back, for a page on which a finding explains it. */
export function answerText(trial: Trial, page: Page): readonly string[] {
	return trial.ok ? worked(trial, page) : answer(trial, page);
}

function worked({shown, ms, through}: Trial, page: Page): readonly string[] {
	const who = through === 'claude' ? 'claude answered' : 'The endpoint takes the key (asked without claude)';
	return [
		`${page.green('✓')} ${page.bold(`${who} in ${seconds(ms)}`)}`,
		...(through === 'claude' ? labelled('Said', shown, page.columns) : []),
	];
}

function answer({cause, shown, status, probe}: Trial, page: Page): readonly string[] {
	const {title} = known(cause);
	const [first = '', ...rest] = wrap(title, page.columns - 2);
	return [
		`${page.red('✗')} ${page.bold(first)}${cause === null ? '' : `  ${page.dim(cause)}`}`,
		...rest.map(line => `  ${page.bold(line)}`),
		...labelled('Said', status === null || shown.includes(String(status)) ? shown : `(${status}) ${shown}`, page.columns),
		...(probe === null ? [] : labelled('Probe', probeText(probe), page.columns)),
	];
}

function explanation(trial: Trial, form: Form | null, page: Page): readonly string[] {
	return [
		...labelled('Why', known(trial.cause).why, page.columns),
		...fixOf(trial, form).flatMap((step, index) => labelled(index === 0 ? 'Fix' : '', step, page.columns)),
	];
}

function known(cause: Trial['cause']) {
	return cause === null || cause === 'unknown' ? unknown : causes[cause];
}

function probeText({status, url, server}: NonNullable<Trial['probe']>): string {
	return `${status === null ? 'no answer' : status} from ${url}${server === null ? '' : ` (${server})`}, asked without claude and without a proxy`;
}

function session({request}: Pick<Resolution, 'request'>, page: Page): readonly string[] {
	if (request.sends) return [];
	return [`${page.yellow('!')} An interactive session would not get this far: ${request.reason}`].flatMap(text => wrap(text, page.columns));
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}

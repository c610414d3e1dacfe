import {causes} from '../../claude/causes.ts';
import type {Trial} from '../../claude/trial.ts';
import type {Fact} from '../../places/fact.ts';
import {showValue} from '../../places/show.ts';
import {cannotItems} from '../../plan/plan-items.ts';
import type {Header} from '../../request/request.ts';
import {fixOf} from '../check-json.ts';
import {type Line, line, row} from '../conversation.ts';
import {unknown} from '../explain-json.ts';
import {shownCommand} from '../shown-command.ts';
import {tilde} from '../tilde.ts';
import {where} from '../where.ts';
import type {Agreed, Answers} from './answers.ts';
import {upstreamOf} from './chain/upstream-of.ts';
import type {Proved} from './prove-setup.ts';

export type Done = {
	readonly answers: Answers;
	readonly agreed: Agreed | null;
	/** The id for `wizard undo`; null where nothing was written. */
	readonly undo: string | null;
	readonly proved: Proved;
	/** What has to be done at the translator on this computer that was asked, if its failure is that one's. */
	readonly here: readonly string[];
	readonly home: string;
};

/** The last page: what claude answered and how it was asked, and what is left to know. */
export function outcomeLines({answers, agreed, undo, proved, here, home}: Done): readonly Line[] {
	return [
		...proofLines(proved),
		...here.map((step, index) => row(index === 0 ? 'Here' : '', step)),
		...requestLines(proved, home),
		...(agreed === null ? [] : byHand(agreed, home)),
		...(agreed === null ? [] : terminals(answers, agreed)),
		...(answers.holds === 'keep' ? [] : [row('Elsewhere', elsewhere(answers))]),
		...(undo === null ? [] : [row('Undo', `wizard undo ${undo}`)]),
	];
}

function proofLines(proved: Proved): readonly Line[] {
	switch (proved.state) {
		case 'tried':
			return proved.trial.ok
				? [line(`claude works: it answered “${proved.trial.shown}”`, 'good'), ...session(proved)]
				: failed(proved.trial);
		case 'stopped':
			return [line('The live prompt was stopped, so this is set up and not proved. Later: wizard check', 'warn')];
		case 'not-tried':
			switch (proved.why) {
				case 'declined':
					return [line('Set up, and not proved. Later: wizard check', 'warn')];
				case 'nothing':
					return [line(`claude would send nothing yet: ${reasonOf(proved)}`, 'warn')];
				case 'no-claude':
					return [line('Set up. No claude that runs is here to prove it with; when there is: wizard check', 'warn')];
			}
	}
}

function reasonOf({situation: {headless}}: Proved): string {
	return headless.request.sends ? '' : headless.request.reason;
}

/** `claude -p` passes where an interactive session stops at a dialog. */
function session({situation: {interactive}}: Proved): readonly Line[] {
	return interactive.request.sends ? [] : [line(`An interactive session would not get this far: ${interactive.request.reason}`, 'warn')];
}

function failed(trial: Trial): readonly Line[] {
	const {cause, shown, status} = trial;
	const {title, why} = cause === null || cause === 'unknown' ? unknown : causes[cause];
	return [
		line(title, 'bad'),
		row('Said', `${status === null ? '' : `(${status}) `}${shown}`),
		row('Why', why),
		...fixOf(trial).map((step, index) => row(index === 0 ? 'Fix' : '', step)),
	];
}

function requestLines({situation: {headless, facts}}: Proved, home: string): readonly Line[] {
	const {request} = headless;
	if (!request.sends) return [];
	const header = (name: string, from: Header | null): readonly Line[] =>
		from === null ? [] : [row('Header', `${name}, from ${originOf(from.fact, home, facts)}`)];
	return [
		row('Address', showValue('ANTHROPIC_BASE_URL', request.url)),
		...header('Authorization: Bearer', request.authorization),
		...header('x-api-key', request.xApiKey),
	];
}

function originOf(fact: Fact, home: string, facts: readonly Fact[]): string {
	return fact.kind === 'login' ? 'your saved login' : `${fact.variable} in ${where(fact, home, facts)}`;
}

function byHand({plan}: Agreed, home: string): readonly Line[] {
	return cannotItems(plan).flatMap(({summary, command}) => [
		row('By hand', tilde(summary, home), 'warn'),
		...(command === null ? [] : [row('', shownCommand(command, home), 'strong')]),
	]);
}

function terminals({store}: Answers, {openTerminals}: Agreed): readonly Line[] {
	if (store === 'none') return [];
	if (openTerminals.length === 0) return [row('Terminals', 'New ones and those already open use it from now on.')];
	return [
		row('Terminals', 'New ones use it. In one that is open, type:'),
		...openTerminals.map(({shell, text}) => row(shell, text, 'strong')),
	];
}

/** A translator is a program on this computer: another one needs its own. */
function elsewhere(answers: Answers): string {
	const upstream = upstreamOf(answers);
	if (answers.translator === null || upstream === null) return exportCommand(answers);
	const {id} = answers.translator.found.translator;
	return `wizard translator set ${id} --upstream ${upstream.baseUrl} --upstream-model '${upstream.model}' --secret-stdin`;
}

/** The same setup for another machine, without the secret: the lines that it prints ask for it. */
function exportCommand({credential, baseUrl, auth, model}: Answers): string {
	const words = ['wizard export', `--credential ${credential}`];
	if (baseUrl !== null) words.push(`--base-url ${baseUrl}`);
	if (baseUrl !== null && auth !== 'bearer') words.push(`--auth ${auth}`);
	if (baseUrl !== null && model !== null) words.push(`--model '${model}'`);
	return words.join(' ');
}

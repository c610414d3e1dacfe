import type {Copy, Installed} from '../claude/installed.ts';
import {printable, showValue} from '../places/show.ts';
import type {Diagnosed, Finding} from '../problems/finding.ts';
import type {Request, Resolution} from '../request/request.ts';
import type {CheckJson} from './check-json.ts';
import type {DoctorReport} from './doctor-report.ts';
import {shownCommand} from './shown-command.ts';
import {headerJson, type SourceJson, sourceJson} from './source-json.ts';
import {tilde} from './tilde.ts';

/** The object of `wizard doctor --json` (contract.md); `live` comes from outside, since few ask for it and it is large to load. */
export function doctorJson(report: DoctorReport, live: CheckJson | null) {
	const {situation, home, basis, witness} = report;
	const {headless, interactive, claude, facts} = situation;
	return {
		schema: 1,
		claude: claudeJson(claude, home),
		rules: {of: basis.rulesOf, certainty: basis.certainty},
		request: {headless: requestJson(headless, home), interactive: requestJson(interactive, home)},
		findings: report.findings.map(finding => diagnosedJson(finding, headless, home)),
		facts: facts
			.filter(({state}) => state !== 'absent')
			.map(fact => factJson(sourceJson(fact, headless, home), sourceJson(fact, interactive, home))),
		...(witness === null ? {} : {witness}),
		live,
	};
}

function claudeJson({chosen, others}: Installed, home: string) {
	if (chosen === null) return null;
	return {
		...copyJson(chosen, home),
		versionFrom: chosen.versionFrom,
		oddities: chosen.oddities,
		others: others.map(other => copyJson(other, home)),
	};
}

function copyJson({path, version, install, reach, condition}: Copy, home: string) {
	return {
		path: printable(tilde(path, home)),
		version,
		install,
		reach,
		state: condition.state,
		...(condition.state === 'runs' ? {} : {why: printable(condition.why)}),
	};
}

function requestJson(resolution: Resolution, home: string) {
	const {request} = resolution;
	if (!request.sends) {
		const {sends, url, authorization, xApiKey, because} = request;
		return {sends, url, authorization, xApiKey, because, reason: printable(tilde(request.reason, home))};
	}
	return {
		sends: request.sends,
		url: showUrl(request),
		authorization: headerJson(request.authorization, resolution, home),
		xApiKey: headerJson(request.xApiKey, resolution, home),
		model: request.model === null ? null : showValue('ANTHROPIC_MODEL', request.model),
		headers: request.headers.map(({name, fact}) => ({name: printable(name), ...sourceJson(fact, resolution, home)})),
		provider: request.provider,
		reason: printable(tilde(request.reason, home)),
	};
}

/** Without its query, and without user info or a key that somebody put into the path. */
export function showUrl({url}: Extract<Request, {sends: true}>): string {
	return showValue('ANTHROPIC_BASE_URL', url.replace(/[?#].*$/, ''));
}

export function findingJson({id, severity, title, why, evidence, fix}: Finding, resolution: Resolution, home: string) {
	return {
		id,
		severity,
		title: printable(tilde(title, home)),
		why: printable(tilde(why, home)),
		evidence: evidence.map(fact => sourceJson(fact, resolution, home)),
		fix: {
			summary: printable(tilde(fix.summary, home)),
			edits: fix.edits.length,
			command: fix.command === null ? null : shownCommand(fix.command, home),
		},
	};
}

/** `explainedBy` names the finding from which this one follows; null for one that stands for itself. */
function diagnosedJson(finding: Diagnosed, resolution: Resolution, home: string) {
	return {...findingJson(finding, resolution, home), explainedBy: finding.explainedBy};
}

/** The verdict is that of claude -p; where an interactive session judges otherwise, that is said as well. */
function factJson(headless: SourceJson, interactive: SourceJson) {
	const same = headless.wins === interactive.wins && headless.state === interactive.state;
	return same ? headless : {...headless, interactive: {wins: interactive.wins, reason: interactive.reason}};
}

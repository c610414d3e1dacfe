import type {Severity} from '../problems/finding.ts';
import type {WitnessVerdict} from './compare-witness.ts';
import type {DoctorReport} from './doctor-report.ts';
import {claudeText} from './doctor-text-claude.ts';
import {requestText} from './doctor-text-request.ts';
import {valuesText} from './doctor-text-values.ts';
import {consequenceText, findingText} from './finding-text.ts';
import {finish, type Page} from './page.ts';
import {wrap} from './paragraph.ts';

/** The page of `wizard doctor`: which claude, what goes out, where every value comes from, what is wrong. `live`: what the live prompt said. */
export function doctorText(report: DoctorReport, page: Page, live: readonly string[], all = false): string {
	const {situation, basis, witness, home} = report;
	const parts = [
		[
			...claudeText(situation.claude, basis, page, home),
			...(all ? wrap('  An alias or shell function named claude cannot be seen from here.', page.columns) : []),
			...requestText(situation, page, home),
		],
		valuesText(situation, page, home, all),
		live,
		...(witness === null ? [] : [wrap(witnessText(witness), page.columns)]),
		...shownFindings(report, page),
		summary(report, page),
	].filter(part => part.length > 0);
	return finish(
		parts.flatMap((part, index) => (index === 0 ? part : ['', ...part])),
		page,
	);
}

/** What follows from another finding is one line below it. */
function shownFindings({findings, home, situation}: DoctorReport, page: Page): readonly (readonly string[])[] {
	const shown: string[][] = [];
	for (const finding of findings) {
		if (finding.explainedBy === null) shown.push([...findingText(finding, page, home, situation.facts)]);
		else shown.at(-1)?.push(...consequenceText(finding, page, home));
	}
	return shown;
}

function witnessText(witness: WitnessVerdict): string {
	switch (witness.state) {
		case 'not-asked':
			return `claude auth status was not asked: ${witness.why}.`;
		case 'agrees':
			return `claude auth status agrees: ${witness.says}. It lists what is there and checks nothing.`;
		case 'differs':
			return `claude auth status says ${witness.says}, expected was ${witness.expected}: ${witness.explained ?? 'no reason is known, so one of the two is wrong; please report it'}.`;
	}
}

function summary({findings, live}: DoctorReport, page: Page): readonly string[] {
	if (findings.length === 0) {
		if (live !== null && !live.trial.ok) return wrap('Only the live prompt failed.', page.columns);
		const done = live === null ? 'Nothing was sent or changed.' : 'Nothing was changed.';
		return wrap(`✓ Nothing wrong found. ${done}`, page.columns).map(line => page.green(line));
	}
	const roots = findings.filter(({explainedBy}) => explainedBy === null);
	const counts = (['error', 'warning', 'info'] as const).map(severity =>
		count(severity, roots.filter(finding => finding.severity === severity).length),
	);
	const follow = findings.length - roots.length;
	const parts = [
		...counts,
		follow === 0 ? '' : `${follow} more that ${follow === 1 ? 'follows' : 'follow'} from ${roots.length === 1 ? 'it' : 'them'}`,
	];
	return wrap(parts.filter(text => text !== '').join(', '), page.columns);
}

function count(severity: Severity, number: number): string {
	if (number === 0) return '';
	const name = severity === 'info' ? 'note' : severity;
	return `${number} ${name}${number === 1 ? '' : 's'}`;
}

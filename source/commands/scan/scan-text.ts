import {printable} from '../../places/show.ts';
import {heading} from '../finding-text.ts';
import {finish, type Page} from '../page.ts';
import {labelled} from '../paragraph.ts';
import {tilde} from '../tilde.ts';
import type {ScanFinding} from './scan-finding.ts';
import type {Showing} from './showing.ts';
import type {Tally} from './tally.ts';

/** A finding as people read it, in the form that `doctor` has. */
export function findingLines(finding: ScanFinding, page: Page, {path, words}: Showing): string {
	const {spot, commit, fix} = finding;
	const at = `${path(spot.file)}${spot.line === null ? '' : `:${spot.line}`}${commit === null ? '' : ` in commit ${commit.slice(0, 12)}`}`;
	const shown = spot.shown === '' ? '' : `${words(spot.variable)}  ${words(spot.shown)}`;
	return finish(
		[
			...heading(finding, words(finding.title), page),
			...labelled('Found', shown === '' ? at : shown, page.columns),
			...(shown === '' ? [] : labelled('', at, page.columns)),
			...labelled('Why', words(finding.why), page.columns),
			...labelled('Fix', fix.summary, page.columns),
			...(fix.command === null ? [] : labelled('', words(fix.command), page.columns)),
		],
		page,
	);
}

/** What was looked at, what was left out, and what came of it. */
export function summary(tally: Tally, page: Page, home: string): string {
	const {findings, skipped, unreadable, firstUnreadable, bare} = tally;
	const left = [
		...(skipped.node_modules > 0 ? [counted(skipped.node_modules, 'node_modules folder')] : []),
		...(skipped['.git'] > 0 ? [counted(skipped['.git'], '.git folder')] : []),
		...(skipped.system > 0 ? [counted(skipped.system, 'system folder')] : []),
	];
	const found = [
		...(findings.error > 0 ? [counted(findings.error, 'error')] : []),
		...(findings.warning > 0 ? [counted(findings.warning, 'warning')] : []),
		...(findings.info > 0 ? [counted(findings.info, 'note')] : []),
	];
	const lines = [
		`Looked at ${counted(tally.folders, 'folder')}, and into ${counted(tally.files, 'file')}: ${found.join(', ') || 'nothing was found'}.`,
		...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
		...(bare > 0 ? [`${counted(bare, 'bare repository', 'bare repositories')}: only --history looks into them.`] : []),
		...(unreadable > 0
			? [`Could not read ${counted(unreadable, 'folder')}, the first one ${printable(tilde(firstUnreadable ?? '', home))}.`]
			: []),
	];
	return finish(
		lines.flatMap(line => labelled('', line, page.columns, 0, 0)),
		page,
	);
}

function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

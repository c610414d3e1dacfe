import type {Copy, Installed, Oddity} from '../claude/installed.ts';
import {printable} from '../places/show.ts';
import type {Basis} from '../request/versions.ts';
import type {Page} from './page.ts';
import {wrap} from './paragraph.ts';
import {tilde} from './tilde.ts';

/** Which claude, in a line; then only what is not as it should be. */
export function claudeText({chosen, others}: Installed, basis: Basis, page: Page, home: string): readonly string[] {
	const says = (copy: Copy) => printable(tilde(copy.path, home));
	const rules = rulesText(basis);
	const notes = (text: string) => wrap(text, page.columns - 2).map(line => `  ${line}`);
	if (chosen === null) return [...wrap('Claude Code: not found', page.columns).map(page.bold), ...notes(rules)];
	const kind = chosen.install === 'unknown' ? '' : ` (${chosen.install})`;
	const away = chosen.reach === 'off-path' ? ', not on PATH' : chosen.reach === 'private' ? ", an editor's own" : '';
	const first = wrap(`Claude Code ${chosen.version ?? '(version unknown)'}  ${says(chosen)}${kind}${away}`, page.columns);
	const bad = chosen.condition.state === 'runs' ? [] : notes(`! ${printable(chosen.condition.why)}`);
	const hidden = others.filter(({reach}) => reach === 'shadowed' || reach === 'passed-over');
	const behind = hidden.length === 0 ? [] : notes(`Also on PATH: ${hidden.map(copy => aside(copy, says(copy))).join(', ')}`);
	return [
		...first.map(page.bold),
		...bad,
		...chosen.oddities.flatMap(oddity => notes(`! ${oddityText(oddity)}`)),
		...behind,
		...(rules === '' ? [] : notes(rules)),
	];
}

function aside({version, reach, condition}: Copy, path: string): string {
	if (reach === 'passed-over' && condition.state === 'broken') return `${path} (${condition.why})`;
	return version === null ? `${path} (hidden)` : `${path} (${version}, hidden)`;
}

function oddityText(oddity: Oddity): string {
	switch (oddity.kind) {
		case 'script':
			return oddity.sets.length === 0
				? 'It is a script around the program; what it may change is not known here.'
				: `It is a script that names ${oddity.sets.join(', ')}; what it sets is not in this answer.`;
		case 'shim':
			return 'A version manager decides at each start which program runs.';
		case 'windows-copy':
			return "This is Windows' copy: it reads the settings of Windows, not those of this Linux.";
		case 'current-folder':
			return `PATH finds it through the relative entry "${printable(oddity.entry)}": in another folder another file runs.`;
		case 'package-differs':
			return `Its package says ${oddity.packageVersion}: an update may have stopped half way.`;
	}
}

function rulesText({version, rulesOf, certainty}: Basis): string {
	switch (certainty) {
		case 'same':
			return '';
		case 'between':
			return `Judged by the rules recorded with ${rulesOf}, the nearest before it.`;
		case 'newer':
			return `${version ?? 'This version'} is newer than any that was recorded; judged by the rules of ${rulesOf}.`;
		case 'older':
			return `${version ?? 'This version'} is older than any that was recorded; judged by the rules of ${rulesOf}.`;
		case 'no-claude':
			return `Its version is not known; judged by the rules of ${rulesOf}, the newest recorded.`;
	}
}

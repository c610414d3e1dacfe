import type {ScanFinding} from './scan-finding.ts';
import type {ScanRule} from './scan-rules.ts';
import type {Showing} from './showing.ts';

/** One line of `wizard scan --json`: a finding as `doctor` has it, with what git says of the file. */
export type ScanJson = {
	readonly schema: 1;
	readonly id: ScanRule;
	readonly severity: ScanFinding['severity'];
	readonly title: string;
	readonly why: string;
	readonly file: string;
	readonly line: number | null;
	readonly column: number | null;
	readonly evidence: readonly {
		readonly place: string;
		readonly variable: string;
		readonly file: string;
		readonly line: number | null;
		readonly column: number | null;
		readonly state: 'text';
		readonly shown: string;
	}[];
	readonly git: ScanFinding['git'];
	readonly commit: string | null;
	readonly fix: {readonly summary: string; readonly edits: 0; readonly command: string | null};
};

export function findingJson({id, severity, title, why, spot, git, commit, fix}: ScanFinding, {path, words}: Showing): ScanJson {
	const {place, line, column} = spot;
	const file = path(spot.file);
	return {
		schema: 1,
		id,
		severity,
		title: words(title),
		why: words(why),
		file,
		line,
		column,
		evidence: [{place, variable: words(spot.variable), file, line, column, state: 'text', shown: words(spot.shown)}],
		git,
		commit,
		fix: {summary: fix.summary, edits: 0, command: fix.command === null ? null : words(fix.command)},
	};
}

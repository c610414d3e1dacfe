import type {BytePath} from '../../machine/machine.ts';
import type {GitState} from '../../plan/git-safety.ts';
import type {Severity} from '../../problems/finding.ts';
import type {ScanRule} from './scan-rules.ts';

/** One thing that a scan found. Nothing in it is secret; its texts are free of control characters once they are shown. */
export type ScanFinding = {
	readonly id: ScanRule;
	/** `error`: a credential leaks or would. */
	readonly severity: Severity;
	readonly title: string;
	readonly why: string;
	readonly spot: Spot;
	/** Null where git has no say in it. */
	readonly git: GitState | null;
	/** Of a version in git's history. */
	readonly commit: string | null;
	readonly fix: {readonly summary: string; readonly command: string | null};
};

export type Spot = {
	/** Of the scan's own kinds, not a place from which claude takes values. */
	readonly place: string;
	readonly file: BytePath;
	readonly line: number | null;
	readonly column: number | null;
	/** The variable, the setting, or for a whole file its name. */
	readonly variable: string;
	/** Masked where it is secret. */
	readonly shown: string;
};

/** What depends on git is decided once its answer is there: it is asked once for many. */
export type Draft = {
	readonly file: BytePath;
	readonly decide: (state: GitState) => ScanFinding | null;
	/** Tells one key in one file from another, without being the key; null for what is no key. */
	readonly mark: string | null;
};

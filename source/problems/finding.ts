import type {Cause} from '../claude/causes/cause.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';

/** The labels of the error taxonomy, and what only this machine can show; permanent: scripts and help pages go by them. */
export type ProblemId =
	| Cause
	| 'login-expires-soon'
	| 'old-copies'
	| 'custom-header-credential'
	| 'key-in-git'
	| 'key-readable'
	| 'masked-by-wizard'
	| 'export-not-seen'
	| 'base-url-invalid'
	| 'tls-unchecked'
	| 'project-redirect'
	| 'leftover-model'
	| 'custom-headers-left'
	| 'provider-switch'
	| 'cli-broken'
	| 'cli-shadowed'
	| 'config-moved'
	| 'live-failed'
	/** A problem of ours: one of the checks broke. */
	| 'check-failed';

/** `error`: a request would fail or not be made. `warning`: it works, but not as one would expect. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

export type Finding = {
	readonly id: ProblemId;
	readonly severity: Severity;
	/** One sentence without its full stop, in the present tense, without blame. */
	readonly title: string;
	readonly why: string;
	readonly evidence: readonly Fact[];
	readonly fix: Fix;
};

export type Fix = {
	readonly summary: string;
	/** What mends it; empty where only the user can, by the command. */
	readonly edits: readonly Edit[];
	readonly command: string | null;
};

/** A finding among the others of its machine. What follows from another finding goes away with it, and is shown below it. */
export type Diagnosed = Finding & {readonly explainedBy: ProblemId | null};

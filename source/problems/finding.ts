import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';

/** The labels of the error taxonomy, and permanent: scripts and help pages go by them. */
export type ProblemId =
	| 'cli-missing'
	| 'settings-invalid'
	| 'empty-key'
	| 'placeholder-key'
	| 'malformed-key'
	| 'wrong-product-key'
	| 'wrong-header'
	| 'helper-failed'
	| 'both-set'
	| 'login-env-conflict'
	| 'env-overrides-login'
	| 'key-not-approved'
	| 'gateway-oauth-collision'
	| 'protocol-mismatch'
	| 'base-url-dup-v1'
	| 'not-logged-in'
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

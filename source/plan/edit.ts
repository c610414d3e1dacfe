import type {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {ShellName} from '../shells/shell.ts';

/**
 * One reversible step, as data: problems, stores and setups make them, makePlan turns them into file changes, and nothing happens
 * before apply. Files are absolute and named as the user knows them; makePlan follows the links.
 */
export type Edit =
	| SettingsEdit
	| GlobalConfigEdit
	| StartupEdit
	| VariableFileEdit
	| RewriteEdit
	| OwnFileEdit
	| MakePrivate
	| KeepSecret
	| Tell;

/** Every edit that ends as new bytes of a file. */
export type FileEdit = Exclude<Edit, KeepSecret | Tell>;

export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

type About = {
	/** What the step does, in the user's words and without a secret: "Remove ANTHROPIC_API_KEY". */
	readonly summary: string;
	readonly answers: Answers;
};

/** Why the step is there: a problem that was found (its id), one value that was seen, or what the user asked for. */
export type Answers = {readonly to: 'finding'; readonly id: string} | {readonly to: 'fact'; readonly fact: Fact} | {readonly to: 'wish'};

/** The file and the keys that lead to the entry: ['env', 'ANTHROPIC_API_KEY']. */
type Setting = About & {readonly file: string; readonly path: readonly string[]};

export type SettingsEdit =
	| (Setting & {readonly kind: 'set-setting'; readonly value: Json | Secret})
	| (Setting & {readonly kind: 'remove-setting'})
	/** Writes "", which cancels the value that `masks` holds and that the wizard cannot edit. */
	| (Setting & {readonly kind: 'mask-setting'; readonly masks: Fact})
	| MendSettings;

/**
 * Makes a malformed settings file valid first; `drop` leads to the entries whose type Claude Code refuses. What can be mended in no one
 * way stays as it is, unless it is to be written anew with what can be read of it: the whole is then in the backup.
 */
export type MendSettings = About & {
	readonly kind: 'mend-settings';
	readonly file: string;
	readonly drop: readonly (readonly string[])[];
	readonly beyond?: 'write-anew';
};

/** Steps in .claude.json, which claude itself rewrites at every start: written under claude's own lock. */
export type GlobalConfigEdit = About & {readonly file: string} & (
		| ({readonly kind: 'approve-key'} & Answered)
		| ({readonly kind: 'unreject-key'} & Answered)
		| {readonly kind: 'remove-global-env'; readonly variable: string}
		| {readonly kind: 'remove-primary-key'}
		| {readonly kind: 'set-onboarding'; readonly completed: boolean}
	);

/** The last 20 characters of a key: by them claude remembers the answer given in its dialog. */
type Answered = {readonly fragment: Secret};

export type StartupEdit = About & {readonly file: string; readonly shell: ShellName} & (
		| {readonly kind: 'put-block'; readonly lines: readonly string[]}
		| {readonly kind: 'remove-block'}
		/** One marked line that loads a file of ours, when it exists. */
		| {readonly kind: 'put-source-line'; readonly source: string}
		/** Takes one variable's assignment, not always the whole line, so that the file still parses in its shell. */
		| {readonly kind: 'remove-line'; readonly variable: string; readonly line: number; readonly column: number}
	);

export type VariableFileEdit = About & {readonly file: string; readonly variable: string} & (
		| {readonly kind: 'remove-env-line'; readonly line: number}
		| {readonly kind: 'erase-fish-universal'}
	);

/** Another program's own settings, by rules that only its part of the house knows: `make` is pure, and gives the text that is wished. */
export type RewriteEdit = About & {
	readonly kind: 'rewrite';
	readonly file: string;
	/** What is put in and must not be shown; null where nothing is. */
	readonly secret: Secret | null;
	readonly make: (before: string | null) => Rewritten;
};

export type Rewritten = {readonly state: 'written'; readonly text: string} | {readonly state: 'refused'; readonly why: string};

/** A file that is wholly ours. */
export type OwnFileEdit = About & {readonly file: string} & (
		| {readonly kind: 'write-own-file'; readonly content: string | Secret; readonly mode: 0o600 | 0o700}
		| {readonly kind: 'remove-own-file'}
	);

/** Takes the rights of group and others from a file that holds a secret. */
export type MakePrivate = About & {readonly kind: 'make-private'; readonly file: string};

/** Hands a secret to the system's store (secret-tool, pass, security): on stdin, never as an argument. `back` takes it out again. */
export type KeepSecret = About & {
	readonly kind: 'keep-secret';
	readonly secret: Secret;
	readonly program: string;
	readonly args: readonly string[];
	readonly back: {readonly program: string; readonly args: readonly string[]};
};

/** What the wizard cannot edit: the user does it, with this command. */
export type Tell = About & {readonly kind: 'tell'; readonly what: Fact | null; readonly command: string | null};

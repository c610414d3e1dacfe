import type {Secret} from '../credentials/secret.ts';

/** Where a value can be found; the names are those of the JSON output and never change. */
export type PlaceId =
	| 'shell'
	| 'startup-file'
	| 'user-settings'
	| 'project-settings'
	| 'local-settings'
	| 'managed-settings'
	| 'managed-drop-in'
	| 'global-config'
	| 'login'
	| 'helper'
	| 'secret-store'
	| 'env-file'
	| 'fish-universal'
	| 'system-environment'
	| 'editor-settings'
	| 'desktop-settings'
	| 'parent-process'
	| 'profile';

/** Absent, empty, text, unreadable and ignored are five different things; most trouble comes from mixing two of them up. */
export type FactState = 'absent' | 'empty' | 'text' | 'unreadable' | 'ignored';

type Spot = {
	readonly place: PlaceId;
	/** Absolute; shown with `~`. Null for a place that is no file (the process environment). */
	readonly file: string | null;
	readonly line: number | null;
	readonly column: number | null;
};

type Held = {
	/** The environment variable, or the settings key (`apiKeyHelper`), or for a file its base name. */
	readonly variable: string;
	readonly state: FactState;
	/** Null where there is no text, or where its text must not be held (stored logins). */
	readonly value: Secret | null;
	/** What may be printed: masked where the value is or looks like a secret, free of control characters. */
	readonly shown: string;
	/** For unreadable and ignored: why, as the end of a sentence. Otherwise null. */
	readonly why: string | null;
};

/** An environment variable with a value in some place. */
export type VariableFact = Spot & Held & {readonly kind: 'variable'; readonly origin: Origin};

/** How the value came to be there; only what differs by place. */
export type Origin =
	| {readonly from: 'process'}
	/** `json` is the type it is written in: versions turn numbers and null into text in different ways. */
	| {readonly from: 'settings'; readonly json: JsonType}
	| {
			readonly from: 'startup-file';
			readonly shell: string;
			readonly does: 'set' | 'unset' | 'computed';
			readonly exported: boolean;
			readonly when: StartupMoment;
			readonly sourcedBy: string | null;
			readonly form: string;
	  }
	| {readonly from: 'fish-universal'; readonly exported: boolean}
	| {readonly from: 'parent-process'; readonly pid: number; readonly program: string}
	| {readonly from: 'file'};

export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** When a shell reads the file: always, in interactive shells, in login shells, or only where another file sources it. */
export type StartupMoment = 'always' | 'interactive' | 'login';

/** A key of a settings or state file that is no environment variable: apiKeyHelper, model, forceLoginMethod, primaryApiKey … */
export type SettingFact = Spot & Held & {readonly kind: 'setting'; readonly in: PlaceId; readonly json: JsonType};

/** A file as a whole: there or not, readable or not, valid or not. */
export type FileFact = Spot &
	Held & {
		readonly kind: 'file';
		readonly troubles: readonly Trouble[];
		/** Type of the whole JSON value; null where the file is not JSON or is not valid strictly. */
		readonly top: JsonType | null;
		/** The outline of a settings file, from which request/ judges what this version accepts; empty for every other file. */
		readonly keys: readonly FileKey[];
	};

/** A top-level key of a settings file: its type and place, and of its value only what a schema check needs. */
export type FileKey = KeySpot & {
	/** Of an object: its own keys, one level down. */
	readonly children: readonly (KeySpot & KeyValue)[];
} & KeyValue;

type KeyValue = {
	/** The text of a number or a short string under a key that takes a choice (forceLoginMethod, outputStyle …); null for every other. */
	readonly text: string | null;
	/** Of an array: the type of each item. */
	readonly items: readonly JsonType[];
};

/** Line and column are those of the value's first character. */
export type KeySpot = {readonly key: string; readonly json: JsonType; readonly line: number; readonly column: number};

/** What is wrong with a file. Which of these make Claude Code skip it differs by version: see request/rules.ts. */
export type Trouble =
	| {readonly kind: 'syntax'; readonly message: string; readonly line: number; readonly column: number}
	| {readonly kind: 'byte-order-mark'}
	| {readonly kind: 'wrong-type'; readonly key: string; readonly found: JsonType; readonly line: number; readonly column: number}
	| {readonly kind: 'duplicate-key'; readonly key: string; readonly line: number; readonly column: number}
	| {readonly kind: 'not-utf8'; readonly offset: number}
	| {readonly kind: 'too-large'; readonly bytes: number}
	| {readonly kind: 'readable-by-others'; readonly mode: number}
	| {readonly kind: 'other-owner'; readonly uid: number};

/** A stored claude.ai login. Its tokens are never held. */
export type LoginFact = Spot &
	Held & {
		readonly kind: 'login';
		/** Milliseconds since 1970, null where not stated. */
		readonly expiresAt: number | null;
		readonly scopes: readonly string[];
		readonly subscription: string | null;
		readonly refreshable: boolean;
		/** Until when it can be renewed without signing in again; null where not stated. Read from 2.1.329. */
		readonly renewableUntil: number | null;
	};

/** Answers given in the "Do you want to use this API key?" dialog: the last 20 characters of each key, themselves secret. */
export type ApprovalFact = Spot & Held & {readonly kind: 'approval'; readonly answer: 'approved' | 'rejected'};

/** First-run state that decides what an interactive start shows. */
export type StateFact = Spot & Held & {readonly kind: 'state'; readonly is: boolean};

/** What a helper printed, known only after it was run on consent (`--run-helpers`). */
export type HelperOutputFact = Spot & Held & {readonly kind: 'helper-output'; readonly command: string; readonly output: HelperOutput};

export type HelperOutput =
	| {readonly state: 'value'; readonly value: Secret}
	| {readonly state: 'failed'; readonly why: 'exit' | 'empty' | 'several-lines' | 'not-a-header-value' | 'timeout'};

export type Fact = VariableFact | SettingFact | FileFact | LoginFact | ApprovalFact | StateFact | HelperOutputFact;

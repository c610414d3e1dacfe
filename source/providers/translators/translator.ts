import type {Secret} from '../../credentials/secret.ts';

/** A program that takes Claude Code's requests and asks a service which speaks OpenAI's protocol. Pure: text of its files in, text out. */
export type Translator = {
	/** As in the catalogue of providers. */
	readonly id: TranslatorId;
	readonly title: string;
	/** What starts it; null where it is run from the folder it was cloned to. */
	readonly program: string | null;
	readonly port: number;
	/** Where its settings lie, the usual place first: below the home folder, or in the folder it is run from. */
	readonly files: readonly {readonly below: 'home' | 'folder'; readonly path: string}[];
	readonly read: (text: string) => TranslatorReading;
	/** Its settings with this service behind it; everything else in them stays. A null text makes new ones. */
	readonly write: (before: string | null, upstream: Upstream) => TranslatorWriting;
	/** How it is started in `folder` with the settings in `file`. Stopping is its own command, or null where its process is ended. */
	readonly start: (file: string) => Line;
	readonly stop: Line | null;
	/** Variables that, exported where it starts, outrank its file. */
	readonly outranked: readonly string[];
	/** The header by which claude comes to it. */
	readonly auth: 'bearer' | 'x-api-key';
	/** Whether claude has to ask for the service's model by name, or its own names are turned into that. */
	readonly asksFor: 'its-own' | 'the-model';
	readonly install: string;
	readonly tried: Tried;
};

/** Whether this program was proved with the translator itself, or its settings only with what was read of it. */
export type Tried = {readonly state: 'run'; readonly version: string} | {readonly state: 'not-run'; readonly read: string};

export type TranslatorId = 'claude-code-router' | 'litellm' | 'ccp-fuergaosi233' | 'ccp-1rgs' | 'ccp-aaaronmiller';

/** A program and its arguments; no secret is ever among them. */
export type Line = {readonly program: string; readonly args: readonly string[]};

/** The service behind it. */
export type Upstream = {
	/** A word for it, as in `openai`. */
	readonly name: string;
	/** Up to and with the version, as in https://api.openai.com/v1. */
	readonly baseUrl: string;
	readonly key: Secret;
	readonly model: string;
	/** For small tasks; null where the same does. */
	readonly small: string | null;
};

/** What its settings say. Line numbers count from 1. */
export type TranslatorSettings = {
	readonly host: string | null;
	readonly port: number | null;
	readonly upstreams: readonly {
		readonly name: string;
		readonly baseUrl: string | null;
		readonly key: KeyFound;
		readonly models: readonly string[];
		readonly line: number | null;
	}[];
	readonly model: string | null;
	readonly small: string | null;
	/** What a client has to present; null where it lets everybody in. */
	readonly gate: {readonly variable: string; readonly secret: Secret | null; readonly line: number | null} | null;
	/** What it will stumble over. */
	readonly slips: readonly Slip[];
};

/** `variable`: it is taken from the environment in which the translator starts. */
export type KeyFound =
	| {readonly state: 'text'; readonly secret: Secret; readonly line: number | null}
	| {readonly state: 'variable'; readonly name: string; readonly line: number | null}
	| {readonly state: 'empty' | 'placeholder' | 'absent'; readonly line: number | null};

export type Slip = {readonly line: number | null; readonly message: string};

export type TranslatorReading =
	| {readonly state: 'read'; readonly settings: TranslatorSettings}
	| {readonly state: 'broken'; readonly line: number | null; readonly why: string};

export type TranslatorWriting = {readonly state: 'written'; readonly text: string} | {readonly state: 'refused'; readonly why: string};

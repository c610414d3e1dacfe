import type {AuthHeader} from '../credentials/competing.ts';

/** An endpoint that people point Claude Code at, and what differs there. Data only: nothing here asks the endpoint itself. */
export type Provider = {
	/** Permanent: `--provider ID`, profiles and setup files name it. */
	readonly id: string;
	readonly label: string;
	readonly kind: ProviderKind;
	/** The documented address first; none for one that everybody runs elsewhere. */
	readonly baseUrls: readonly BaseUrl[];
	/** Which header it reads. */
	readonly reads: 'bearer' | 'x-api-key' | 'either' | 'nothing' | 'unknown';
	/** By which its own manual has the credential sent. */
	readonly auth: AuthHeader;
	/** Which header counts where both arrive. */
	readonly winner: 'bearer' | 'x-api-key' | 'unknown';
	/** ANTHROPIC_API_KEY beside a token: `empty` where its manual wants it there and empty. */
	readonly apiKey: 'empty' | 'unset';
	readonly key: KeyFacts;
	/** Variables without which it does not work. */
	readonly required: readonly Variable[];
	/** A model name has to be given: Claude Code's own names mean nothing there. `suggested` goes stale; the user may type another. */
	readonly model: {readonly needed: boolean; readonly suggested: string | null};
	readonly docs: string | null;
};

/** `openai-only` and `cloud` take no Anthropic requests at a base URL: the first need a translator, the second switches of their own. */
export type ProviderKind = 'first-party' | 'gateway' | 'local' | 'translator' | 'openai-only' | 'cloud';

export type BaseUrl = {
	readonly url: string;
	readonly note: string | null;
	/** `/v1` at its end belongs to the path and must stay, though elsewhere it is the usual slip. */
	readonly keepsV1: boolean;
};

export type KeyFacts = {
	/** Null where its keys have no shape of their own. */
	readonly pattern: RegExp | null;
	/** As shown in a hint: "sk-or-v1-". */
	readonly begins: string | null;
	/** The page where one makes a key. */
	readonly page: string | null;
	/** The word that stands for a key where none is checked; null where a key is needed. */
	readonly standIn: string | null;
};

export type Variable = {readonly name: string; readonly value: string};

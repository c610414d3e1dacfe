import type {AuthHeader} from '../credentials/competing.ts';

/** An endpoint that people point Claude Code at, and what differs there. Data only: nothing here asks the endpoint itself. */
export type Provider = {
	/** Permanent: `--provider ID`, profiles and setup files name it. */
	readonly id: string;
	readonly label: string;
	/** Whose it is. One maker's keys are rarely good at another address of the same maker. */
	readonly maker: string;
	readonly kind: ProviderKind;
	/** The documented address first; none for one that everybody runs elsewhere. `{NAME}` stands for what only the user knows. */
	readonly baseUrls: readonly BaseUrl[];
	/** `asked`: they differ in account, region or bill, so nobody can choose for the user. `first`: any will do. */
	readonly choice: 'first' | 'asked';
	/** Which header it reads. */
	readonly reads: 'bearer' | 'x-api-key' | 'either' | 'nothing' | 'unknown';
	/** By which its own manual has the credential sent. */
	readonly auth: AuthHeader;
	/** Which header counts where both arrive. */
	readonly winner: 'bearer' | 'x-api-key' | 'unknown';
	/** ANTHROPIC_API_KEY beside a token: `empty` where its manual wants it there and empty. */
	readonly apiKey: 'empty' | 'unset';
	readonly key: KeyFacts;
	/** Headers of its own besides the credential. */
	readonly headers: readonly ExtraHeader[];
	/** Variables without which it does not work. */
	readonly required: readonly Variable[];
	/** Variables that its manual advises; shown, and not set unasked. */
	readonly advised: readonly Variable[];
	readonly model: Models;
	/** The cheapest request that shows whether a key is good. Null where only a message does. */
	readonly proof: Proof | null;
	/** Addresses that answer to anybody, which people take for a proof of their key. */
	readonly noProof: readonly string[];
	readonly probe: ProbeAdvice;
	/** What goes wrong there, a sentence or two each, in the order in which it bites. */
	readonly traps: readonly string[];
	readonly docs: string | null;
	/** Where all this was read. */
	readonly source: readonly string[];
	/** How sure it is; `own` for what the user wrote. */
	readonly confidence: 'high' | 'medium' | 'low' | 'own';
};

/** `openai-only` and `cloud` take no Anthropic requests at a base URL: the first need a translator, the second switches of their own. */
export type ProviderKind = 'first-party' | 'gateway' | 'local' | 'translator' | 'openai-only' | 'cloud';

export type BaseUrl = {
	readonly url: string;
	readonly note: string | null;
	/** The region or plan it is for, in a word or two. */
	readonly which: string | null;
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

export type ExtraHeader = {
	readonly name: string;
	/** `key`: the same key once more. `secret`: another one. `text`: no secret. `before` stands in front of it. */
	readonly value: {readonly kind: 'key' | 'secret' | 'text'; readonly before: string; readonly what: string};
	readonly needed: boolean;
	/** Another header that does in its place. */
	readonly or: string | null;
};

export type Models = {
	/** A model name has to be given: Claude Code's own names mean nothing there. */
	readonly needed: boolean;
	/** Goes stale; the user may type another. */
	readonly suggested: string | null;
	/** For the small tasks (haiku), where its manual names another for them. */
	readonly faster: string | null;
	/** CLAUDE_CODE_SUBAGENT_MODEL, where its manual sets it. */
	readonly subagents: string | null;
};

export type Proof = {
	/** `{base}` is the address in use. */
	readonly url: string;
	/** `raw`: the bare key in Authorization, without Bearer. */
	readonly header: 'bearer' | 'x-api-key' | 'x-goog-api-key' | 'raw' | 'none';
	/** What the answer tells, as the end of "It tells …". */
	readonly tells: string;
};

export type ProbeAdvice = {
	/** What a plain request for a model that nobody has is answered with: `answered` costs a token, and proves as much. */
	readonly unknownModel: 'refused' | 'answered' | 'unknown';
	/** Some relays refuse every program but Claude Code: a refused probe then says nothing of the key. */
	readonly admits: 'anyone' | 'perhaps-claude-code-only';
};

export type Variable = {readonly name: string; readonly value: string};

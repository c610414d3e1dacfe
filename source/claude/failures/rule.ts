import type {Cause} from '../causes/cause.ts';
import type {Sign} from './sign.ts';

/**
 * One thing a failing text can say, and what follows from it. A rule states whose words they are and why they point to its causes;
 * where the same words have several causes, the signs (status, address, credential, this machine) shift the weights between them.
 */
export type Rule = {
	/** Permanent; unique among all rules. */
	readonly id: string;
	readonly whose: Speaker;
	/** Matched against lower case, straight quotes, simplified Chinese (normalise.ts). */
	readonly says: RegExp;
	/** The words that make it another case. */
	readonly unless?: RegExp;
	/** The rule speaks only where one of these signs is seen. */
	readonly needs?: readonly Sign[];
	/** Bare statuses and the like: heard only where no other rule spoke. */
	readonly lastResort?: true;
	readonly causes: readonly [Candidate, ...Candidate[]];
	/** One sentence: what the words tell. */
	readonly why: string;
	/** Causes that look alike and that these words rule out. */
	readonly excludes?: readonly Cause[];
	/** A text on which it speaks, and a near miss on which it is silent: tested for every rule. */
	readonly fires: string;
	readonly silent: string;
};

/**
 * How strongly the words point to a cause: from `sure` (90) on they name its reason and leave no near cause; 60 is "usually", 40
 * "sometimes". `with` adds to that, or takes away, for each sign that is seen.
 */
export type Candidate = {
	readonly cause: Cause;
	readonly weight: number;
	readonly with?: Readonly<Partial<Record<Sign, number>>>;
};

/** Whose words a text is in; shown to the user, since a foreign speaker is often the finding itself. */
export type Speaker =
	| 'Claude Code'
	| 'Anthropic'
	| 'OpenAI'
	| 'OpenRouter'
	| 'LiteLLM'
	| 'new-api or one-api'
	| 'a relay'
	| 'Z.ai or Zhipu'
	| 'Moonshot (Kimi)'
	| 'MiniMax'
	| 'DeepSeek'
	| 'Alibaba Cloud'
	| 'Ollama'
	| 'LM Studio'
	| 'vLLM'
	| 'Azure'
	| 'Amazon Bedrock'
	| 'Google Cloud'
	| 'claude-code-router'
	| 'a Claude Code proxy'
	| 'Node or Bun'
	| 'the shell'
	| 'an HTTP proxy'
	| 'a server';

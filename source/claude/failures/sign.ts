/** What is known beside the words: the HTTP status, where the request goes, what credential it carries, and this machine. */
export type Sign = `status:${number}` | `at:${Host}` | `holds:${Holding}` | `here:${Local}`;

/** Who is at the address. `gateway` is anyone but Anthropic and the clouds; `unknown` is said where no address is known. */
export type Host =
	| 'anthropic'
	| 'gateway'
	/** A vendor that issues the keys itself; also a gateway, seen from Anthropic. */
	| 'vendor'
	| 'local'
	| 'unknown'
	| 'leftover'
	/** The address ends in /v1 or /v1/messages, which Claude Code appends itself. */
	| 'v1'
	/** The address is that of OpenAI's protocol. */
	| 'openai-path'
	/** The address names the very call of OpenAI's protocol, which no client of Anthropic's can use. */
	| 'chat-path'
	/** 0.0.0.0, where a server listens and no client can go. */
	| 'zero'
	| 'zai'
	| 'kimi'
	| 'minimax'
	| 'deepseek'
	| 'alibaba'
	| 'openrouter'
	| 'openai'
	| 'litellm'
	| 'relay'
	| 'ollama'
	| 'lm-studio'
	| 'vllm'
	| 'azure'
	| 'bedrock'
	| 'vertex'
	| 'router'
	| 'proxy'
	| 'ark'
	| 'mimo'
	| 'siliconflow'
	/** A program other than Claude Code that asks Anthropic. */
	| 'other-client';

export type Holding =
	| 'helper'
	| 'subscription'
	| 'setup-token'
	| 'console-key'
	| 'router-key'
	| 'proxy-key'
	/** Of a coding or token plan, which has an address of its own. */
	| 'plan-key'
	/** Issued by somebody else, or by a sibling of this host. */
	| 'foreign-key'
	/** Issued by the same vendor's other platform: mainland or international, .cn or .ai. */
	| 'sibling-key'
	/** A stray key beside the login, or two credentials at once. */
	| 'stray-key'
	| 'two'
	| 'keychain'
	/** A saved login that answers for a gateway's key: signing out mends it. */
	| 'login-in-the-way'
	| 'declined'
	/** The same key is good in another program, so it is good. */
	| 'works-elsewhere'
	/** Which header or variable it is in was found worth telling. */
	| 'header-told'
	/** Said to be dead: revoked, deleted, wrong. */
	| 'dead'
	| 'damaged'
	| 'cloud'
	| 'none'
	| 'unknown';

/** Facts of this machine, given as data by the caller (`--here`). */
export type Local =
	| 'key-set'
	| 'token-set'
	| 'both-set'
	| 'key-empty'
	| 'token-empty'
	| 'helper'
	| 'login'
	| 'login-expired'
	| 'base-url'
	| 'proxy'
	| 'nothing'
	| 'settings-broken'
	/** The headers that went out with something in them, where that is known. */
	| 'sent-bearer'
	| 'sent-key'
	/** The certificate of every server is replaced on the way. */
	| 'intercepted'
	| 'key-declined'
	| 'cloud';

import type {Normalised} from './normalise.ts';
import type {Holding, Host, Local, Sign} from './sign.ts';
import {statusOf} from './status.ts';

/** What the caller knows beside the text. Free words are welcome: "LiteLLM proxy", "Max login". */
export type Context = {
	readonly status?: number;
	readonly baseUrl?: string;
	readonly credential?: string;
	readonly here?: readonly Local[];
};

export function signsOf(text: Normalised, context: Context): ReadonlySet<Sign> {
	const signs = new Set<Sign>();
	const status = context.status ?? statusOf(text);
	if (status !== null) signs.add(`status:${status}`);
	for (const host of hostsOf(context.baseUrl, text)) signs.add(`at:${host}`);
	for (const holding of holdingsOf(context.credential ?? '')) signs.add(`holds:${holding}`);
	for (const local of context.here ?? []) signs.add(`here:${local}`);
	const told = `${context.baseUrl ?? ''} ${context.credential ?? ''}`.toLowerCase();
	if (throughProxy.test(told)) signs.add('here:proxy');
	if (leftOver.test(told)) signs.add('at:leftover');
	if (otherProgram.test(told)) signs.add('at:other-client');
	if (intercepted.test(told)) signs.add('here:intercepted');
	return signs;
}

/** Words of an HTTP proxy on the way, which is not a gateway that is called a proxy. */
const throughProxy =
	/https?_proxy|all_proxy|no_proxy|\b(?:system|corporate|company|https?|socks\d?|forward|global|local http) proxy\b|(?<![\w-])proxy (?:port|variables?|(?:is )?set)\b|(?:through|behind) (?:a |an |the )?(?:http )?proxy\b|\bclash\b|\bvpn\b|(?:127\.0\.0\.1|localhost):(?:7890|7897|1080|1080[89]|3128|8888)\b/;

/** A middlebox that signs certificates anew. */
const intercepted = /zscaler|netskope|(?:ssl|tls)[- ](?:inspect|intercept)|corporate (?:ca|certificate)|palo alto|fortigate|\bmitm\b/;

const leftOver =
	/base_?url (?:\w+ ){0,3}(?:left|still|remain)|left ?over (?:base|address)|\bintended\b|\bthough .{0,40}(?:wanted|meant|run|asked)\b|\bold (?:relay|gateway|router|proxy|address|url|setup)\b|(?:no longer|not) (?:used|running) ?(?:any ?more)?|(?:left|still) in (?:settings|the shell|~)/;

/** A program other than Claude Code, in words about the credential. */
const otherProgram =
	/third-party app|\b(?:in|inside|by|with|through|for) (?:opencode|openclaw|hermes|cline|roo|zed|cursor|kilo|cherry|another (?:app|program|client|tool))/;

/** Without an address from the caller, addresses written in the text say where it went. */
function hostsOf(baseUrl: string | undefined, text: Normalised): ReadonlySet<Host> {
	const stated = baseUrl?.toLowerCase().trim() ?? '';
	const words = stated === '' ? addressesIn(text) : stated;
	const found = new Set<Host>();
	for (const [host, pattern] of hosts) if (pattern.test(words)) found.add(host);
	// A text shows the path of the request; only the caller knows whether the base URL ended in /v1.
	if (stated === '') found.delete('v1');
	if (found.size === 0 && words.trim() === '') found.add('unknown');
	const foreign = words.trim() !== '' && !found.has('anthropic') && !['bedrock', 'vertex', 'azure'].some(cloud => found.has(cloud as Host));
	if (foreign || found.has('litellm') || found.has('relay') || found.has('proxy') || found.has('router')) found.add('gateway');
	if (vendors.some(vendor => found.has(vendor))) found.add('vendor');
	return found;
}

function addressesIn(text: Normalised): string {
	const urls = (text.flowed.match(/https?:\/\/[^\s"'<>]+/g) ?? []).filter(url => !helpPage.test(url));
	return [...urls, ...(text.flowed.match(vendorNamed) ?? [])].join(' ');
}

/** A vendor named as the one that answered, not as part of a model's name. */
const vendorNamed =
	/\b(?:minimax|mimo|siliconflow|deepseek|moonshot|kimi|dashscope|openrouter|zhipu|z\.ai|ollama|lm studio|vllm|litellm)(?=:? (?:\(\w+\) )?(?:api|provider|proxy|platform|error|completion)\b)|(?:error from|provider:) (?:minimax|siliconflow|deepseek|moonshot|kimi|dashscope|openrouter|zhipu|ollama)\b/g;

const vendors: readonly Host[] = ['zai', 'kimi', 'minimax', 'deepseek', 'alibaba', 'openrouter', 'openai', 'ark', 'siliconflow', 'mimo'];

/** Addresses that vendors print as help, which say nothing of where the request went. */
const helpPage =
	/docs\.|\/docs|\/help|billing|settings|usage|platform\.openai\.com\/account|console\.|upgrade|oauth|support|error-code|github\.com/;

const hosts: readonly (readonly [Host, RegExp])[] = [
	['anthropic', /api\.anthropic\.com|platform\.claude\.com|claude\.ai|^anthropic$/],
	['leftover', /left ?over|stale|left in|old address|earlier|previous/],
	['v1', /\/v1(?:\/messages)?\/?(?=$|[\s,;)])/],
	['chat-path', /chat\/completions/],
	['openai-path', /chat\/completions|\/openai(?:\/|$)|compatible-mode|\/paas\/v4/],
	['zero', /\b0\.0\.0\.0/],
	[
		'local',
		/localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal|\/\/(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^:\d{2,5}|local/,
	],
	['zai', /\bz\.ai|bigmodel|zhipu|智谱|\bglm\b/],
	['kimi', /moonshot|kimi/],
	['minimax', /minimax/],
	['deepseek', /deepseek/],
	['alibaba', /dashscope|aliyun|alibaba|bailian|百炼|maas\.aliyuncs|qwen(?! oauth)/],
	['openrouter', /openrouter/],
	['ark', /volces\.com|volcengine|火山|\bark\b/],
	['mimo', /xiaomimimo|\bmimo\b/],
	['siliconflow', /siliconflow|硅基流动/],
	[
		'vendor',
		/mistral|fireworks|groq|together\.(?:ai|xyz)|\bx\.ai|huggingface|cerebras|nvidia|modelscope|hunyuan|qianfan|stepfun|deepinfra|novita|sambanova/,
	],
	['other-client', /opencode|hermes|openclaw|\bcline\b|\broo\b|kilo ?code|\bzed\b|third-party app|cherry studio/],
	['openai', /api\.openai\.com|^openai$/],
	['litellm', /litellm|:4000\b/],
	[
		'relay',
		/new-?api|one-?(?:api|hub)|relay|中转|sub2api|reseller|packycode|aihubmix|dmxapi|anyrouter|agentrouter|88code|yes\.vg|veloera|done-?hub/,
	],
	['ollama', /ollama|:11434/],
	['lm-studio', /lm ?studio|:1234\b/],
	['vllm', /vllm|sglang|llama\.cpp|llama-server/],
	['azure', /azure|foundry|cognitiveservices/],
	['bedrock', /bedrock|amazonaws/],
	['vertex', /vertex|aiplatform|googleapis/],
	['router', /claude-code-router|\bccr\b|:3456\b|musistudio/],
	[
		'proxy',
		/claude-code-proxy|free-claude-code|cliproxyapi|copilot-api|kiro|antigravity|proxy|gateway|:8082\b|:8317\b|:4141\b|anyclaude|ccproxy|9router|omniroute|aiclient2api|cc-router|ccflare|claudish|cc-switch|llmgateway|bifrost|portkey/,
	],
];

/** The contract's four names, and the words people use for them. */
function holdingsOf(credential: string): ReadonlySet<Holding> {
	const words = credential.toLowerCase();
	const found = new Set<Holding>();
	for (const [holding, pattern] of holdings) if (pattern.test(words)) found.add(holding);
	if (found.size === 0) found.add('unknown');
	return found;
}

const holdings: readonly (readonly [Holding, RegExp])[] = [
	['helper', /helper/],
	['setup-token', /setup-?token|sk-ant-oat|claude_code_oauth_token/],
	['subscription', /subscription|\bmax\b|\bpro\b|\bteam\b|enterprise|claude\.ai|oauth|\blogin\b|claude account|setup-?token|subscriber/],
	['console-key', /console|sk-ant-api|anthropic api key|^api key$/],
	['plan-key', /(?:coding|token|code|agent)[- ]?plan|\bmember\b|\b(?:sk-(?:sp|kimi|cp)|tp)-|套餐/],
	[
		'foreign-key',
		/\b(?:key|token) (?:of|from|for) (?:the |an?)?\s?(?!anthropic)|another (?:vendor|product|service|platform|region)|mainland|international|sk-or-|nvapi-|general key/,
	],
	[
		'sibling-key',
		/mainland|international|domestic|global platform|other (?:region|platform|site)|another (?:\w+ )?(?:platform|region|site)|(?:key|token) (?:of|from|for) (?:the )?\S*(?:\.cn|\.com|\.ai|\.io)\b|中国站|国际站|国内版|海外版/,
	],
	[
		'stray-key',
		/anthropic_(?:api_key|auth_token) (?:\w+ ){0,3}(?:set|found|in|left)|(?:stray|leftover|left over|old) (?:\w+ ){0,2}(?:key|variable|env)|\bkey in (?:bash|zsh|the|shell|profile)|and (?:an? )?(?:old |stray |leftover )?anthropic_(?:api_key|auth_token)|env(?:ironment)? (?:key|var)/,
	],
	['two', /both|anthropic_auth_token and anthropic_api_key|anthropic_api_key and anthropic_auth_token|and another/],
	['keychain', /keychain|keyring|over ssh|\bssh\b|not (?:written|stored|saved|persisted)|no credentials file|launchd|container/],
	[
		'login-in-the-way',
		/shadows|log ?out (?:fixed|solved|solves|helped|helps|mended)|(?:hides|hiding) the (?:gateway|proxy|key)|managed key/,
	],
	[
		'works-elsewhere',
		/\bcurl (?:works|is fine|gives 200|with (?:it|the key) works)|\bworks (?:fine )?(?:in|with|from|using) (?:curl|cline|cursor|cherry|postman|python|another|other|the sdk|roo|chatbox|opencode)|\bworks elsewhere/,
	],
	[
		'header-told',
		/\b(?:key|token|credential)\b.{0,24}\b(?:in|as) (?:the |an? )?(?:anthropic_(?:api_key|auth_token)|x-api-key|bearer|authorization|token)\b/,
	],
	['dead', /\b(?:dead|revoked|deleted|wrong value|invalid)\b/],
	['declined', /answered no|declined|not approved|rejected/],
	['damaged', /line break|newline|incomplete|truncat|quote|trailing|whitespace|copied|in front of/],
	['router-key', /router-key|openrouter|sk-or-/],
	['proxy-key', /proxy-key|proxy|virtual key|relay|gateway|master key|\bcr_|reseller|new-api|dummy|custom token/],
	['cloud', /\baws\b|\bsso\b|\bsts\b|\biam\b|\bgcp\b|\badc\b|service account|bedrock|vertex|azure|entra/],
	['none', /^none|^no\b|unset|not set|empty|not (?:handed|passed|seen)|not given/],
];

/**
 * Known shapes of credentials: the first that fits counts, so what is certain stands before what is only likely. A regular
 * expression that fits too much is worse than none: relays invent their own shapes, and an unknown one is no mistake.
 */
export type Shape = {
	/** Permanent, as in facts and tests. */
	readonly id: string;
	readonly pattern: RegExp;
	/** The whole shape where it is known; a text that fails it is most likely cut off. */
	readonly whole: RegExp | null;
	/** As in "This is …". */
	readonly meaning: string;
	/** Whose host takes it; null where the shape cannot tell. */
	readonly owner: string | null;
	readonly use: Use;
	/** Where it might belong, by id of the provider catalogue, most likely first. */
	readonly providers: readonly string[];
	/** Does the shape alone prove it? */
	readonly certain: boolean;
};

/**
 * What Claude Code can do with it. `upstream`: only a translating proxy can, in its own configuration. `elsewhere`: another
 * variable or product takes it. `never`: nobody should paste it anywhere.
 */
export type Use =
	| {readonly kind: 'console-key'}
	| {readonly kind: 'subscription-token'}
	| {readonly kind: 'router-key'}
	| {readonly kind: 'upstream'}
	| {readonly kind: 'elsewhere'; readonly advice: string}
	| {readonly kind: 'never'; readonly advice: string};

const consoleKey: Use = {kind: 'console-key'};
const routerKey: Use = {kind: 'router-key'};
const upstream: Use = {kind: 'upstream'};
const elsewhere = (advice: string): Use => ({kind: 'elsewhere', advice});
const never = (advice: string): Use => ({kind: 'never', advice});

const bedrock = elsewhere('It belongs into AWS_BEARER_TOKEN_BEDROCK, together with CLAUDE_CODE_USE_BEDROCK=1.');
const notForModels = never('It is no key for a model.');

type Row = readonly [
	id: string,
	pattern: RegExp,
	meaning: string,
	owner: string | null,
	use: Use,
	providers?: readonly string[],
	whole?: RegExp,
];

const certain: readonly Row[] = [
	['private-key', /^-----BEGIN [A-Z ]*PRIVATE KEY/, 'a private key', null, never('Claude Code takes no private keys.')],
	[
		'gcp-sa-json',
		/^\s*\{[\s\S]*"type"\s*:\s*"service_account"/,
		'a Google service account file',
		'Google',
		elsewhere('Name its file in GOOGLE_APPLICATION_CREDENTIALS.'),
	],
	[
		'claude-credentials-json',
		/^\s*\{[\s\S]*"claudeAiOauth"/,
		"the whole file of Claude's saved login",
		'Anthropic',
		never('For a machine without a browser, claude setup-token makes a token of its own.'),
	],
	[
		'anthropic-api',
		/^sk-ant-api\d{2}-[\w-]{20,}$/,
		'an Anthropic Console key',
		'Anthropic',
		consoleKey,
		['anthropic'],
		/^sk-ant-api03-[\w-]{93}AA$/,
	],
	[
		'anthropic-admin',
		/^sk-ant-admin\d{2}-[\w-]{20,}$/,
		'an Admin key of an Anthropic organisation',
		'Anthropic',
		never('It manages accounts and cannot ask a model. Make an API key in the Console; if this one was pasted in public, revoke it.'),
	],
	[
		'anthropic-oat',
		/^sk-ant-oat\d{2}-[\w-]{20,}$/,
		'a token of a Claude subscription',
		'Anthropic',
		{kind: 'subscription-token'},
		['anthropic'],
	],
	[
		'anthropic-ort',
		/^sk-ant-ort\d{2}-[\w-]{20,}$/,
		'the refresh token of a Claude login',
		'Anthropic',
		never('It belongs in no variable. Sign in with claude auth login, or make a token with claude setup-token.'),
	],
	[
		'anthropic-sid',
		/^sk-ant-sid\d{2}-[\w-]{20,}$/,
		'the cookie of a claude.ai browser session',
		'Anthropic',
		never('It belongs in no variable. Sign in with claude auth login.'),
	],
	['anthropic-other', /^sk-ant-(?:usr|svc)[A-Za-z0-9]*-[\w-]{20,}$/, 'an Anthropic Console key', 'Anthropic', consoleKey, ['anthropic']],
	['openrouter', /^sk-or-v1-[A-Za-z0-9]{20,}$/, 'an OpenRouter key', 'OpenRouter', routerKey, ['openrouter'], /^sk-or-v1-[0-9a-f]{64}$/],
	['vercel-gateway', /^vck_[A-Za-z0-9]{20,}$/, 'a key of the Vercel AI Gateway', 'Vercel', routerKey, ['vercel-ai-gateway']],
	[
		'helicone',
		/^sk-helicone-[A-Za-z0-9-]{10,}$/,
		'a Helicone key',
		'Helicone',
		elsewhere('It goes into a header of its own, Helicone-Auth, beside the key for the model.'),
	],
	['kimi-code', /^sk-kimi-[A-Za-z0-9]{10,}$/, 'a Kimi Code membership key', 'Moonshot', routerKey, ['kimi-code']],
	['alibaba-coding', /^sk-sp-[\w-]{8,}$/, "a key of Alibaba's Coding Plan", 'Alibaba', routerKey, ['dashscope-coding-plan']],
	['minimax-plan', /^sk-cp-[\w-]{20,}$/, "a key of MiniMax's plan", 'MiniMax', routerKey, ['minimax-intl', 'minimax-cn']],
	['mimo-plan', /^tp-[A-Za-z0-9]{10,}$/, "a key of Xiaomi MiMo's plan", 'Xiaomi', routerKey, ['xiaomi-mimo-token-plan']],
	['fireworks', /^fw_[A-Za-z0-9]{10,}$/, 'a Fireworks key', 'Fireworks', routerKey, ['fireworks']],
	['langfuse', /^(?:sk|pk)-lf-[0-9a-f-]{36}$/, 'a Langfuse key', 'Langfuse', notForModels],
	['linkassistant', /^la_sk_[A-Za-z0-9]{8,}$/, 'a token of a link-assistant router', 'link-assistant', routerKey],
	['openai-project', /^sk-proj-[\w-]{20,}$/, 'an OpenAI key', 'OpenAI', upstream, ['openai'], /^sk-proj-[\w-]{58,74}T3BlbkFJ[\w-]{58,74}$/],
	['openai-svcacct', /^sk-svcacct-[\w-]{20,}$/, 'an OpenAI service account key', 'OpenAI', upstream, ['openai']],
	['openai-admin', /^sk-admin-[\w-]{20,}$/, 'an Admin key of an OpenAI organisation', 'OpenAI', notForModels],
	['openai-legacy', /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/, 'an OpenAI key', 'OpenAI', upstream, ['openai']],
	[
		'github',
		/^(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255})$/,
		'a GitHub token',
		'GitHub',
		never('A Copilot bridge signs in by itself and gives Claude Code any word for a token.'),
	],
	['gitlab', /^glpat-[\w.-]{20,}$/, 'a GitLab token', 'GitLab', notForModels],
	[
		'aws-akid',
		/^(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z2-7]{16}$/,
		'the id of an AWS access key, half of a pair',
		'AWS',
		elsewhere('It belongs into AWS_ACCESS_KEY_ID, together with CLAUDE_CODE_USE_BEDROCK=1.'),
	],
	['bedrock-long', /^ABSK[A-Za-z0-9+/]{109,269}={0,2}$/, 'an Amazon Bedrock key', 'AWS', bedrock],
	['bedrock-short', /^bedrock-api-key-[A-Za-z0-9+/=]{20,}/, 'a Bedrock key that lasts twelve hours', 'AWS', bedrock],
	['databricks', /^dapi[a-f0-9]{32}(?:-\d)?$/, 'a Databricks token', 'Databricks', routerKey, ['databricks']],
	['zhipu', /^[0-9a-f]{32}\.[A-Za-z0-9]{16}$/, 'a key of Z.ai or Zhipu', 'Z.ai', routerKey, ['zai', 'zhipu-bigmodel']],
	['groq', /^gsk_[A-Za-z0-9]{20,}$/, 'a Groq key', 'Groq', upstream, ['groq'], /^gsk_[A-Za-z0-9]{52}$/],
	['xai', /^xai-\w{20,}$/, 'an xAI key', 'xAI', upstream, ['xai'], /^xai-\w{80}$/],
	['huggingface', /^(?:hf_|api_org_)[A-Za-z0-9]{30,}$/, 'a Hugging Face token', 'Hugging Face', upstream, ['huggingface']],
	['nvidia', /^nvapi-[\w-]{40,}$/, 'an NVIDIA key', 'NVIDIA', upstream, ['nvidia-nim'], /^nvapi-[\w-]{64}$/],
	['google-ai', /^AIza[\w-]{30,}$/, 'a Google key', 'Google', upstream, ['gemini'], /^AIza[\w-]{35}$/],
	[
		'google-oauth',
		/^ya29\.[\w-]{20,}$/,
		'a Google token that lasts an hour',
		'Google',
		elsewhere('Vertex takes gcloud application-default credentials, together with CLAUDE_CODE_USE_VERTEX=1.'),
	],
	['perplexity', /^pplx-[A-Za-z0-9]{48}$/, 'a Perplexity key', 'Perplexity', upstream],
	['together', /^tgp_v1_[\w-]{20,}$/, 'a Together key', 'Together', upstream, ['together']],
	['cerebras', /^csk-[A-Za-z0-9]{20,}$/, 'a Cerebras key', 'Cerebras', upstream, ['cerebras']],
	['replicate', /^r8_[\w-]{37}$/, 'a Replicate token', 'Replicate', notForModels],
	['modelscope', /^ms-[0-9a-f-]{20,}$/, 'a ModelScope token', 'ModelScope', routerKey, ['modelscope']],
	['baidu', /^bce-v3\/[A-Za-z0-9-]+\/[a-f0-9]{20,}$/, 'a Baidu Qianfan key', 'Baidu', routerKey, ['qianfan-coding']],
	['elevenlabs', /^sk_[a-f0-9]{48}$/, 'an ElevenLabs key', 'ElevenLabs', notForModels],
	[
		'cloudflare-v2',
		/^cf[ua]t_[A-Za-z0-9]{40}[a-f0-9]{8}$/,
		'a Cloudflare token',
		'Cloudflare',
		elsewhere('It goes into a header of its own, cf-aig-authorization, beside the key for the model.'),
	],
	[
		'oauth-code',
		/^[\w-]{20,}#[\w-]{20,}$/,
		'the one-time code of the login page',
		'Anthropic',
		never('It belongs into the question that claude auth login asks.'),
	],
];

const likely: readonly Row[] = [
	['anthropic-unknown', /^sk-ant-/, 'a credential of Anthropic of a kind the wizard does not know', 'Anthropic', consoleKey, ['anthropic']],
	['cr', /^cr_[\w-]{10,}$/, 'a key of CodeRouter or of a claude-relay-service', null, routerKey, ['coderouter', 'claude-relay-service']],
	['jwt', /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/, 'a signed token (JWT), as company gateways give', null, routerKey],
	['newapi', /^sk-[A-Za-z0-9]{48}$/, 'a key of a relay such as new-api', null, routerKey, ['new-api']],
	['sk-32', /^sk-[a-z0-9]{32}$/, 'a key of DeepSeek, Alibaba or another vendor', null, routerKey, ['deepseek']],
	['requesty', /^rqsty-sk-[A-Za-z0-9+/=_-]{20,}$/, 'a Requesty key', 'Requesty', routerKey, ['requesty']],
	[
		'azure',
		/^(?:[a-f0-9]{32}|[A-Za-z0-9]{84})$/,
		'perhaps a key of an Azure resource',
		null,
		elsewhere('Azure takes it in ANTHROPIC_FOUNDRY_API_KEY, together with CLAUDE_CODE_USE_FOUNDRY=1.'),
	],
	// Short ones such as sk-1234 are legitimate master keys of LiteLLM, so nothing is judged by its length.
	['sk-generic', /^sk-/, 'a key of a gateway or a vendor; the shape does not tell which', null, routerKey, ['litellm']],
];

const shapeOf =
	(sure: boolean) =>
	(entry: Row): Shape => {
		const [id, pattern, meaning, owner, use, providers = [], whole = null] = entry;
		return {id, pattern, whole, meaning, owner, use, providers, certain: sure};
	};

export const shapes: readonly Shape[] = [...certain.map(shapeOf(true)), ...likely.map(shapeOf(false))];

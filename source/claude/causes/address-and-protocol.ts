import type {CauseEntry} from './cause.ts';

/** Section D of the taxonomy: the address, what is spoken there, the model, and gateways between. */
export const addressAndProtocol = {
	'base-url-path': {
		title: 'The host is right, the path is not',
		why: 'Claude Code appends /v1/messages to ANTHROPIC_BASE_URL. A missing prefix such as /anthropic, or one too many, leads to a page that does not exist.',
		fix: [
			'Compare with the address in the documentation of its vendor',
			'Set it: wizard --repair --base-url …',
			'Try the forms: wizard check',
		],
		tell: "curl to BASE/v1/messages gives the same 404, and the vendor's documented path does not.",
		near: ['base-url-dup-v1', 'model-name-unknown', 'endpoint-not-implemented'],
	},
	'base-url-dup-v1': {
		title: 'The address already ends in /v1 (or /v1/messages)',
		why: 'Claude Code appends /v1/messages itself, so the request goes to /v1/v1/messages. The 404 is then shown as a problem with the model.',
		fix: ['Cut the suffix off ANTHROPIC_BASE_URL: wizard --repair'],
		tell: "The server's log shows /v1/v1/messages.",
		near: ['base-url-path', 'model-name-unknown', 'stale-base-url'],
	},
	'protocol-mismatch': {
		title: 'The two sides speak different protocols',
		why: "An endpoint for OpenAI's chat/completions was given to a client of Anthropic's Messages, or the reverse. They do not understand each other's paths and headers.",
		fix: [
			"Use the vendor's Anthropic-compatible address (the wizard lists those it knows)",
			'Or put a translating router between: LiteLLM, claude-code-router',
		],
		tell: 'chat/completions, /openai/ or /compatible-mode/ is in the address, or anthropic-version is missed.',
		near: ['base-url-path', 'model-name-unknown', 'body-field-rejected'],
	},
	'endpoint-not-implemented': {
		title: 'The gateway lacks a side call',
		why: 'Counting tokens and listing models are separate calls that many gateways do not serve. Prompts work without them.',
		fix: ['Ignore it while prompts work', 'Or update the gateway'],
		tell: 'Only count_tokens, models or the like answer 404; /v1/messages does not.',
		near: ['base-url-path', 'protocol-mismatch', 'model-name-unknown'],
	},
	'html-not-json': {
		title: 'A web page answered instead of the API',
		why: 'The address is that of a website, a login page or a block page. Its HTML cannot be read as an answer.',
		fix: [
			'Open the address in a browser to see the page',
			'Set the API address: wizard --repair --base-url …',
			'In a café or office network: sign in to the portal first',
		],
		tell: 'The text holds <!DOCTYPE or "Unexpected token \'<\'".',
		near: ['base-url-path', 'http-proxy-misroute', 'region-blocked'],
	},
	'model-name-unknown': {
		title: 'This endpoint has no model of that name',
		why: 'The name belongs to another vendor, lacks a prefix or date, or is empty. A leftover ANTHROPIC_MODEL does this as often as a typo.',
		fix: [
			"Use the endpoint's own ids: GET BASE/v1/models lists them",
			'Set all of them, the small one too: ANTHROPIC_MODEL, ANTHROPIC_DEFAULT_OPUS_MODEL, …_SONNET_…, …_HAIKU_…',
			'Clear leftovers: wizard --repair',
		],
		tell: 'Another name works with the same key. If every name fails, look at the path of the address.',
		near: ['model-unavailable', 'base-url-path', 'stale-base-url'],
	},
	'model-unavailable': {
		title: 'The model exists, but not for this key',
		why: 'The key, group, team or region is not allowed this model, or no channel serves it. The CLI adds "/login" or "temporary", and both mislead.',
		fix: [
			'Choose a model the key may use: /model, or ANTHROPIC_MODEL',
			"Have it enabled: in the gateway's key, group or team, or in the cloud's console",
			'Mind the small model too: ANTHROPIC_DEFAULT_HAIKU_MODEL',
		],
		tell: 'The message speaks of access, permission, group or channel for a named model.',
		near: ['model-name-unknown', 'account-no-access', 'cloud-permission'],
	},
	'beta-header-rejected': {
		title: 'The gateway or cloud refuses an anthropic-beta value',
		why: 'Claude Code announces experimental features in the anthropic-beta header. Bedrock, Vertex and older gateways know only some of them.',
		fix: ['export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1', 'Update the gateway'],
		tell: 'The text names anthropic-beta or one of its values.',
		near: ['body-field-rejected', 'protocol-mismatch', 'cli-too-old'],
	},
	'body-field-rejected': {
		title: 'The gateway or its upstream refuses a field of the request',
		why: 'The client and the server know different versions of the request. The credential has been accepted.',
		fix: ['Update the gateway, or claude update', 'Try CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1'],
		tell: 'The message names a field: "Extra inputs are not permitted", "Field required".',
		near: ['beta-header-rejected', 'protocol-mismatch', 'model-name-unknown'],
	},
	'client-not-allowed': {
		title: 'The server admits only certain clients',
		why: 'The relay or plan checks which program asks and refuses this one. The key is not at fault.',
		fix: ['Use the real Claude Code with this key: wizard check', 'Or use a channel or key that admits other clients'],
		tell: 'The text speaks of the client or of Claude Code only; a version floor means the CLI is too old.',
		near: ['cli-too-old', 'oauth-third-party', 'region-blocked'],
	},
	'gateway-key-unknown': {
		title: 'The gateway does not know this key',
		why: 'The gateway in between checks its own keys, and this is not one of them. A key of the vendor behind it does not help.',
		fix: ['Use a key issued by this gateway: wizard --repair --secret-stdin', 'See what is sent: wizard doctor'],
		tell: "The words are the gateway's own; if it echoes sk-ant-oat, your claude.ai login was sent.",
		near: ['gateway-oauth-collision', 'key-invalid', 'wrong-header'],
	},
	'gateway-upstream-key': {
		title: "The gateway's own key fails at its provider",
		why: 'You passed the gateway; the key it uses further on was refused. Nothing on this machine changes that, unless the gateway runs here.',
		fix: [
			'Repair the provider key inside the gateway (config.yaml, config.json, .env) and restart it',
			'If it is not yours: tell its operator',
		],
		tell: "The text names a provider or upstream; the gateway's log shows your request accepted.",
		near: ['gateway-key-unknown', 'key-invalid', 'overloaded'],
	},
} as const satisfies Record<string, CauseEntry>;

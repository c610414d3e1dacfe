import type {Rule} from './rule.ts';

/** LiteLLM's proxy: "Authentication Error, …", token_not_found_in_db, exceptions named litellm.*. */
export const litellm: readonly Rule[] = [
	{
		id: 'litellm-token-unknown',
		whose: 'LiteLLM',
		says: /token_not_found_in_db|litellm_verificationtoken|invalid proxy server token|unable to find token in cache/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 91, with: {'holds:subscription': -15}},
			{cause: 'gateway-oauth-collision', weight: 62, with: {'holds:subscription': 24, 'here:login': 15}},
			{cause: 'wrong-header', weight: 45},
		],
		why: 'LiteLLM looked the key up in its own table and did not find it.',
		fires: 'Authentication Error, Invalid proxy server token passed. Unable to find token in cache or LiteLLM_VerificationTokenTable',
		silent: 'Authentication Error, No api key passed in.',
	},
	{
		id: 'litellm-virtual-key-expected',
		whose: 'LiteLLM',
		says: /litellm virtual key expected/,
		causes: [
			{cause: 'gateway-oauth-collision', weight: 62, with: {'holds:subscription': 28, 'here:login': 15}},
			{cause: 'gateway-key-unknown', weight: 68},
			{cause: 'wrong-product-key', weight: 55},
		],
		why: "Something that is no LiteLLM key came first: another product's key, or the claude.ai login.",
		fires: "LiteLLM Virtual Key expected. Received=eyJh****, expected to start with 'sk-'.",
		silent: 'LiteLLM: model expected',
	},
	{
		id: 'litellm-key-blocked',
		whose: 'LiteLLM',
		says: /\bkey is blocked|\/key\/unblock/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 91},
			{cause: 'key-invalid', weight: 70},
		],
		why: 'The gateway knows the key, and its admin has blocked it.',
		fires: 'Authentication Error, Key is blocked. Update via `/key/unblock` if you are an admin.',
		silent: 'Your request was blocked.',
	},
	{
		id: 'litellm-expired-key',
		whose: 'LiteLLM',
		says: /authentication error.{0,20}expired key|expired key\. key expiry/,
		causes: [
			{cause: 'key-invalid', weight: 72},
			{cause: 'gateway-key-unknown', weight: 68},
		],
		why: 'The gateway knows the key, and its time is over.',
		fires: 'Authentication Error - Expired Key. Key Expiry time 2025-01-01',
		silent: 'Authentication Error, Invalid proxy server token passed.',
	},
	{
		id: 'litellm-model-unknown',
		whose: 'LiteLLM',
		says: /invalid model name passed in model=|llm provider not provided|there are no healthy deployments|no deployments available|call `?'?\/v1\/models/,
		causes: [
			{cause: 'model-name-unknown', weight: 92},
			{cause: 'model-unavailable', weight: 60},
		],
		why: "model_name in LiteLLM's config must equal what Claude Code asks for.",
		fires: 'Invalid model name passed in model=claude-3-5-haiku. Call `/v1/models` to view available models for your key.',
		silent: 'key not allowed to access model',
	},
	{
		id: 'litellm-upstream-auth',
		whose: 'LiteLLM',
		says: /litellm\.authenticationerror|litellm\.exceptions\.authenticationerror|(?:anthropic|openai|openrouter|gemini|bedrock|vertex_?ai|azure)(?:ai)?exception.{0,60}(?:invalid|incorrect|unauthori|401|authenti)/,
		unless: /proxy server token|virtual key|missing anthropic api key|header is required|provided: (?:sk-or|sk-ant)/,
		causes: [
			{cause: 'gateway-upstream-key', weight: 88},
			{cause: 'key-invalid', weight: 60},
			{cause: 'gateway-oauth-collision', weight: 35, with: {'holds:subscription': 20}},
		],
		why: "litellm.AuthenticationError is raised when the provider behind refuses LiteLLM's own key.",
		fires:
			'litellm.AuthenticationError: AnthropicException - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
		silent: 'litellm.BadRequestError: Invalid model',
	},
	{
		id: 'litellm-own-key-missing',
		whose: 'LiteLLM',
		says: /a call is being made to \w+ but no key is set|litellm_?proxyexception - missing credentials|anthropic_messages\(\) missing|litellm.{0,120}api_key client option must be set/,
		causes: [
			{cause: 'gateway-upstream-key', weight: 91},
			{cause: 'empty-key', weight: 66},
		],
		why: 'LiteLLM accepted the client and has no key of its own for the provider.',
		excludes: ['empty-key', 'wrong-header', 'not-logged-in'],
		fires: 'AnthropicException - Missing Anthropic API Key - A call is being made to anthropic but no key is set',
		silent: 'Authentication Error, No api key passed in.',
	},
	{
		id: 'litellm-sign-in-again',
		whose: 'LiteLLM',
		says: /sign in again.{0,200}(?:proxy server token|litellm)/,
		causes: [
			{cause: 'gateway-oauth-collision', weight: 93},
			{cause: 'gateway-key-unknown', weight: 70},
		],
		why: 'The app asks for a login while LiteLLM answers: the login was sent to the gateway.',
		excludes: ['gateway-key-unknown'],
		fires: 'Sign in again to continue. 401 Authentication Error, Invalid proxy server token passed.',
		silent: '401 Authentication Error, Invalid proxy server token passed.',
	},
];

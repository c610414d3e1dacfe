import type {Rule} from './rule.ts';

/** Several projects are called claude-code-proxy; each has a door of its own. */
export const claudeCodeProxy: readonly Rule[] = [
	{
		id: 'proxy-door',
		whose: 'a Claude Code proxy',
		says: /please provide a valid anthropic api key/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 92},
			{cause: 'key-invalid', weight: 55},
		],
		why: 'The proxy compares your key with its own ANTHROPIC_API_KEY, which is a password of its operator.',
		fires: 'Invalid API key. Please provide a valid Anthropic API key.',
		silent: 'Invalid API key. Please check your OPENAI_API_KEY configuration.',
	},
	{
		id: 'proxy-upstream',
		whose: 'a Claude Code proxy',
		says: /please check your openai_api_key configuration/,
		causes: [{cause: 'gateway-upstream-key', weight: 94}],
		why: "The proxy's own key for its provider was refused.",
		fires: 'Invalid API key. Please check your OPENAI_API_KEY configuration.',
		silent: 'Invalid API key. Please provide a valid Anthropic API key.',
	},
	{
		id: 'router-provider',
		whose: 'claude-code-router',
		says: /error from provider ?\([^)]*: ?40[13]\)|provider_response_error.{0,40}40[13]/,
		causes: [
			{cause: 'gateway-upstream-key', weight: 88},
			{cause: 'key-invalid', weight: 60},
			{cause: 'model-unavailable', weight: 45},
		],
		why: 'claude-code-router names the provider that refused its key.',
		fires: 'Error from provider(deepseek,deepseek-chat: 401): Authentication Fails',
		silent: 'Error from provider(zai,glm-4.6: 429): 1113',
	},
	{
		id: 'relay-route',
		whose: 'a relay',
		says: /route \S+ not found|cannot (?:post|get|head) \/|no route matched|no static resource|path not found|route not found/,
		unless: /count_tokens|\/v1\/v1\//,
		causes: [
			{cause: 'base-url-path', weight: 91},
			{cause: 'base-url-dup-v1', weight: 60},
			{cause: 'endpoint-not-implemented', weight: 50},
		],
		why: 'The server names a path it does not have.',
		fires: 'Route /v1/messages?beta=true not found',
		silent: 'Cannot POST /v1/v1/messages',
	},
	{
		id: 'gateway-access-log',
		whose: 'a Claude Code proxy',
		says: /"(?:post|get|head) \S+ http\/\d\.\d" 401|access attempt with invalid|verify_\w*api_?key|client (?:auth|key).{0,20}(?:failed|rejected)/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 84},
			{cause: 'wrong-header', weight: 55},
			{cause: 'empty-key', weight: 50},
		],
		why: "The line is of a gateway's own log: its door refused the client.",
		fires: 'INFO: 127.0.0.1:56030 - "POST /v1/messages HTTP/1.1" 401 Unauthorized',
		silent: 'INFO: 127.0.0.1:56030 - "POST /v1/messages HTTP/1.1" 404 Not Found',
	},
	{
		id: 'upstream-page-not-found',
		whose: 'a Claude Code proxy',
		says: /upstream (?:provider|error).{0,160}(?:404|not found)/,
		causes: [
			{cause: 'model-name-unknown', weight: 78},
			{cause: 'base-url-path', weight: 60},
			{cause: 'gateway-upstream-key', weight: 45},
		],
		why: 'The proxy reached its provider, which has no such model (or no such path) for it.',
		fires: 'Upstream provider NIM returned HTTP 404. Upstream error: 404 page not found',
		silent: 'Upstream provider NIM returned HTTP 401.',
	},
	{
		id: 'gateway-says-so',
		whose: 'a Claude Code proxy',
		says: /gateway rejected the configured credential|认证失败: .{0,30}gateway token/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 90},
			{cause: 'gateway-oauth-collision', weight: 66},
			{cause: 'wrong-header', weight: 50},
		],
		why: 'The text says that the gateway refused what was configured for it.',
		fires: 'Gateway rejected the configured credential (HTTP 401).',
		silent: 'Gateway started',
	},
];

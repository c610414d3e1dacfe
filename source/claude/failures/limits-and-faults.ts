import type {Rule} from './rule.ts';

/** Windows of a plan, limits per minute, and the server's own load: three things that 429 and 5xx mix up. */
export const limitsAndFaults: readonly Rule[] = [
	{
		id: 'anthropic-plan-limit',
		whose: 'Anthropic',
		says: /(?:quota|limit) (?:reached|exceeded).{0,160}resets? (?:in|at)|(?:hit|reached|exceeded) (?:your|the|its) (?:\S+ ){0,2}(?:usage |session |weekly |5-hour )?limit|usage limit (?:reached|exceeded|has been)|account's rate limit|limit (?:will )?resets?(?: at| in)?|(?:5|five)[- ]hour (?:usage |session )?limit|weekly (?:usage )?limit|(?:session|opus|sonnet) limit reached|(?:使用|用量)(?:上限|限额)|限额将在|小时的使用上限/,
		unless:
			/rate limit of \d|(?:daily|hourly|per-\w+) rate limit|login reached|not available with|(?:tokens?|requests?)? ?per[- ](?:minute|min)|concurren|spend(?:ing)? limit|credit|budget|balance/,
		causes: [
			{cause: 'usage-limit', weight: 92, with: {'at:other-client': -20}},
			{cause: 'oauth-third-party', weight: 30, with: {'at:other-client': 50}},
			{cause: 'rate-limited', weight: 60},
			{cause: 'credits-exhausted', weight: 55},
		],
		why: "The text names the plan's window or its reset.",
		fires: "You've hit your limit · resets 11:30am (Asia/Calcutta)",
		silent: 'Number of request tokens has exceeded your per-minute rate limit: 20,000 tokens per minute',
	},
	{
		id: 'anthropic-extra-usage',
		whose: 'Anthropic',
		says: /out of (?:extra )?usage|extra usage (?:is )?required|usage credits required|turn on usage credits/,
		causes: [
			{cause: 'usage-limit', weight: 80, with: {'at:other-client': -14}},
			{cause: 'oauth-third-party', weight: 70, with: {'at:other-client': 18}},
			{cause: 'model-unavailable', weight: 50},
			{cause: 'credits-exhausted', weight: 55},
		],
		why: 'What the plan does not cover is paid extra: use beyond its window, other programs than Claude Code, and the long context.',
		fires: "You're out of extra usage. Add more at claude.ai/settings/usage and keep going.",
		silent: 'You have hit your limit',
	},
	{
		id: 'anthropic-rate-limit',
		whose: 'a server',
		says: /rate limit of \d|(?:daily|hourly|per-\w+) rate limit|per[- ]minute|(?:requests|tokens) per (?:min|second)|\b(?:rpm|tpm)\b|concurren(?:t|cy)|请求(?:过于频繁|频率|太频繁|过多)|速率限制|并发|每分钟|throttling|too many tokens, please wait|quota exceeded for \S*(?:requests|tokens)_per|maximum concurren|parallel request|max rpm|resets? .{0,10}requests per/,
		unless: /account's rate limit|(?:key|app|权限)校验|throttling\.allocationquota|insufficient/,
		causes: [
			{cause: 'rate-limited', weight: 91},
			{cause: 'usage-limit', weight: 60},
			{cause: 'overloaded', weight: 50},
		],
		why: 'The words are of minutes or of requests at the same time.',
		fires: 'This request would exceed the rate limit of 50,000 input tokens per minute.',
		silent: "This request would exceed your account's rate limit.",
	},
	{
		id: 'anthropic-rate-limit-plain',
		whose: 'a server',
		says: /rate_limit_error|rate limit|too many requests|request rejected \(429\)|resource_exhausted|resource has been exhausted/,
		causes: [
			{cause: 'rate-limited', weight: 59},
			{cause: 'usage-limit', weight: 58, with: {'holds:subscription': 14, 'holds:console-key': -8}},
			{cause: 'credits-exhausted', weight: 40},
		],
		why: 'A limit was met; the text does not say of which kind.',
		fires: '{"type":"rate_limit_error","message":"Error"}',
		silent: '{"type":"api_error","message":"Error"}',
	},
	{
		id: 'server-overloaded',
		whose: 'a server',
		says: /overloaded|upstream connect error|reset before headers|connection termination|internal server error|service (?:is )?(?:temporarily )?unavailable|server (?:is )?(?:busy|at capacity|overload)|at capacity|upstream_error.{0,60}(?:temporar|unavailable)|bad gateway|api_error","message":"internal|(?:服务|系统|负载).{0,6}(?:繁忙|过载|饱和|异常)|稍后(?:再试|重试)|\b5(?:20|22|24|29)\b.{0,30}(?:error|cloudflare|web server|timeout|overload)/,
		unless: /model_not_found|无可用|no available channel|无效|令牌|余额|额度|<!doctype|exhausted your capacity/,
		causes: [
			{cause: 'overloaded', weight: 91, with: {'at:local': -20, 'at:gateway': -6, 'status:401': -20, 'status:400': -20}},
			{cause: 'rate-limited', weight: 50},
			{cause: 'gateway-upstream-key', weight: 30, with: {'at:gateway': 20}},
		],
		why: 'The server speaks of its own fault or load.',
		fires: '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
		silent: '分组 default 下模型 claude 无可用渠道，请稍后再试',
	},
	{
		id: 'gateway-timeout',
		whose: 'a server',
		says: /gateway time-?out/,
		causes: [
			{cause: 'overloaded', weight: 74},
			{cause: 'timeout', weight: 74},
			{cause: 'http-proxy-misroute', weight: 45},
		],
		why: 'The server in front waited in vain for the one behind: it is overloaded, or merely slow.',
		fires: 'API Error: 504 Gateway Timeout',
		silent: 'API Error: Request timed out',
	},
	{
		id: 'anthropic-spend-limit',
		whose: 'Anthropic',
		says: /specified (?:\w+ )?api usage limits?|you will regain access|(?:monthly|organi[sz]ation|workspace)(?:'s)? (?:spend|spending|usage cost|budget|cost) limit/,
		causes: [
			{cause: 'credits-exhausted', weight: 92},
			{cause: 'usage-limit', weight: 55},
		],
		why: 'The limit is one of money that the organization has set for itself.',
		excludes: ['usage-limit'],
		fires: 'You have reached your specified API usage limits. You will regain access on 2026-07-01.',
		silent: 'You have hit your limit · resets 3pm',
	},
];

import {type Clue, words} from './clue.ts';

/** Words about accounts, money, limits and who may ask for what. */
export const accountClues: readonly Clue[] = [
	words('organization', /organi[sz]ation|\borg\b|组织/, 'speaks of an organization'),
	words('account', /\baccounts?\b|账户|账号|帐号/, 'speaks of an account'),
	words(
		'disabled',
		/disabled|suspend|banned|deactivated|\blocked\b|violation|on hold|appeal|禁用|封禁|停用|封号/,
		'something was switched off',
	),
	words('admin', /\badmin/, 'somebody else decides'),
	words('place', /countr(?:y|ies)|territor|\bregion(?!al)|location|地区|国家/, 'speaks of a place'),
	words('not-allowed', /request not allowed|\bforbidden\b|access denied|denied by/, 'refused without a reason'),
	words('permission', /permission|not (?:authorized|permitted|entitled)|have access|无权|没有权限|权限/, 'speaks of a right'),
	words('claude-code', /claude[- ]code/, 'speaks of the program by name'),
	words(
		'only',
		/\bonly (?:be |for |authorized|allow|accept|support|available)|restricted to|exclusively|仅(?:限|可|允许|支持)|只(?:能|允许)/,
		'limited to some',
	),
	words('client', /\bclients?\b|客户端|user[- ]agent|third[- ]party|第三方/, 'speaks of the program that asks'),
	words('version', /\b(?<!anthropic[-_])versions?\b|版本|upgrade|newer|outdated|unknown option|claude update/, 'speaks of a version'),
	words('money', /balance|\bcredits?\b|billing|recharge|top[- ]?up|payment|budget|\bspend|afford|余额|充值|欠费|资源包/, 'speaks of money'),
	words('quota', /quota|额度|配额|限额|allocated/, 'speaks of an amount that is used up'),
	words(
		'window',
		/\bresets?\b|(?:5|five)[- ]?hour|weekly|daily|session limit|usage limits?|regain access|每周|小时|hit your|extra usage/,
		'speaks of a window of time',
	),
	words('plan', /(?:coding|token|code) ?plan|套餐|\bplan\b/, 'speaks of a plan'),
	words(
		'rate',
		/rate[ _-]?limit|too many requests|\b[rt]p[md]\b|per minute|concurren|frequen|并发|频率|速率/,
		'speaks of too much at a time',
	),
	words('overload', /overload|\bbusy\b|high (?:traffic|demand)|capacity|过载|繁忙|temporar/, 'the server has too much to do'),
	words('fault', /internal (?:server )?error|server[- ]side|bad gateway|service unavailable|服务器/, 'the server has a fault'),
	words('upstream', /upstream|\bproviders?\b|上游|error from/, 'speaks of what is behind a gateway'),
	words(
		'channel',
		/channel|渠道|分组|\bgroups?\b|no endpoints|no (?:available|healthy)|accounts? available|available accounts?/,
		"speaks of a gateway's own routes",
	),
	words('model', /\bmodels?\b|模型/, 'speaks of a model'),
	words('model-name', /\b(?:claude-(?:\d|opus|sonnet|haiku|fable)|gpt-|glm-|deepseek-|kimi-k|qwen|gemini-|minimax-m)/, 'names a model'),
	words('unknown-thing', /not[_ ]found|(?:does ?n[o']t|may not) exist|不存在|\bunknown\b|unrecognized/, 'something is not known'),
	words(
		'no-access',
		/(?:not|n't) (?:have|allowed) (?:to )?access|not allowed to|not available|unavailable|无可用|不可用|未开通/,
		'something is there, but not for this one',
	),
	words('inference-profile', /on-demand|inference profile|publisher model|deployment/, "speaks of a cloud's own names of models"),
];

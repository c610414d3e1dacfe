import type {Rule} from './rule.ts';

/** Words that any gateway or relay may use. */
export const gateways: readonly Rule[] = [
	{
		id: 'gateway-upstream',
		whose: 'a server',
		says: /error from provider(?! ?\([^)]*: ?(?!40[13])\d{3})(?=.{0,200}(?:\b40[13]\b|auth|\bkey|token|credential|forbidden|denied))|upstream (?:provider|error|api)?.{0,40}\b(?:401|403|unauthori[sz]ed|invalid|authentication)|gateway could not authenticate with its upstream|(?<!litellm\.)\bprovider authentication failed|upstream (?:access|authentication|auth|credentials?)\W{1,3}(?:\w+ )?(?:forbidden|denied|failed|error)|provider (?:returned|responded).{0,40}(?:401|403|unauthori)|provider_name"?: ?"?\w.{0,60}(?:unauthori|invalid)|上游.{0,30}(?:401|403|认证|密钥|无效)|渠道.{0,20}(?:密钥|key).{0,10}(?:无效|失效)|please check your openai_api_key/,
		unless: /\b(?:1113|1211|1310|1308|model)\b|insufficient|429|not found|no endpoints|\b(?:400|404|422)\b/,
		causes: [
			{cause: 'gateway-upstream-key', weight: 92},
			{cause: 'key-invalid', weight: 55},
			{cause: 'gateway-key-unknown', weight: 45},
		],
		why: 'The gateway passed the request on; the refusal came from the provider behind it.',
		fires: 'Error from provider(openrouter,gpt: 401): {"error":{"message":"Unauthorized"}}',
		silent: 'Invalid API key from client',
	},
	{
		id: 'gateway-invalid-key',
		whose: 'a server',
		says: /"detail": ?"?(?:invalid|incorrect|unauthori[sz]ed)[^"]{0,30}(?:api[ _-]?key|token|credential)|invalid or missing (?:api )?(?:key|token)|invalid proxy (?:key|token|api key)|invalid (?:client )?(?:api )?key\. please (?:provide|use)|invalid gateway/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 84, with: {'at:gateway': 6, 'at:local': 2, 'holds:subscription': -8}},
			{cause: 'key-invalid', weight: 55},
			{cause: 'wrong-header', weight: 52, with: {'holds:header-told': 40, 'holds:works-elsewhere': 40}},
			{cause: 'login-env-conflict', weight: 40, with: {'holds:subscription': 20, 'holds:login-in-the-way': 55}},
		],
		why: 'A small gateway (FastAPI body "detail") refuses the client\'s key by its own list.',
		fires: '401 {"detail":"Invalid API key"}',
		silent: '404 {"detail":"Not Found"}',
	},
	{
		id: 'gateway-login-echoed',
		whose: 'a server',
		says: /(?:received|passed|key|got)\W{0,6}.{0,40}sk-a(?:nt|\.{2,3}|\*+).{0,10}oat|sk-ant-oat.{0,60}(?:not found|invalid|unknown|unable)/,
		unless: /invalid header|header value|in header/,
		causes: [
			{cause: 'gateway-oauth-collision', weight: 95},
			{cause: 'gateway-key-unknown', weight: 60},
		],
		why: 'The gateway echoes a claude.ai login token, so the login hid its key.',
		fires: 'Unable to find token. Received API Key = sk-a...oatX',
		silent: 'Received API Key = sk-1234',
	},
	{
		id: 'client-only',
		whose: 'a relay',
		says: /client[_: ]restrict|(?:does not|doesn't|do not|not) allow.{0,25}\bclients?\b|only (?:allows?|supports?|accepts?).{0,30}\bclients\b|only (?:the )?official|\bclient\b.{0,20}(?:blocked|forbidden|banned)|no matching client|(?:仅|只)(?:可|能|允许|支持|限).{0,12}(?:claude ?code|官方|cc|特定).{0,8}(?:客户端|使用|访问)?|client_validation|client (?:is )?not (?:authorized|allowed|supported|permitted)|only (?:allows?|supports?|accepts?|permits?|available (?:for|to|in)).{0,20}(?:claude code|coding agents?|official).{0,10}(?:clients?|cli|requests)?|客户端.{0,16}(?:不允许|未授权|限制|不支持|禁止|校验|验证)|(?:非|不是).{0,4}(?:claude ?code|官方).{0,6}(?:客户端|请求)|(?:请勿|禁止|不(?:允许|支持|得)).{0,12}第三方|第三方(?:客户端|工具|应用|软件).{0,12}(?:禁止|不)|非法(?:请求|客户端)|请求非法|unauthorized client|client (?:type|version|identity).{0,30}(?:not|invalid)|ip.{0,10}(?:不在|not in).{0,20}(?:whitelist|allow|白名单|列表)/,
		unless: /below the minimum|version_too_old|版本过低|credential is only/,
		causes: [
			{cause: 'client-not-allowed', weight: 94},
			{cause: 'cli-too-old', weight: 45},
		],
		why: 'The server checks which program asks and refuses this one.',
		fires: '请求非法 接口仅可用于Claude Code客户端',
		silent: 'Your Claude Code version is below the minimum required version',
	},
	{
		id: 'money-words',
		whose: 'a server',
		says: /insufficient[ _-](?:account[ _-]|user[ _-]|pre[ _-]?paid )?(?:balance|quota|credits?|funds?)\b|(?:quota|balance|credits?) (?:is |are )?not enough|not enough (?:credits?|quota|balance|funds)|no (?:more )?credits? (?:left|remaining|available)|(?:budget|quota|credit|balance|spend(?:ing)?)(?: limit)? (?:has been |is |was )?(?:exceeded|exhausted|depleted|used up|reached|insufficient|too low)|exceeded.{0,20}(?:budget|quota|spend)|(?:exceeded|used up|reached|no).{0,30}\bcredits\b|budget_exceeded|insufficient_quota|(?:requires?|add|purchase|buy) (?:more |some )?credits|can only afford|out of credits|customer_verification_required|credit card on file|payment required|negative balance|credit limit|recharge|top up|arrears|overdue|key limit exceeded|billing (?:hard|cycle|limit|not active)|(?:余额|额度|配额|积分|点数|套餐|费用).{0,10}(?:不足|不够|耗尽|用尽|已用完|用完|超出|超限|已达|过期|为 ?0)|(?:欠费|充值|请续费|预扣费)|没有可用的?额度/,
		unless:
			/disk quota|limit: \d+ per (?:minute|second)|(?:(?:5|five)[- ]?h(?:our)?|weekly) (?:usage )?(?:quota|window|allowance)|(?:hour|day|week|month) allocated quota|(?:requests|tokens)[ _]per[ _]|\b1113\b|no resource package|\(1008\)|hourly|resets? (?:at|in)|credit balance (?:is )?too low/,
		causes: [
			{cause: 'credits-exhausted', weight: 92, with: {'holds:subscription': -6, 'holds:plan-key': -8}},
			{cause: 'wrong-plan-or-region', weight: 55, with: {'at:zai': 12, 'at:minimax': 12, 'at:alibaba': 8, 'holds:plan-key': 30}},
			{cause: 'env-overrides-login', weight: 45, with: {'holds:subscription': 15}},
			{cause: 'usage-limit', weight: 50},
		],
		why: 'The words are of balance, quota or budget.',
		fires: 'Budget has been exceeded! Current cost: 111.29, Max budget: 100.0',
		silent: 'Rate limit of 20 requests per minute',
	},
	{
		id: 'server-throttles-itself',
		whose: 'Anthropic',
		says: /server is temporarily limiting requests/,
		causes: [
			{cause: 'overloaded', weight: 91},
			{cause: 'rate-limited', weight: 60},
		],
		why: 'The text says that it is not your limit.',
		excludes: ['usage-limit'],
		fires: 'Server is temporarily limiting requests (not your usage limit)',
		silent: 'You have hit your usage limit',
	},
	{
		id: 'gateway-upstream-fault',
		whose: 'a server',
		says: /error from provider\b/,
		lastResort: true,
		causes: [
			{cause: 'overloaded', weight: 62, with: {'status:400': -30, 'status:404': -30}},
			{cause: 'gateway-upstream-key', weight: 58},
			{cause: 'model-unavailable', weight: 50, with: {'status:404': 10}},
		],
		why: 'The provider behind the gateway failed, and not with a word about a key.',
		fires: 'Error from provider: {"detail":"No infrastructure available"}',
		silent: 'Provider started',
	},
];

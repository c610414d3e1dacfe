import type {Rule} from './rule.ts';

/** Words that say that something is amiss; a topic without them is no complaint. */
const amiss =
	"(?<!without |no |0 )\\berr(?:or)?s?\\b|fail|invalid|denied|refus|reject|unable|cannot|can't|could ?n[o']t|\\bmissing\\b|expired|unexpected|\\bwrong\\b|isn't|aren't|didn't|doesn't|restricted|blocked|on hold|not (?:found|valid|allowed|supported|available|authorized|work)|错误|失败|无法|报错|异常|无效|不能";

/** Something is amiss, whatever it is. */
export const complaint = new RegExp(amiss);

/** The subject, in a text that also says that something is amiss. */
function complaintOf(topic: RegExp): RegExp {
	return new RegExp(`^(?=.*?(?:${topic.source})).*?(?:${amiss})`);
}

/** What is left when neither words nor status are known: the thing the text complains of. Guesses, from the subject alone. */
export const topics: readonly Rule[] = [
	{
		id: 'topic-store',
		whose: 'a server',
		says: complaintOf(/key ?(?:chain|ring)|credential (?:store|manager|helper)|credentials\.json|wincred|libsecret|dpapi/),
		lastResort: true,
		causes: [
			{cause: 'credential-store', weight: 48},
			{cause: 'not-logged-in', weight: 31},
			{cause: 'oauth-expired', weight: 26},
		],
		why: 'The text complains of the place where the login is kept.',
		fires: 'The keychain refused',
		silent: 'The keychain is in use',
	},
	{
		id: 'topic-program',
		whose: 'the shell',
		says: complaintOf(
			/(?:claude|anthropic)\S* (?:code )?(?:cli|binary|executable|process|command|installation|native)|spawn \S+|\.(?:exe|cmd|ps1)\b.{0,40}claude|claude\.(?:exe|cmd|ps1)/,
		),
		lastResort: true,
		causes: [
			{cause: 'cli-missing', weight: 47},
			{cause: 'cli-too-old', weight: 34},
			{cause: 'settings-invalid', weight: 26},
		],
		why: 'The text complains of the program claude itself.',
		fires: 'error: the claude binary is broken',
		silent: 'The claude binary runs',
	},
	{
		id: 'topic-settings',
		whose: 'Claude Code',
		says: complaintOf(/settings(?:\.local)?\.json|\.claude\.json|managed-settings|settings file/),
		lastResort: true,
		causes: [
			{cause: 'settings-invalid', weight: 48},
			{cause: 'env-overrides-login', weight: 31},
			{cause: 'onboarding-check', weight: 26},
		],
		why: 'The text complains of a settings file.',
		fires: 'cannot use settings.json',
		silent: 'settings.json was read',
	},
	{
		id: 'topic-cloud',
		whose: 'a server',
		says: complaintOf(
			/\b(?:aws|bedrock|sts|iam|gcloud|google cloud|vertex|azure|entra|foundry)\b.{0,80}(?:credential|token|profile|session|identity|auth|role|login)|(?:credential|profile|session|identity|role).{0,80}\b(?:aws|bedrock|sts|iam|gcloud|google cloud|vertex|azure|entra)\b/,
		),
		lastResort: true,
		causes: [
			{cause: 'cloud-credentials', weight: 47},
			{cause: 'cloud-permission', weight: 41},
			{cause: 'model-unavailable', weight: 26},
		],
		why: "The text complains of a cloud's identity.",
		fires: 'AWS credential process failed',
		silent: 'AWS credential process ran',
	},
	{
		id: 'topic-login',
		whose: 'Claude Code',
		says: complaintOf(/\boauth\b|\bsign(?:ing)?[- ]?in\b|\blog(?:ging)?[- ]?in\b|authori[sz]ation code|登录|登陆|授权码/),
		lastResort: true,
		causes: [
			{cause: 'login-flow-failed', weight: 44},
			{cause: 'oauth-invalid', weight: 38},
			{cause: 'not-logged-in', weight: 37},
		],
		why: 'The text complains of signing in.',
		fires: 'Sign-in did not complete: error',
		silent: 'Signing in now',
	},
	{
		id: 'topic-model',
		whose: 'a server',
		says: complaintOf(/\bmodels?\b|模型/),
		lastResort: true,
		causes: [
			{cause: 'model-name-unknown', weight: 43},
			{cause: 'model-unavailable', weight: 42},
			{cause: 'base-url-path', weight: 26},
		],
		why: 'The text complains of the model.',
		fires: 'error: model gpt-9',
		silent: 'Model loaded',
	},
	{
		id: 'topic-limit',
		whose: 'a server',
		says: complaintOf(
			/\b(?:usage|rate|token|request|session|daily|weekly|monthly|hourly) (?:limits?|quota|cap)\b|\bquota\b|\blimit (?:was |is )?(?:hit|reached|exceeded)|限额|限流|配额/,
		),
		lastResort: true,
		causes: [
			{cause: 'usage-limit', weight: 42},
			{cause: 'rate-limited', weight: 41},
			{cause: 'credits-exhausted', weight: 40},
		],
		why: 'The text complains of a limit.',
		fires: 'cannot go on: daily limit',
		silent: 'daily limit is 100',
	},
	{
		id: 'topic-proxy',
		whose: 'an HTTP proxy',
		says: complaintOf(/\b(?:https?|corporate|system|socks5?|forward) proxy\b|https?_proxy|代理/),
		lastResort: true,
		causes: [
			{cause: 'http-proxy-misroute', weight: 47},
			{cause: 'http-proxy-auth', weight: 36},
			{cause: 'unreachable-host', weight: 34},
		],
		why: 'The text complains of a proxy.',
		fires: 'The corporate proxy denied it',
		silent: 'The corporate proxy is set',
	},
	{
		id: 'topic-network',
		whose: 'Node or Bun',
		says: complaintOf(/\b(?:network|internet|connect(?:ion|ivity|ing)?|socket|unreachable|offline)\b|网络|连接/),
		lastResort: true,
		causes: [
			{cause: 'unreachable-host', weight: 40},
			{cause: 'http-proxy-misroute', weight: 36},
			{cause: 'timeout', weight: 32},
		],
		why: 'The text complains of the connection.',
		fires: 'error: the network is down',
		silent: 'The network is up',
	},
	{
		id: 'topic-key',
		whose: 'a server',
		says: complaintOf(/\bapi[ _-]?keys?\b|\b(?:access|auth|bearer) tokens?\b|\bcredentials?\b|\bauthenticat\w+|密钥|令牌|鉴权|认证/),
		lastResort: true,
		causes: [
			{cause: 'key-invalid', weight: 37},
			{cause: 'gateway-key-unknown', weight: 32, with: {'at:gateway': 12, 'at:vendor': -20}},
			{cause: 'wrong-header', weight: 31},
			{cause: 'wrong-plan-or-region', weight: 22, with: {'at:vendor': 16}},
		],
		why: 'The text complains of the key.',
		fires: 'error: api key',
		silent: 'api key saved',
	},
];

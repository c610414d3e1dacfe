import type {Rule} from './rule.ts';

/** CLIProxyAPI and its like: programs that lend several logins out as one API, among them those of Google's Cloud Code. */
export const cliProxyApi: readonly Rule[] = [
	{
		id: 'cli-proxy-no-account',
		whose: 'a relay',
		says: /auth_unavailable|no auth available|all (?:accounts|credentials|auths|keys) (?:for \S+(?: \S+)? )?(?:are )?(?:unavailable|cooling|exhausted|disabled)|model_cooldown/,
		causes: [
			{cause: 'model-unavailable', weight: 86},
			{cause: 'gateway-upstream-key', weight: 70},
			{cause: 'model-name-unknown', weight: 60},
		],
		why: 'The relay has no account left for this model: none was added, its login ended, or all are cooling down.',
		excludes: ['empty-key'],
		fires: '503 auth_unavailable: no auth available (providers=claude, model=claude-opus-4-5)',
		silent: '401 No auth credentials found',
	},
	{
		id: 'cli-proxy-model',
		whose: 'a relay',
		says: /unknown provider for model|no (?:provider|route|executor) (?:found |registered )?for model|provider (?:'[^']*' )?not found|provider config not found/,
		causes: [
			{cause: 'model-name-unknown', weight: 91},
			{cause: 'model-unavailable', weight: 72},
		],
		why: 'No provider of the relay knows a model of this name.',
		fires: '502 unknown provider for model claude-opus-4-6',
		silent: 'Error from provider: model overloaded',
	},
	{
		id: 'cloud-code-quota',
		whose: 'Google Cloud',
		says: /exhausted your capacity on this model|quota will reset after|"reason\W{1,5}quota_exhausted|individual quota reached/,
		unless: /reset after 0s|rate_limit_exceeded/,
		causes: [
			{cause: 'usage-limit', weight: 92},
			{cause: 'rate-limited', weight: 60},
		],
		why: 'The quota of the Google account is used up until the time named.',
		excludes: ['overloaded', 'cloud-permission'],
		fires: '429 You have exhausted your capacity on this model. Your quota will reset after 161h39m41s.',
		silent: '429 You have exhausted your capacity on this model. Your quota will reset after 0s.',
	},
	{
		id: 'account-service-ended',
		whose: 'a server',
		says: /(?:service|access|account) (?:\w+ ){0,3}(?:disabled|suspended|terminated|restricted|banned).{0,60}(?:violat|terms|policy|abuse)|submit an appeal|check your \w+ licen[cs]e|no \w* ?licen[cs]e (?:found|assigned)/,
		causes: [
			{cause: 'account-no-access', weight: 82},
			{cause: 'org-disabled', weight: 74},
			{cause: 'gateway-upstream-key', weight: 50},
		],
		why: 'The account that is lent out has lost the service, or never had it.',
		fires: '403 This service has been disabled in this account for violation of Terms of Service.',
		silent: '403 This service is disabled by default',
	},
	{
		id: 'lent-login-refused',
		whose: 'a relay',
		says: /bearer token included in the request is invalid|\b40[13]\b.{0,100}refresh_?token\b|refresh_?token\b.{0,60}\b40[13]\b/,
		causes: [
			{cause: 'gateway-upstream-key', weight: 82},
			{cause: 'oauth-expired', weight: 66},
			{cause: 'cloud-credentials', weight: 60, with: {'at:bedrock': 25}},
		],
		why: 'The login that the relay lends out was refused where it is prolonged or used.',
		fires: "Client error '401 Unauthorized' for url 'https://prod.us-east-1.auth.desktop.kiro.dev/refreshToken'",
		silent: '401 refresh the page',
	},
	{
		id: 'lent-login-not-allowed',
		whose: 'a relay',
		says: /user is not authorized to make this call/,
		causes: [
			{cause: 'cloud-permission', weight: 76},
			{cause: 'account-no-access', weight: 70},
			{cause: 'gateway-upstream-key', weight: 62},
		],
		why: 'The service knows the user and denies the call: a plan, a profile or a region that does not fit.',
		fires: '403 {"message":"User is not authorized to make this call."}',
		silent: 'User made this call',
	},
];

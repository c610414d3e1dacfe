import type {Rule} from './rule.ts';

/** CLIProxyAPI and its like: programs that lend several logins out as one API, among them those of Google's Cloud Code. */
export const cliProxyApi: readonly Rule[] = [
	{
		id: 'cli-proxy-no-account',
		whose: 'a relay',
		says: /auth_unavailable|no auth available|all (?:accounts|credentials|auths) (?:are )?(?:unavailable|cooling|exhausted|disabled)|model_cooldown/,
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
];

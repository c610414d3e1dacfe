import type {Rule} from './rule.ts';

/** Claude Code's warnings about two credentials: they name both sides, so they are the surest texts there are. */
export const claudeConflict: readonly Rule[] = [
	{
		id: 'claude-conflict-login',
		whose: 'Claude Code',
		says: /both [^·]{0,60}(?:claude\.ai|\/login managed key|anthropic console key)[^·]{0,60} set\b|(?:logged|signed) in (?:with|to|through) (?:claude\.ai|your claude).{0,60}anthropic_(?:api_key|auth_token)\W{0,3}(?:is|are)? ?(?:also )?set|auth conflict:.{0,160}(?:\((?:claude\.ai|\/login managed key|anthropic console key)|instead of (?:anthropic console|your claude|the claude|claude\.ai|\/login)|\/login managed key)/,
		causes: [
			{cause: 'login-env-conflict', weight: 97},
			{cause: 'both-set', weight: 50},
			{cause: 'env-overrides-login', weight: 45},
		],
		why: 'The warning names a saved login as one of the two credentials.',
		excludes: ['both-set'],
		fires: '⚠ Auth conflict: Both a token (claude.ai) and an API key (ANTHROPIC_API_KEY) are set.',
		silent: '⚠ Auth conflict: Both a token (ANTHROPIC_AUTH_TOKEN) and an API key (ANTHROPIC_API_KEY) are set.',
	},
	{
		id: 'claude-conflict-both',
		whose: 'Claude Code',
		says: /auth conflict|auth may not work as expected|(?:anthropic_api_key|anthropic_auth_token).{0,60}(?:anthropic_api_key|anthropic_auth_token).{0,20}(?:冲突|conflict)|both (?:a token|an? api key|anthropic_auth_token|anthropic_api_key)\b.{0,80}\bare (?:both )?set|both anthropic_(?:auth_token|api_key).{0,40}anthropic_(?:auth_token|api_key)|both (?:the )?(?:x-api-key|authorization)\b.{0,20}(?:x-api-key|authorization)\b.{0,30}(?:sent|set|present|provided|given)|(?:multiple|two|conflicting) (?:credentials|authentication (?:methods|headers)|keys) (?:configured|set|found|provided|sent)/,
		unless: /\(claude\.ai\)|both claude\.ai|and claude\.ai|\/login managed key|anthropic console key/,
		causes: [
			{cause: 'both-set', weight: 96},
			{cause: 'login-env-conflict', weight: 50},
			{cause: 'env-overrides-login', weight: 40},
		],
		why: 'The warning names two configured credentials, neither of them a saved login.',
		fires: 'Auth conflict: Both a token (ANTHROPIC_AUTH_TOKEN) and an API key (apiKeyHelper) are set.',
		silent: 'Auth conflict: Both a token (claude.ai) and an API key (ANTHROPIC_API_KEY) are set.',
	},
	{
		id: 'claude-two-clouds-keys',
		whose: 'Azure',
		says: /(?:apikey|api_key|azureadtokenprovider|azure_ad_token)\W.{0,60}(?:mutually exclusive|only one (?:of|can))/,
		causes: [{cause: 'both-set', weight: 92}],
		why: 'The SDK refuses two credentials for one request.',
		fires: 'The `apiKey` and `azureADTokenProvider` arguments are mutually exclusive; only one can be passed at a time.',
		silent: 'The `apiKey` argument is required.',
	},
	{
		id: 'claude-other-source-wins',
		whose: 'Claude Code',
		says: /anthropic_(?:api_key|auth_token).{0,60}(?:using it )?instead of your.{0,20}(?:subscription|login|plan)|another auth(?:entication)? source (?:is )?(?:set|takes? precedence)|anthropic_(?:api_key|auth_token).{0,40}(?:takes? precedence|overrid)/,
		causes: [
			{cause: 'env-overrides-login', weight: 93},
			{cause: 'login-env-conflict', weight: 60},
			{cause: 'both-set', weight: 50},
		],
		why: 'The debug log says that another source than the login is used.',
		fires: '[DEBUG] Not using OAuth: another auth source takes precedence',
		silent: '[DEBUG] Using OAuth from the keychain',
	},
	{
		id: 'claude-key-of-disabled-organization',
		whose: 'Claude Code',
		says: /your anthropic_api_key belongs to a disabled organization|(?:unset|update) (?:or unset )?(?:the )?anthropic_api_key.{0,60}(?:subscription|instead)/,
		causes: [
			{cause: 'env-overrides-login', weight: 92},
			{cause: 'org-disabled', weight: 70},
		],
		why: 'The disabled organization is that of a key in the environment.',
		fires: 'Your ANTHROPIC_API_KEY belongs to a disabled organization · Unset the environment variable to use your subscription instead',
		silent: 'This organization has been disabled.',
	},
	{
		id: 'claude-api-key-authentication-disabled',
		whose: 'Claude Code',
		says: /organization has disabled api key authentication/,
		causes: [
			{cause: 'env-overrides-login', weight: 70},
			{cause: 'org-oauth-not-allowed', weight: 55},
			{cause: 'account-no-access', weight: 50},
		],
		why: 'The organization forbids keys, and a key is what was sent.',
		fires: 'Your organization has disabled API key authentication · Run /login',
		silent: 'Your organization has disabled Claude subscription access',
	},
	{
		id: 'claude-key-question',
		whose: 'Claude Code',
		says: /detected a custom api key in your environment|do you want to use this api key/,
		causes: [
			{cause: 'key-not-approved', weight: 95},
			{cause: 'login-env-conflict', weight: 40},
		],
		why: 'This is the question that must be answered Yes before the key is used.',
		fires: 'Detected a custom API key in your environment. Do you want to use this API key? No (recommended)',
		silent: 'Detected a custom model in your environment',
	},
];

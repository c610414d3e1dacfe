import type {CauseEntry} from './cause.ts';

/** Section C of the taxonomy: the credential is known, its account cannot. */
export const accountAndMoney = {
	'org-disabled': {
		title: 'The organization that owns this credential is disabled',
		why: 'Anthropic has switched off the account behind the key or login. If you hold a subscription elsewhere, a stray key may be what is sent.',
		fix: [
			'See which credential is sent: wizard doctor',
			'A stray key: wizard --repair --credential subscription',
			'Your own organization: ask Anthropic support for a review',
		],
		tell: 'No key or token is set and the login itself is refused; with a stray key set, that is the cause.',
		near: ['env-overrides-login', 'account-no-access', 'org-oauth-not-allowed'],
	},
	'org-oauth-not-allowed': {
		title: 'Your organization does not allow subscription use in Claude Code',
		why: 'An administrator has switched off OAuth or subscription access. The login is fine, the policy refuses it.',
		fix: [
			'Choose the right organization: claude auth logout, then claude auth login',
			'Ask the administrator to allow it',
			'Or use an API key: wizard --credential console-key',
		],
		tell: 'The text says "not allowed for this organization" or "has disabled"; the type is permission_error.',
		near: ['account-no-access', 'org-disabled', 'oauth-invalid'],
	},
	'account-no-access': {
		title: 'The account is not entitled to this',
		why: 'The login works, but the plan or organization does not include Claude Code or any model. Free accounts and freshly changed plans show it.',
		fix: [
			'Check plan and organization on claude.ai, and with /status',
			'claude auth logout, then claude auth login with the entitled account',
			'Then ask Anthropic support',
		],
		tell: 'Every model is refused, with no ANTHROPIC_* variable set.',
		near: ['org-oauth-not-allowed', 'model-unavailable', 'org-disabled'],
	},
	'region-blocked': {
		title: 'Your location or account region is not served',
		why: 'The vendor refuses requests from this public address or country. Neither key nor login is read before that.',
		fix: [
			'Use a network in a supported place; check where HTTPS_PROXY or the VPN leaves',
			'Or use a provider that serves your region (the wizard lists those it knows)',
		],
		tell: '403 "Request not allowed" of type forbidden, or a word about country or territory; authentication_error is another case.',
		near: ['http-proxy-misroute', 'account-no-access', 'onboarding-check'],
	},
	'credits-exhausted': {
		title: 'The balance, quota or budget is used up',
		why: "The key is good, its account cannot pay for this request. Gateways have budgets of their own beside the vendor's.",
		fix: [
			'Top up, or raise the budget or key limit, at whoever issued the key',
			'If you pay for a subscription: a key may be used instead of it: wizard doctor',
		],
		tell: 'You know of no other account; a plan owner with money elsewhere has a stray key or the wrong host.',
		near: ['env-overrides-login', 'wrong-plan-or-region', 'usage-limit'],
	},
	'usage-limit': {
		title: "The plan's window is used up",
		why: 'A subscription gives so much in five hours and in a week. It comes back by itself at the time of reset.',
		fix: ['Wait for the reset (/usage shows it)', 'Or switch on extra usage, or use an API key meanwhile: wizard --credential console-key'],
		tell: 'The text names a reset, a window or a plan; per-minute words mean a rate limit, a balance means money.',
		near: ['rate-limited', 'credits-exhausted', 'wrong-plan-or-region'],
	},
	'rate-limited': {
		title: 'Too many requests at a time',
		why: 'A limit per minute or of concurrent requests was met. It passes within a minute or so.',
		fix: ['Wait and retry; run fewer sessions and agents at once', 'Ask the vendor for a higher tier if it stays'],
		tell: "Words of minutes, tokens per minute or concurrency; a window with a reset hour is the plan's limit.",
		near: ['usage-limit', 'overloaded', 'credits-exhausted'],
	},
	overloaded: {
		title: 'The provider has a fault',
		why: 'The server could not serve anyone well at this moment. Your setup is not the cause.',
		fix: ['Change nothing; wait and retry', "Look at the vendor's status page (status.claude.com for Anthropic)"],
		tell: 'It comes and goes, and others have it at the same hour.',
		near: ['rate-limited', 'gateway-upstream-key', 'timeout'],
	},
} as const satisfies Record<string, CauseEntry>;

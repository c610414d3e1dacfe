/** Every cause a failure can have: the labels of the error taxonomy, in its order. They are public and never change. */
export const causeLabels = [
	'wrong-header',
	'both-set',
	'login-env-conflict',
	'env-overrides-login',
	'stale-base-url',
	'empty-key',
	'placeholder-key',
	'malformed-key',
	'key-not-approved',
	'key-invalid',
	'wrong-product-key',
	'wrong-plan-or-region',
	'not-logged-in',
	'credential-store',
	'helper-failed',
	'settings-invalid',
	'oauth-expired',
	'oauth-revoked',
	'oauth-invalid',
	'oauth-scope',
	'oauth-third-party',
	'login-flow-failed',
	'gateway-oauth-collision',
	'org-disabled',
	'org-oauth-not-allowed',
	'account-no-access',
	'region-blocked',
	'credits-exhausted',
	'usage-limit',
	'rate-limited',
	'overloaded',
	'base-url-path',
	'base-url-dup-v1',
	'protocol-mismatch',
	'endpoint-not-implemented',
	'html-not-json',
	'model-name-unknown',
	'model-unavailable',
	'beta-header-rejected',
	'body-field-rejected',
	'client-not-allowed',
	'gateway-key-unknown',
	'gateway-upstream-key',
	'unreachable-host',
	'dns',
	'timeout',
	'tls-intercept',
	'http-proxy-auth',
	'http-proxy-misroute',
	'onboarding-check',
	'cloud-credentials',
	'cloud-permission',
	'cli-missing',
	'cli-too-old',
] as const;

export type Cause = (typeof causeLabels)[number];

/** What is known of a cause: enough to explain it, mend it, and tell it from its neighbours. */
export type CauseEntry = {
	readonly title: string;
	/** Two sentences: what is the case, and why that gives this error. */
	readonly why: string;
	/** Steps in order, each a command or one thing to do. */
	readonly fix: readonly string[];
	/** What to look at to know it is this one and not a neighbour. */
	readonly tell: string;
	/** The causes most often mistaken for it, likeliest first. */
	readonly near: readonly [Cause, Cause, ...Cause[]];
};

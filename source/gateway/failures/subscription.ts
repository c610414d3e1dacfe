import {anthropicError, type Failure} from './failure.ts';

/** What Anthropic answers to the token of a login (reported bodies; errors page of the documentation). */
export const subscription: readonly Failure[] = [
	{
		name: 'oauth-expired',
		cause: 'oauth-expired',
		answer: anthropicError(
			401,
			'authentication_error',
			'OAuth token has expired. Please obtain a new token or refresh your existing token.',
		),
	},
	{
		name: 'oauth-revoked',
		cause: 'oauth-revoked',
		answer: anthropicError(403, 'permission_error', 'OAuth token has been revoked. Please obtain a new token.'),
	},
	{
		name: 'oauth-invalid',
		cause: 'oauth-invalid',
		answer: anthropicError(401, 'authentication_error', 'Invalid OAuth token'),
	},
	{
		name: 'oauth-scope',
		cause: 'oauth-scope',
		answer: anthropicError(403, 'permission_error', 'OAuth token does not meet scope requirement user:inference'),
	},
	{
		name: 'oauth-third-party',
		cause: 'oauth-third-party',
		answer: anthropicError(
			400,
			'invalid_request_error',
			'This credential is only authorized for use with Claude Code and cannot be used for other API requests.',
		),
	},
	{
		name: 'org-oauth-not-allowed',
		cause: 'org-oauth-not-allowed',
		answer: {
			kind: 'json',
			status: 403,
			body: {
				type: 'error',
				error: {
					type: 'oauth_org_not_allowed',
					message: 'Your organization has disabled Claude subscription access for Claude Code.',
				},
			},
		},
	},
	{
		name: 'account-no-access',
		cause: 'account-no-access',
		answer: anthropicError(403, 'permission_error', 'Your account does not have access to Claude Code.'),
	},
	{
		name: 'usage-limit',
		cause: 'usage-limit',
		answer: anthropicError(400, 'invalid_request_error', "You're out of extra usage. Add more at claude.ai/settings/usage and keep going."),
	},
	{
		name: 'cli-too-old',
		cause: 'cli-too-old',
		answer: anthropicError(
			400,
			'invalid_request_error',
			'Your Claude Code version (1.0.0) is below the minimum required version (9.0.0). Please update: npm update -g @anthropic-ai/claude-code',
		),
	},
];

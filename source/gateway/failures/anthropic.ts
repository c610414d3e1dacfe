import {anthropicError, type Failure} from './failure.ts';

/** Anthropic's own API: Console keys, money, load, models, regions (platform.claude.com/docs/en/api/errors and reported bodies). */
export const anthropic: readonly Failure[] = [
	{name: 'key-invalid', cause: 'key-invalid', answer: anthropicError(401, 'authentication_error', 'invalid x-api-key')},
	{
		name: 'wrong-header-anthropic',
		cause: 'wrong-header',
		answer: anthropicError(401, 'authentication_error', 'x-api-key header is required'),
	},
	{
		name: 'org-disabled',
		cause: 'org-disabled',
		answer: anthropicError(400, 'invalid_request_error', 'This organization has been disabled.'),
	},
	{
		name: 'credits-exhausted',
		cause: 'credits-exhausted',
		answer: anthropicError(
			400,
			'invalid_request_error',
			'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
		),
	},
	{
		name: 'rate-limited',
		cause: 'rate-limited',
		answer: anthropicError(
			429,
			'rate_limit_error',
			'This request would exceed the rate limit for your organization of 50 requests per minute.',
		),
	},
	{name: 'overloaded', cause: 'overloaded', answer: anthropicError(529, 'overloaded_error', 'Overloaded')},
	{name: 'overloaded-internal', cause: 'overloaded', answer: anthropicError(500, 'api_error', 'Internal server error')},
	{
		name: 'model-name-unknown',
		cause: 'model-name-unknown',
		answer: anthropicError(404, 'not_found_error', 'model: claude-nothing-9'),
	},
	{
		name: 'region-blocked',
		cause: 'region-blocked',
		answer: {kind: 'json', status: 403, body: {error: {type: 'forbidden', message: 'Request not allowed'}}},
	},
	{
		name: 'beta-header-rejected',
		cause: 'beta-header-rejected',
		answer: anthropicError(
			400,
			'invalid_request_error',
			'Unexpected value(s) `context-management-2025-06-27` for the `anthropic-beta` header. Please consult our documentation.',
		),
	},
	{
		name: 'body-field-rejected',
		cause: 'body-field-rejected',
		answer: anthropicError(400, 'invalid_request_error', 'context_management: Extra inputs are not permitted'),
	},
	{
		name: 'protocol-mismatch-reverse',
		cause: 'protocol-mismatch',
		answer: anthropicError(400, 'invalid_request_error', 'anthropic-version: header is required'),
	},
];

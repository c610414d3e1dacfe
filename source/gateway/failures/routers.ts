import {anthropicError, type Failure, openaiError} from './failure.ts';

/** OpenRouter, CodeRouter, MiniMax and local translators: each in its own words. */
export const routers: readonly Failure[] = [
	{
		name: 'wrong-header',
		cause: 'wrong-header',
		answer: anthropicError(401, 'authentication_error', 'Missing Authorization header: a Bearer token is required'),
	},
	{
		// Said also where the key did travel in Authorization: then it belongs to the other of the two MiniMax hosts.
		name: 'wrong-plan-or-region-minimax',
		cause: 'wrong-plan-or-region',
		answer: anthropicError(
			401,
			'authorized_error',
			"login fail: Please carry the API secret key in the 'Authorization' field of the request header (1004)",
		),
	},
	{
		name: 'wrong-header-x-api-key',
		cause: 'wrong-header',
		answer: anthropicError(401, 'authentication_error', 'API key required in x-api-key header'),
	},
	{
		name: 'key-invalid-openrouter',
		cause: 'key-invalid',
		answer: {kind: 'json', status: 401, body: {error: {message: 'User not found.', code: 401}}},
	},
	{
		name: 'credits-exhausted-openrouter',
		cause: 'credits-exhausted',
		answer: {
			kind: 'json',
			status: 402,
			body: {error: {code: 402, message: 'Insufficient credits. Add more using https://openrouter.ai/credits'}},
		},
	},
	{
		name: 'wrong-product-key',
		cause: 'wrong-product-key',
		answer: openaiError(
			401,
			'Incorrect API key provided: sk-or-v1****94e4. You can find your API key at https://platform.openai.com/account/api-keys.',
			'invalid_request_error',
			'invalid_api_key',
		),
	},
	{
		name: 'protocol-mismatch',
		cause: 'protocol-mismatch',
		answer: openaiError(404, 'Invalid URL (POST /v1/messages)', 'invalid_request_error'),
	},
	{
		name: 'gateway-upstream-key',
		cause: 'gateway-upstream-key',
		answer: {
			kind: 'json',
			status: 401,
			body: {
				error: {
					message: 'Error from provider(openrouter,auto: 401): {"error":{"message":"User not found.","code":401}}',
					type: 'api_error',
					code: 'provider_response_error',
				},
			},
		},
	},
	{
		name: 'placeholder-key',
		cause: 'placeholder-key',
		answer: {
			kind: 'json',
			status: 401,
			body: {detail: "Passthrough mode: Users must provide their own API key via the 'openai-api-key' header"},
		},
	},
];

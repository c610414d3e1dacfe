import {type Failure, openaiError} from './failure.ts';

/** LiteLLM's proxy: bodies as its source and reports of its users have them. */
export const litellm: readonly Failure[] = [
	{
		name: 'gateway-key-unknown',
		cause: 'gateway-key-unknown',
		answer: openaiError(
			401,
			'Authentication Error, Invalid proxy server token passed. Received API Key = sk-...8aSP, Key Hash (Token) =569909a9. Unable to find token in cache or `LiteLLM_VerificationTokenTable`',
			'token_not_found_in_db',
			'401',
		),
	},
	{
		name: 'gateway-oauth-collision',
		cause: 'gateway-oauth-collision',
		answer: openaiError(
			401,
			'Authentication Error, Invalid proxy server token passed. Received API Key = sk-a***-oat..., Key Hash (Token) =11aa22bb. Unable to find token in cache or `LiteLLM_VerificationTokenTable`',
			'token_not_found_in_db',
			'401',
		),
	},
	{
		name: 'model-unavailable-litellm',
		cause: 'model-unavailable',
		answer: openaiError(
			401,
			"key not allowed to access model. This key can only access models=['small-model']. Tried to access claude-opus-5-5",
			'key_model_access_denied',
			'401',
		),
	},
	{
		name: 'credits-exhausted-litellm',
		cause: 'credits-exhausted',
		answer: openaiError(429, 'Budget has been exceeded! Current cost: 111.29, Max budget: 100.0', 'budget_exceeded', '429'),
	},
];

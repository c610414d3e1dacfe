import {authorization, header, type Reader, xApiKey} from './reader.ts';

/** A login's Bearer hides the good key in x-api-key; its own header outranks both. */
export const litellm: Reader = {
	id: 'litellm',
	label: 'LiteLLM',
	order: [
		header('x-litellm-api-key'),
		authorization,
		header('api-key'),
		xApiKey,
		header('x-goog-api-key'),
		header('ocp-apim-subscription-key'),
	],
	among: 'first',
	guard: 'always',
	keys: {kind: 'sk'},
	refusal: {
		missing: '401 No api key passed in',
		unknown: '401 Unable to find token in cache or LiteLLM_VerificationTokenTable',
	},
	evidence:
		'get_api_key in BerriAI/litellm litellm/proxy/auth/user_api_key_auth.py; issue BerriAI/litellm#29190, and pull request 39004 (open)',
};

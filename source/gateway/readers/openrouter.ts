import {bearer, type Reader, xApiKey} from './reader.ts';

/** One credential a request, says its manual, and any Bearer that is neither its key nor its own token is refused. */
export const openrouter: Reader = {
	id: 'openrouter',
	label: 'OpenRouter',
	order: [bearer, xApiKey],
	among: 'unknown',
	guard: 'always',
	keys: {kind: 'shapes', of: {authorization: ['openrouter', 'jwt'], 'x-api-key': ['openrouter']}},
	refusal: {missing: '401 No auth credentials found', unknown: '401 User not found.'},
	evidence: 'openrouter.ai/docs/guides/overview/auth/api-keys: "Accepted credentials"',
};

import {bearer, type Reader} from './reader.ts';

/** Its manual shows ANTHROPIC_API_KEY; its source reads Authorization alone. */
export const vllm: Reader = {
	id: 'vllm',
	label: 'vLLM',
	order: [bearer],
	among: 'first',
	guard: 'if-set',
	keys: {kind: 'anything'},
	refusal: {missing: '401 {"error":"Unauthorized"}', unknown: '401 {"error":"Unauthorized"}'},
	evidence: 'AuthenticationMiddleware in vllm/entrypoints/openai/server_utils.py',
};

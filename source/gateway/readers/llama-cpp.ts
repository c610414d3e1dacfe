import {authorization, type Reader, xApiKey} from './reader.ts';

export const llamaCpp: Reader = {
	id: 'llamacpp',
	label: 'llama.cpp',
	order: [authorization, xApiKey],
	among: 'first',
	guard: 'if-set',
	keys: {kind: 'anything'},
	refusal: {missing: '401 Invalid API Key', unknown: '401 Invalid API Key'},
	evidence: 'tools/server/server-http.cpp in ggml-org/llama.cpp@00dd081',
};

import {authorization, header, type Reader, xApiKey} from './reader.ts';

export const claudeRelayService: Reader = {
	id: 'claude-relay-service',
	label: 'claude-relay-service',
	order: [xApiKey, header('x-goog-api-key'), authorization, header('api-key')],
	among: 'first',
	guard: 'always',
	keys: {kind: 'own', owner: null},
	refusal: {missing: '401 Missing API key', unknown: '401 Invalid API key'},
	evidence: 'src/middleware/auth.js in Wei-Shaw/claude-relay-service@8479c7c',
};

import {authorization, type Reader, xApiKey} from './reader.ts';

export const claudeCodeRouter: Reader = {
	id: 'claude-code-router',
	label: 'claude-code-router',
	order: [authorization, xApiKey],
	among: 'first',
	guard: 'if-set',
	keys: {kind: 'own', owner: null},
	refusal: {missing: '401 API key is missing.', unknown: '401 Invalid API key.'},
	evidence: 'gateway/auth/api-key-authorizer.ts in musistudio/claude-code-router@1347c86',
};

import {authorization, type Reader, xApiKey} from './reader.ts';

/** The password of its door is its own ANTHROPIC_API_KEY; without one it lets everybody in. */
export const claudeCodeProxy: Reader = {
	id: 'ccp-fuergaosi233',
	label: 'claude-code-proxy',
	order: [xApiKey, authorization],
	among: 'first',
	guard: 'if-set',
	keys: {kind: 'anything'},
	refusal: {
		missing: '401 Invalid API key. Please provide a valid Anthropic API key.',
		unknown: '401 Invalid API key. Please provide a valid Anthropic API key.',
	},
	evidence: 'the check of the client key in fuergaosi233/claude-code-proxy',
};

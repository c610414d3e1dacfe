import {bearer, type Reader, xApiKey} from './reader.ts';

/** A Console key is read as x-api-key alone, a login's token as Bearer alone. */
export const anthropic: Reader = {
	id: 'anthropic',
	label: 'Anthropic',
	order: [xApiKey, bearer],
	among: 'unknown',
	guard: 'always',
	keys: {kind: 'shapes', of: {'x-api-key': ['anthropic-api', 'anthropic-other'], authorization: ['anthropic-oat']}},
	refusal: {missing: '401 x-api-key header is required', unknown: '401 invalid x-api-key, or Invalid bearer token'},
	evidence: 'platform.claude.com/docs/en/api/errors; reports in anthropics/claude-code',
};

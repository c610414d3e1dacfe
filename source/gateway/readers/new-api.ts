import {authorization, type Reader, xApiKey} from './reader.ts';

/** The relays of this family write x-api-key over Authorization, and look up only what stands before the next dash of a key. */
export const newApi: Reader = {
	id: 'new-api',
	label: 'new-api relays',
	order: [xApiKey, authorization],
	among: 'first',
	guard: 'always',
	keys: {kind: 'own', owner: null},
	refusal: {missing: '401 Invalid token (无效的令牌)', unknown: '401 Invalid token (无效的令牌)'},
	evidence: 'TokenAuth in QuantumNous/new-api middleware/auth.go',
};

import {header, type Reader} from './reader.ts';

export const portkey: Reader = {
	id: 'portkey',
	label: 'Portkey',
	order: [header('x-portkey-api-key')],
	among: 'first',
	guard: 'always',
	keys: {kind: 'own', owner: null},
	refusal: {missing: '401', unknown: '401'},
	evidence: 'integrations/libraries/claude-code in Portkey-AI/docs-core@b60bcb7',
};

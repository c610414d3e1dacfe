import {authorization, type Reader, xApiKey} from './reader.ts';

export const aihubmix: Reader = {
	id: 'aihubmix',
	label: 'AIHubMix',
	order: [xApiKey, authorization],
	among: 'first',
	guard: 'always',
	keys: {kind: 'own', owner: null},
	refusal: {missing: '401', unknown: '401'},
	evidence: "the vendor's article on dev.to, October 2026, tried with Claude Code 2.1.304",
};

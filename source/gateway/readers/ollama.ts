import type {Reader} from './reader.ts';

export const ollama: Reader = {
	id: 'ollama',
	label: 'Ollama',
	order: [],
	among: 'first',
	guard: 'never',
	keys: {kind: 'anything'},
	refusal: {missing: '', unknown: ''},
	evidence: 'docs/api/anthropic-compatibility.mdx in ollama/ollama@fb30760',
};

import type {Rule} from './rule.ts';

/** Ollama: plain sentences, Go's "404 page not found" for unknown paths. */
export const ollama: readonly Rule[] = [
	{
		id: 'ollama-model',
		whose: 'Ollama',
		says: /model '[^']+' not found|model "[^"]+" not found|try pulling it first|model \S+ not found,? try/,
		causes: [
			{cause: 'model-name-unknown', weight: 80, with: {'holds:subscription': -15, 'at:ollama': 12, 'at:leftover': -6}},
			{cause: 'stale-base-url', weight: 66, with: {'holds:subscription': 24, 'at:leftover': 25}},
		],
		why: 'Ollama has no such model; whoever meant Anthropic has its address left over.',
		fires: "model 'claude-sonnet-4-6' not found",
		silent: 'Publisher Model was not found',
	},
	{
		id: 'go-page-not-found',
		whose: 'Ollama',
		says: /404 page not found/,
		unless: /upstream (?:provider|error)|page not found: model/,
		causes: [
			{cause: 'base-url-dup-v1', weight: 74, with: {'at:v1': 20}},
			{cause: 'stale-base-url', weight: 66, with: {'holds:subscription': 18, 'at:leftover': 25, 'at:unknown': 9}},
			{cause: 'base-url-path', weight: 64},
			{cause: 'protocol-mismatch', weight: 40, with: {'at:chat-path': 42}},
			{cause: 'endpoint-not-implemented', weight: 45},
		],
		why: 'A server written in Go (Ollama among them) has no such path, often because of a doubled /v1.',
		fires: 'Error: 404 404 page not found',
		silent: 'Error: 404 Not Found',
	},
];

import type {Entry} from '../entry.ts';
import {compatibility, gitleaks, modelsDev, trufflehog} from './sources.ts';

const source = [compatibility, modelsDev, trufflehog, gitleaks];

/** Services that speak OpenAI's protocol alone: their keys stay with a translating proxy. */
export const openaiOnly: readonly Entry[] = [
	{
		...of('openai', 'OpenAI', 'https://api.openai.com/v1', 'high'),
		key: {
			pattern: /^(?:sk-(?:proj|svcacct|service|admin)-[\w-]+|sk-[A-Za-z0-9]{20})T3BlbkFJ[\w-]+$/,
			page: 'https://platform.openai.com/api-keys',
		},
	},
	{
		...of('groq', 'Groq', 'https://api.groq.com/openai/v1', 'high'),
		key: {pattern: /^gsk_[A-Za-z0-9]{52}$/, begins: 'gsk_', page: 'https://console.groq.com/keys'},
	},
	{
		...of('mistral', 'Mistral', 'https://api.mistral.ai/v1', 'high'),
		key: {page: 'https://console.mistral.ai/api-keys'},
	},
	{
		...of('together', 'Together AI', 'https://api.together.ai/v1', 'high'),
		key: {pattern: /^(?:tgp_v1_[\w-]{43}|[0-9a-f]{64})$/, page: 'https://api.together.ai/settings/api-keys'},
	},
	{
		...of('cerebras', 'Cerebras', 'https://api.cerebras.ai/v1', 'high'),
		key: {pattern: /^csk-[a-z0-9]{48}$/, begins: 'csk-', page: 'https://cloud.cerebras.ai'},
	},
	{
		...of('nvidia-nim', 'NVIDIA NIM', 'https://integrate.api.nvidia.com/v1', 'medium'),
		key: {pattern: /^nvapi-[\w-]{64}$/, begins: 'nvapi-', page: 'https://build.nvidia.com/settings/api-keys'},
	},
	{
		...of('huggingface', 'Hugging Face', 'https://router.huggingface.co/v1', 'medium'),
		key: {pattern: /^hf_[A-Za-z0-9]{34}$/, begins: 'hf_', page: 'https://huggingface.co/settings/tokens'},
		proof: ['https://huggingface.co/api/whoami-v2', 'bearer', 'whether the token is good'],
	},
	{
		...of('gemini', 'Google Gemini', 'https://generativelanguage.googleapis.com/v1beta/openai', 'medium'),
		key: {pattern: /^AIza[\w-]{35}$/, begins: 'AIza', page: 'https://aistudio.google.com/app/apikey'},
		proof: ['https://generativelanguage.googleapis.com/v1/models', 'x-goog-api-key', 'whether the key is good'],
	},
	{
		...of('xai', 'xAI Grok', 'https://api.x.ai/v1', 'high'),
		key: {pattern: /^xai-\w{80}$/, begins: 'xai-', page: 'https://console.x.ai'},
		proof: ['https://api.x.ai/v1/api-key', 'bearer', 'whether the key is good, and what it may do'],
		traps: [
			'It once answered Claude Code itself; that is withdrawn, and guides that show ANTHROPIC_BASE_URL=https://api.x.ai are out of date.',
		],
	},
];

function of(id: string, label: string, url: string, confidence: 'high' | 'medium'): Entry {
	const proof = [`${url}/models`, 'bearer', 'whether the key is good'] as const;
	return {id, label, maker: label, kind: 'openai-only', at: [url], reads: 'bearer', proof, source, confidence};
}

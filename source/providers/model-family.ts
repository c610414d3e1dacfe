import type {Family} from './known-hosts.ts';

/** Whose model a name is, by the name alone; null for names that a gateway may have made up. */
export function modelFamily(name: string): Family | null {
	const own = name.toLowerCase().replace(/^.*\//, '');
	return rows.find(([begins]) => begins.test(own))?.[1] ?? null;
}

const rows: readonly (readonly [begins: RegExp, family: Family])[] = [
	[/^(?:[a-z]{2,6}\.)?(?:anthropic\.)?claude[-@]/, 'Claude'],
	[/^glm-/, 'GLM'],
	[/^(?:kimi|moonshot)-/, 'Kimi'],
	[/^deepseek-/, 'DeepSeek'],
	[/^(?:minimax|abab)[-\d]/, 'MiniMax'],
	[/^mimo-/, 'MiMo'],
	[/^longcat-/, 'LongCat'],
	[/^qwen/, 'Qwen'],
	[/^(?:gpt-|chatgpt-|o[134](?:-|$)|codex-)/, 'GPT'],
	[/^gemini-/, 'Gemini'],
	[/^grok-/, 'Grok'],
	[/^(?:meta-)?llama-?\d/, 'Llama'],
	[/^(?:mistral|devstral|codestral|magistral)-/, 'Mistral'],
];

/** How the same model is called elsewhere: by OpenRouter and Vercel, by Bedrock, by Vertex. Anthropic itself answers 404 to each. */
export function foreignForm(name: string): 'router' | 'bedrock' | 'vertex' | null {
	if (/^(?:arn:aws|(?:[a-z]{2,6}\.)?anthropic\.claude-)/.test(name)) return 'bedrock';
	if (/^claude-[^/]*@\d{8}$/.test(name)) return 'vertex';
	return /^~?[\w-]+\/[\w.:-]+$/.test(name) ? 'router' : null;
}

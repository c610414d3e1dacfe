/**
 * Whose manual has ANTHROPIC_API_KEY set and empty beside a token, by the address in use; null elsewhere. A short extract of the
 * catalogue, so that a doctor's start need not load all of it; a test holds the two together.
 */
export function wantsEmptyKey(address: string): string | null {
	if (!URL.canParse(address)) return null;
	const {host} = new URL(address);
	return rows.find(([known]) => known.test(host))?.[1] ?? null;
}

const rows: readonly (readonly [host: RegExp, maker: string])[] = [
	[/^openrouter\.ai$/, 'OpenRouter'],
	[/^ai-gateway\.vercel\.sh$/, 'Vercel'],
	[/^(?:localhost|127\.0\.0\.1|\[::1\]):11434$/, 'Ollama'],
];

/** A base address the endpoint may have meant, with the reason it is proposed. */
export type Form = {readonly base: string; readonly why: string};

/**
 * Other forms of a base address that does not answer, likeliest first and each once. None is taken without an answer: /v1 is part of the
 * real path at CodeRouter, Cloudflare and others, and Claude Code itself appends /v1/messages.
 */
export function probeForms(base: string): readonly Form[] {
	if (!URL.canParse(base)) return [];
	const url = new URL(base);
	const path = url.pathname.replace(/\/+$/, '');
	const forms: Form[] = [];
	const propose = (other: string, why: string) => {
		const text = `${url.origin}${other.replace(/\/+$/, '')}`;
		if (text !== `${url.origin}${path}` && !forms.some(form => form.base === text)) forms.push({base: text, why});
	};
	for (const [ending, why] of endings) if (ending.test(path)) propose(path.replace(ending, ''), why);
	const root = endings.reduce((left, [ending]) => left.replace(ending, ''), path);
	for (const prefix of prefixes) if (!root.endsWith(prefix)) propose(`${root}${prefix}`, `the Messages API is often below ${prefix}`);
	propose('', 'the Messages API is often at the root');
	for (const prefix of prefixes) propose(prefix, `the Messages API is often below ${prefix}`);
	return forms;
}

/** Claude Code appends /v1/messages itself; the others are addresses of OpenAI's protocol. */
const endings: readonly (readonly [RegExp, string])[] = [
	[/\/v1\/messages$/, 'Claude Code appends /v1/messages itself'],
	[/\/chat\/completions$/, "that is an address of OpenAI's protocol"],
	[/\/(?:compatible-mode|openai|paas)(?:\/v\d+)?$/, "that is an address of OpenAI's protocol"],
	[/\/v1$/, 'Claude Code appends /v1 itself'],
];

/** Documented prefixes: DeepSeek, Moonshot, MiniMax and others; Z.ai; OpenRouter and relays; DashScope; and the few whose base ends in /v1. */
const prefixes = ['/anthropic', '/api/anthropic', '/api', '/apps/anthropic', '/v1'];

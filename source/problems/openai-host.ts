/** Hosts that speak OpenAI's protocol only: no Messages endpoint was found there, so a translator has to stand between. */
const hosts: readonly RegExp[] = [
	/^api\.(?:openai|groq)\.com$/,
	/^api\.(?:mistral|together|cerebras|x)\.ai$/,
	/^api\.together\.xyz$/,
	/^integrate\.api\.nvidia\.com$/,
	/^router\.huggingface\.co$/,
	/^generativelanguage\.googleapis\.com$/,
];

export function isOpenaiHost(address: string): boolean {
	return URL.canParse(address) && hosts.some(host => host.test(new URL(address).hostname));
}

/** Groq and Gemini, DashScope, Zhipu, and every full address of the chat API. */
const openaiPath = /\/(?:chat\/completions|completions|responses|openai(?:\/v1)?|compatible-mode\/v1|paas\/v4)\/*$/i;

export function isOpenaiPath(address: string): boolean {
	return URL.canParse(address) && openaiPath.test(new URL(address).pathname);
}

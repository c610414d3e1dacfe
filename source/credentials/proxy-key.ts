import type {Credential} from './credential.ts';

/**
 * For a translating proxy in front of an OpenAI-compatible service. The service's own key stays with the proxy: Claude Code sends
 * what the proxy asks of its clients, which may be any word.
 */
export const proxyKey: Credential = {
	kind: 'proxy-key',
	title: 'Key for an OpenAI-compatible proxy',
	hint: 'OpenAI, Azure, Groq behind a translator',
	address: 'asked',
	header: 'Authorization: Bearer',
	page: null,
	question: "Paste the proxy's own key",
};

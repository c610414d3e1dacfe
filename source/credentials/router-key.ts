import type {Credential} from './credential.ts';

/** For any endpoint but Anthropic's that speaks its protocol. Most read Authorization: Bearer, so it goes into ANTHROPIC_AUTH_TOKEN. */
export const routerKey: Credential = {
	kind: 'router-key',
	title: 'Router or gateway key',
	hint: 'OpenRouter, DeepSeek, a company gateway',
	address: 'asked',
	header: 'Authorization: Bearer',
	page: null,
	question: 'Paste the key',
};

import {login, type ProblemExamples, routerKey} from '../example.ts';

export const customHeadersLeft: ProblemExamples = {
	id: 'custom-headers-left',
	fires: [
		{
			name: "LiteLLM's key goes to Anthropic",
			variables: {ANTHROPIC_CUSTOM_HEADERS: 'x-litellm-api-key: Bearer sk-1234'},
			login,
			severity: 'error',
			says: /LiteLLM/,
		},
		{
			name: 'beside one that is wanted',
			user: {env: {ANTHROPIC_CUSTOM_HEADERS: 'X-Team: a\nHelicone-Auth: Bearer sk-helicone-abc'}},
			login,
			says: /Helicone/,
		},
		{name: 'without a credential in it', user: {env: {ANTHROPIC_CUSTOM_HEADERS: 'X-Title: mine'}}, login, severity: 'warning'},
		{
			name: 'at another vendor',
			variables: {
				ANTHROPIC_CUSTOM_HEADERS: 'x-portkey-api-key: abc',
				ANTHROPIC_BASE_URL: 'https://openrouter.ai/api',
				ANTHROPIC_AUTH_TOKEN: routerKey,
			},
		},
	],
	silent: [
		{name: 'of one’s own', variables: {ANTHROPIC_CUSTOM_HEADERS: 'X-Team: a'}, login},
		{
			name: 'at a gateway, whose header it is',
			variables: {ANTHROPIC_CUSTOM_HEADERS: 'x-litellm-api-key: Bearer sk-1234', ANTHROPIC_BASE_URL: 'https://gw.example.com'},
			login,
		},
		{
			name: "OpenRouter's own",
			variables: {
				ANTHROPIC_CUSTOM_HEADERS: 'X-Title: mine',
				ANTHROPIC_BASE_URL: 'https://openrouter.ai/api',
				ANTHROPIC_AUTH_TOKEN: routerKey,
			},
		},
		{
			name: 'cancelled',
			variables: {ANTHROPIC_CUSTOM_HEADERS: 'x-litellm-api-key: abc'},
			user: {env: {ANTHROPIC_CUSTOM_HEADERS: ''}},
			login,
		},
	],
};

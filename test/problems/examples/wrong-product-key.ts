import {consoleKey, login, type ProblemExamples, routerKey, setupToken} from '../example.ts';

export const wrongProductKey: ProblemExamples = {
	id: 'wrong-product-key',
	fires: [
		{name: 'a key of OpenRouter without its address', variables: {ANTHROPIC_API_KEY: routerKey}, severity: 'error', says: /OpenRouter/},
		{
			name: 'a Console key at OpenRouter',
			user: {env: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_API_KEY: consoleKey}},
			says: /openrouter\.ai answers 401/,
		},
		{
			name: 'a Console key beside the right token at OpenRouter',
			user: {env: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey}},
			variables: {ANTHROPIC_API_KEY: consoleKey},
		},
		{
			name: 'a key of OpenRouter in a startup file',
			variables: {ANTHROPIC_API_KEY: routerKey},
			files: {'~/.bashrc': `export ANTHROPIC_API_KEY=${routerKey}\n`},
		},
		{name: 'beside a login, which may be meant as well', user: {env: {ANTHROPIC_API_KEY: routerKey}}, login},
		{name: 'in settings, as a token', user: {env: {ANTHROPIC_AUTH_TOKEN: routerKey}}},
		{name: 'a key of OpenAI', variables: {ANTHROPIC_API_KEY: `sk-proj-${'Ab3dEf9h'.repeat(8)}`}, says: /OpenAI/},
		{name: 'an Admin key', variables: {ANTHROPIC_API_KEY: `sk-ant-admin01-${'Ab3dEf9h'.repeat(8)}`}, says: /manages accounts/},
		{name: "Anthropic's address spelled out", variables: {ANTHROPIC_API_KEY: routerKey, ANTHROPIC_BASE_URL: 'https://api.anthropic.com/'}},
	],
	silent: [
		{name: 'at its own address', variables: {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'}},
		{
			name: 'at a gateway, whose keys may look like anything',
			variables: {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_BASE_URL: 'https://gw.example.com'},
		},
		{name: 'a Console key at a gateway', variables: {ANTHROPIC_AUTH_TOKEN: consoleKey, ANTHROPIC_BASE_URL: 'https://gw.example.com'}},
		{name: 'a Console key', variables: {ANTHROPIC_API_KEY: consoleKey}},
		{name: 'a token of a subscription', variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken}},
		{name: 'a shape that nobody knows', variables: {ANTHROPIC_API_KEY: 'sk-1234567890abcdefghij'}},
		{name: 'one that a good one outranks', variables: {ANTHROPIC_API_KEY: routerKey}, user: {env: {ANTHROPIC_API_KEY: consoleKey}}},
	],
};

import {consoleKey, type ProblemExamples, setupToken} from '../example.ts';

export const wrongHeader: ProblemExamples = {
	id: 'wrong-header',
	fires: [
		{
			name: 'a Console key as a token',
			variables: {ANTHROPIC_AUTH_TOKEN: consoleKey},
			severity: 'error',
			says: /belongs in ANTHROPIC_API_KEY/,
		},
		{name: 'a Console key as the token of a login', user: {env: {CLAUDE_CODE_OAUTH_TOKEN: consoleKey}}},
		{name: 'a setup token as a key', variables: {ANTHROPIC_API_KEY: setupToken}, says: /belongs in CLAUDE_CODE_OAUTH_TOKEN/},
	],
	silent: [
		{name: 'a Console key as a key', variables: {ANTHROPIC_API_KEY: consoleKey}},
		{name: 'a setup token in its own variable', variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken}},
		{
			name: 'a Console key as the token of a gateway',
			variables: {ANTHROPIC_AUTH_TOKEN: consoleKey, ANTHROPIC_BASE_URL: 'https://gw.example.com'},
		},
		{name: 'another shape as a token', variables: {ANTHROPIC_AUTH_TOKEN: 'sk-1234567890abcdefghij'}},
	],
};

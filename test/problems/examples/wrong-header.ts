import {consoleKey, login, type ProblemExamples, routerKey, setupToken} from '../example.ts';

/** As a shell has it that has read the file. */
const exported = (name: string, value: string) => ({
	variables: {[name]: value},
	files: {'~/.zshrc': `alias k=kubectl\nexport ${name}=${value}\n`},
});

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
		{name: 'a Console key as a token, in settings', user: {env: {ANTHROPIC_AUTH_TOKEN: consoleKey}}},
		{name: 'a Console key as a token, in a startup file', ...exported('ANTHROPIC_AUTH_TOKEN', consoleKey)},
		{
			name: 'a key where the vendor reads Bearer',
			user: {env: {ANTHROPIC_BASE_URL: 'https://api.minimax.io/anthropic', ANTHROPIC_API_KEY: 'sk-cp-0123456789abcdefghij'}},
			says: /reads Authorization/,
		},
		{
			name: 'a token where the vendor reads x-api-key',
			user: {env: {ANTHROPIC_BASE_URL: 'https://opencode.ai/zen/go', ANTHROPIC_AUTH_TOKEN: 'sk-0123456789abcdefghij'}},
			says: /reads x-api-key/,
		},
		{
			name: 'a key where the other header is proved to be read',
			user: {env: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_API_KEY: routerKey}},
			live: 'wrong-header',
			says: /reads Authorization/,
		},
		{name: 'a setup token as a key', variables: {ANTHROPIC_API_KEY: setupToken}, says: /belongs in CLAUDE_CODE_OAUTH_TOKEN/},
	],
	silent: [
		{name: 'a Console key as a key', variables: {ANTHROPIC_API_KEY: consoleKey}},
		{name: 'a setup token in its own variable', variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken}},
		{
			name: 'a Console key as the token of a gateway',
			variables: {ANTHROPIC_AUTH_TOKEN: consoleKey, ANTHROPIC_BASE_URL: 'https://gw.example.com'},
		},
		{
			name: 'where the vendor reads either',
			variables: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_API_KEY: routerKey},
		},
		{
			name: 'a login at a host that reads x-api-key: another name',
			variables: {ANTHROPIC_BASE_URL: 'https://opencode.ai/zen/go'},
			login,
		},
		{
			name: 'a key for Anthropic behind a third header',
			variables: {
				ANTHROPIC_BASE_URL: 'https://api.fireworks.ai/inference',
				ANTHROPIC_API_KEY: consoleKey,
				ANTHROPIC_CUSTOM_HEADERS: 'x-fireworks-api-key: fw_0123456789',
			},
		},
		{name: 'another shape as a token', variables: {ANTHROPIC_AUTH_TOKEN: 'sk-1234567890abcdefghij'}},
	],
};

import {approved, consoleKey, login, type ProblemExamples, rejected, routerKey, setupToken} from '../example.ts';

const gateway = {ANTHROPIC_BASE_URL: 'https://gw.example.com'};

export const bothSet: ProblemExamples = {
	id: 'both-set',
	fires: [
		{
			name: 'both in the shell',
			variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: consoleKey},
			severity: 'error',
			says: /AUTH_TOKEN.*API_KEY/,
		},
		{
			name: 'token in settings, key in the shell',
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey}},
			variables: {ANTHROPIC_API_KEY: consoleKey},
		},
		{
			name: 'a helper and a key of another value',
			user: {apiKeyHelper: 'pass show router'},
			files: {'/usr/bin/pass': {text: '', mode: 0o755}},
			variables: {ANTHROPIC_API_KEY: consoleKey},
		},
		{
			name: 'token and a rejected key: claude -p sends both',
			variables: {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: consoleKey},
			state: rejected,
			says: /claude -p/,
		},
		{
			name: 'a setup token that a key displaces',
			variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken, ANTHROPIC_API_KEY: consoleKey},
			state: approved,
			severity: 'warning',
		},
		{
			name: 'a sample beside a real token',
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey}},
			variables: {ANTHROPIC_API_KEY: 'your-api-key-here'},
		},
		{
			name: 'two keys of which nobody knows which',
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: 'sk-1234567890abcdefghij'}},
		},
	],
	silent: [
		{
			name: 'OpenRouter wants the key empty',
			variables: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: ''},
		},
		{
			name: 'AgentRouter wants the same value in both',
			variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: routerKey},
			state: approved,
		},
		{
			name: "a helper's one value fills both headers",
			user: {apiKeyHelper: 'pass show router'},
			files: {'/usr/bin/pass': {text: '', mode: 0o755}},
		},
		{
			name: 'the key is masked in settings',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: ''}},
		},
		{
			name: 'a third header for the gateway',
			variables: {...gateway, ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_CUSTOM_HEADERS: 'x-litellm-api-key: Bearer sk-1234'},
			state: approved,
		},
		{
			name: 'one of them in a file no shell has read',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			state: approved,
			files: {'~/.zshrc': `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`},
		},
		{
			name: 'a setup token beside a gateway credential',
			variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, CLAUDE_CODE_OAUTH_TOKEN: setupToken},
		},
		{name: 'a login beside a token', variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey}, login},
	],
};

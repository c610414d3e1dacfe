import {approved, consoleKey, login, type ProblemExamples, routerKey} from '../example.ts';

const zai = 'https://api.z.ai/api/anthropic';

export const staleBaseUrl: ProblemExamples = {
	id: 'stale-base-url',
	fires: [
		{
			name: 'a Console key at another vendor',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			user: {env: {ANTHROPIC_BASE_URL: zai}},
			state: approved,
			severity: 'error',
			says: /Z\.ai does not know it/,
		},
		{name: 'the saved login at another vendor', variables: {ANTHROPIC_BASE_URL: zai}, login, severity: 'error'},
		{
			name: 'in a startup file as well',
			variables: {ANTHROPIC_BASE_URL: zai},
			files: {'~/.bashrc': `export ANTHROPIC_BASE_URL=${zai}\n`},
			login,
		},
		{name: 'of a project', project: {env: {ANTHROPIC_BASE_URL: zai}}, login},
		{
			name: 'a Console key at a host nobody knows',
			variables: {ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_BASE_URL: 'https://gw.example.com'},
			state: approved,
			severity: 'warning',
			says: /Unless this gateway passes it on/,
		},
		{
			name: 'nothing behind the port',
			variables: {ANTHROPIC_BASE_URL: 'http://127.0.0.1:3456', ANTHROPIC_AUTH_TOKEN: 'any'},
			live: 'unreachable-host',
			severity: 'error',
			says: /Nothing listens/,
		},
	],
	silent: [
		{
			name: 'its key is in a file that claude skips',
			user: `{"env": {"ANTHROPIC_AUTH_TOKEN": "${routerKey}"},}`,
			variables: {ANTHROPIC_BASE_URL: zai},
			login,
		},
		{
			name: 'its key is in a startup file',
			files: {'~/.zshrc': `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`},
			variables: {ANTHROPIC_BASE_URL: zai},
			login,
		},
		{
			name: "the vendor's own key",
			variables: {ANTHROPIC_BASE_URL: zai, ANTHROPIC_AUTH_TOKEN: '0123456789abcdef0123456789abcdef.Ab3dEf9hIj5kLm1n'},
			login,
		},
		{
			name: 'a header for the gateway lets the login pass',
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_CUSTOM_HEADERS: 'x-litellm-api-key: Bearer sk-1234'},
			login,
		},
		{
			name: 'a router of this computer',
			variables: {ANTHROPIC_BASE_URL: 'http://127.0.0.1:3456', ANTHROPIC_API_KEY: consoleKey},
			state: approved,
		},
		{name: "Anthropic's own address", variables: {ANTHROPIC_BASE_URL: 'https://api.anthropic.com'}, login},
		{
			name: 'unreachable, but far away',
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: routerKey},
			live: 'unreachable-host',
		},
	],
};

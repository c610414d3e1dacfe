import {approved, consoleKey, login, type ProblemExamples, routerKey} from '../example.ts';

const gateway = {ANTHROPIC_BASE_URL: 'https://gw.example.com'};

export const customHeaderCredential: ProblemExamples = {
	id: 'custom-header-credential',
	fires: [
		{
			name: 'an old x-api-key beside a token',
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_CUSTOM_HEADERS: 'X-Team: a\nx-api-key: sk-old-0123456789abcdef'}},
			severity: 'warning',
			says: /goes out beside ANTHROPIC_AUTH_TOKEN/,
		},
		{
			name: 'an Authorization that the token overwrites',
			user: {
				env: {
					...gateway,
					ANTHROPIC_AUTH_TOKEN: routerKey,
					ANTHROPIC_CUSTOM_HEADERS: 'X-Team: a\nAuthorization: Bearer sk-old-0123456789abcdef',
				},
			},
			says: /dropped/,
		},
		{
			name: 'an x-api-key in place of the key',
			variables: {...gateway, ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_CUSTOM_HEADERS: 'x-api-key: sk-old-0123456789abcdef'},
			state: approved,
			says: /takes the place/,
		},
		{
			name: 'the same key twice',
			variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_CUSTOM_HEADERS: `x-api-key: ${routerKey}`},
		},
	],
	silent: [
		{name: 'alone, which is meant', variables: {...gateway, ANTHROPIC_CUSTOM_HEADERS: 'x-api-key: sk-0123456789abcdef'}},
		{
			name: 'a third header for the gateway',
			variables: {...gateway, ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_CUSTOM_HEADERS: 'x-litellm-api-key: Bearer sk-1234'},
			state: approved,
		},
		{name: 'no credential among them', variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_CUSTOM_HEADERS: 'X-Team: a'}},
		{name: 'beside a login', variables: {ANTHROPIC_CUSTOM_HEADERS: 'Authorization: Bearer sk-0123456789abcdef'}, login},
		{
			name: 'beside an empty key',
			variables: {...gateway, ANTHROPIC_API_KEY: '', ANTHROPIC_CUSTOM_HEADERS: 'x-api-key: sk-0123456789abcdef'},
		},
	],
};

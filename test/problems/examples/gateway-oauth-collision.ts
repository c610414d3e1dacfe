import {login, type ProblemExamples, routerKey, setupToken} from '../example.ts';

const gateway = {ANTHROPIC_BASE_URL: 'https://litellm.example.com'};

export const gatewayOauthCollision: ProblemExamples = {
	id: 'gateway-oauth-collision',
	fires: [
		{name: 'a base URL and a login', variables: gateway, login, severity: 'warning', says: /litellm\.example\.com/},
		{
			name: 'a base URL of the project and a setup token',
			project: {env: gateway},
			variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken},
			severity: 'warning',
		},
		{
			name: 'a key for it in a startup file that was not read',
			user: {env: gateway},
			files: {'~/.zshrc': `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`},
			login,
			says: /ANTHROPIC_AUTH_TOKEN, which was meant for it/,
		},
		{
			name: 'a key for it that settings cancel',
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: ''}},
			variables: {ANTHROPIC_AUTH_TOKEN: routerKey},
			login,
		},
		{name: 'a translator on this computer', variables: {ANTHROPIC_BASE_URL: 'http://127.0.0.1:8082'}, login, severity: 'info'},
	],
	silent: [
		{
			name: 'a header for the gateway beside the login',
			variables: {...gateway, ANTHROPIC_CUSTOM_HEADERS: `x-litellm-api-key: Bearer ${routerKey}`},
			login,
		},
		{name: 'a key of the gateway', variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey}, login},
		{name: 'no base URL', login},
		{name: "Anthropic's own, spelled out", variables: {ANTHROPIC_BASE_URL: 'https://api.anthropic.com'}, login},
	],
};

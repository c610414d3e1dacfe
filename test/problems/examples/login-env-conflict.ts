import {approved, consoleKey, login, type ProblemExamples, rejected, routerKey, setupToken} from '../example.ts';

export const loginEnvConflict: ProblemExamples = {
	id: 'login-env-conflict',
	fires: [
		{
			name: 'a saved Console key beside a token',
			variables: {ANTHROPIC_BASE_URL: 'http://localhost:8082', ANTHROPIC_AUTH_TOKEN: 'freecc'},
			state: {primaryApiKey: consoleKey},
			severity: 'error',
			says: /x-api-key/,
		},
		{name: 'a declined key and a login', variables: {ANTHROPIC_API_KEY: consoleKey}, state: rejected, login, severity: 'warning'},
		{
			name: 'a declined key, a login and a gateway that then gets the login',
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_API_KEY: consoleKey},
			state: rejected,
			login,
			severity: 'error',
			says: /gw\.example\.com/,
		},
		{
			name: 'a setup token beside a login',
			variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken},
			login,
			severity: 'info',
			says: /rests/,
		},
	],
	silent: [
		{name: 'a saved Console key alone', state: {primaryApiKey: consoleKey}},
		{name: 'a login alone', login},
		{name: 'a setup token alone', variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken}},
		{
			name: 'a token and a login at a gateway',
			variables: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey},
			login,
		},
		{name: 'an approved key and a login: another name', variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved, login},
	],
};

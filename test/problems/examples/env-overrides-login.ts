import {approved, consoleKey, login, type ProblemExamples, rejected, routerKey} from '../example.ts';

export const envOverridesLogin: ProblemExamples = {
	id: 'env-overrides-login',
	fires: [
		{name: 'an approved key', variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved, login, severity: 'warning'},
		{name: 'a token left over from a router', variables: {ANTHROPIC_AUTH_TOKEN: routerKey}, login},
		{name: 'a helper of the user', user: {apiKeyHelper: 'printf x'}, login},
		{
			name: 'a key that was just refused',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			files: {'~/.zshrc': `export ANTHROPIC_API_KEY=${consoleKey}\n`},
			state: approved,
			login,
			live: 'key-invalid',
			severity: 'error',
			says: /just refused/,
		},
		{name: 'a key of the project', project: {env: {ANTHROPIC_API_KEY: consoleKey}}, state: approved, login},
	],
	silent: [
		{name: 'the login alone', login},
		{
			name: 'a gateway, where the login is meant to rest',
			variables: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey},
			login,
		},
		{name: 'the key alone', variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
		{name: 'the key is masked', variables: {ANTHROPIC_API_KEY: consoleKey}, user: {env: {ANTHROPIC_API_KEY: ''}}, login},
		{
			name: 'a login that may not prompt',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			state: approved,
			login: {claudeAiOauth: {...login.claudeAiOauth, scopes: ['user:profile']}},
		},
		{name: 'the modes differ: another name', variables: {ANTHROPIC_API_KEY: consoleKey}, state: rejected, login},
	],
};

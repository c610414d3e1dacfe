import {consoleKey, login, type ProblemExamples, rejected, routerKey} from '../example.ts';

export const notLoggedIn: ProblemExamples = {
	id: 'not-logged-in',
	fires: [
		{name: 'nothing anywhere', severity: 'error', says: /Not logged in/},
		{name: 'a base URL and nothing for it', variables: {ANTHROPIC_BASE_URL: 'http://127.0.0.1:8082'}, says: /base URL is set/},
		{
			name: 'a key in a file no shell has read',
			files: {'~/.zshrc': `export ANTHROPIC_API_KEY=${consoleKey}\n`},
			says: /has not read it since/,
		},
		{name: 'a key that is not exported', files: {'~/.zshrc': `ANTHROPIC_API_KEY=${consoleKey}\n`}, says: /without export/},
		{name: 'a key in a file of variables', files: {'/home/ada/work/.env': `ANTHROPIC_API_KEY=${consoleKey}\n`}, says: /does not read/},
		{name: 'a key in settings that are skipped', user: `{"env": {"ANTHROPIC_API_KEY": "${consoleKey}",}}`, says: /skips whole/},
		{
			name: 'a key that settings cancel',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			user: {env: {ANTHROPIC_API_KEY: ''}},
			says: /empty entry/,
		},
		{name: 'another program’s key', variables: {OPENAI_API_KEY: routerKey}},
	],
	silent: [
		{name: 'a saved login', login},
		{name: 'an expired login that can be refreshed', login: {claudeAiOauth: {...login.claudeAiOauth, expiresAt: 1_500_000_000_000}}},
		{name: 'a token', variables: {ANTHROPIC_AUTH_TOKEN: routerKey}},
		{name: 'a declined key has a name of its own', variables: {ANTHROPIC_API_KEY: consoleKey}, state: rejected},
		{name: 'a helper', user: {apiKeyHelper: 'printf x'}},
		{name: 'a key saved by /login', state: {primaryApiKey: consoleKey}},
		{name: 'a cloud provider', variables: {CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'eu-west-1', AWS_BEARER_TOKEN_BEDROCK: 'ABSKx'}},
	],
};

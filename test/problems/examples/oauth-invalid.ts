import {login, type ProblemExamples, routerKey, setupToken} from '../example.ts';

export const oauthInvalid: ProblemExamples = {
	id: 'oauth-invalid',
	fires: [
		{
			name: 'as a token, in the shell',
			variables: {ANTHROPIC_AUTH_TOKEN: setupToken},
			severity: 'error',
			says: /belongs in CLAUDE_CODE_OAUTH_TOKEN/,
		},
		{name: 'as a token, in settings', user: {env: {ANTHROPIC_AUTH_TOKEN: setupToken}}},
		{name: 'where an older version takes it from the shell alone', user: {env: {ANTHROPIC_AUTH_TOKEN: setupToken}}, claude: '2.0.77'},
		{name: 'as a live prompt was answered', login, live: 'oauth-invalid', severity: 'error'},
	],
	silent: [
		{name: 'in its own variable', variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken}},
		{name: 'as the key: another name', variables: {ANTHROPIC_API_KEY: setupToken}},
		{name: 'at a gateway', variables: {ANTHROPIC_AUTH_TOKEN: setupToken, ANTHROPIC_BASE_URL: 'https://gw.example.com'}},
		{name: 'a token of another kind', variables: {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'}},
	],
};

import {login, type ProblemExamples, routerKey} from '../example.ts';

export const emptyKey: ProblemExamples = {
	id: 'empty-key',
	fires: [
		{name: 'exported empty, nothing else', variables: {ANTHROPIC_API_KEY: ''}, severity: 'error'},
		{name: 'nothing but blanks', variables: {ANTHROPIC_API_KEY: '  '}, severity: 'error'},
		{name: 'blanks that an older version refuses', variables: {ANTHROPIC_API_KEY: '  '}, claude: '2.1.197', severity: 'error'},
		{
			name: 'nothing but blanks, where a startup file sets it',
			variables: {ANTHROPIC_API_KEY: '  '},
			files: {'~/.bashrc': 'alias a=b\nexport ANTHROPIC_API_KEY="  "\n'},
			severity: 'error',
		},
		{
			name: 'an empty token that an older version sends',
			variables: {ANTHROPIC_AUTH_TOKEN: '  '},
			claude: '2.0.77',
			severity: 'error',
			says: /nothing in it/,
		},
		{name: 'the word undefined', variables: {ANTHROPIC_API_KEY: 'undefined'}, severity: 'error'},
		{name: 'null in settings', user: {env: {ANTHROPIC_AUTH_TOKEN: null}}, severity: 'error', says: /null/},
		{name: 'empty in the shell while a login fills in', variables: {ANTHROPIC_API_KEY: ''}, login, severity: 'warning'},
	],
	silent: [
		{
			name: 'OpenRouter wants it empty',
			variables: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: ''},
		},
		{
			name: 'an empty text in settings masks a stale export',
			variables: {ANTHROPIC_API_KEY: 'sk-ant-stale'},
			user: {env: {ANTHROPIC_API_KEY: ''}},
			login,
		},
		{name: 'not set at all', login},
		{
			name: 'empty in a startup file that another line overrides',
			variables: {ANTHROPIC_AUTH_TOKEN: routerKey},
			files: {'~/.bashrc': 'export ANTHROPIC_AUTH_TOKEN=\n'},
		},
	],
};

import {approved, consoleKey, login, type ProblemExamples, routerKey} from '../example.ts';

const local = (key: string) => ({ANTHROPIC_BASE_URL: 'http://localhost:11434', ANTHROPIC_AUTH_TOKEN: key});

export const placeholderKey: ProblemExamples = {
	id: 'placeholder-key',
	fires: [
		{name: 'a sample from instructions', variables: {ANTHROPIC_API_KEY: 'your-api-key-here'}, severity: 'error'},
		{name: 'x in place of letters', user: {env: {ANTHROPIC_API_KEY: 'sk-ant-api03-xxxxxxxx'}}, severity: 'error'},
		{
			name: 'a sample in place of the login',
			variables: {ANTHROPIC_API_KEY: 'your-api-key-here'},
			files: {'~/.zshrc': 'export ANTHROPIC_API_KEY=your-api-key-here\n'},
			state: {customApiKeyResponses: {approved: ['your-api-key-here'], rejected: []}},
			login,
		},
		{name: 'dots in place of letters', variables: {ANTHROPIC_API_KEY: 'sk-ant-...'}, severity: 'error'},
		{name: 'a word for servers without keys, sent to Anthropic', variables: {ANTHROPIC_AUTH_TOKEN: 'ollama'}, severity: 'error'},
		{
			name: 'the same, sent to a gateway',
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: 'dummy'},
			severity: 'warning',
		},
		{
			name: 'a variable in settings',
			user: {env: {ANTHROPIC_AUTH_TOKEN: '${OPENROUTER_API_KEY}', ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'}},
			severity: 'error',
			says: /settings files hold/,
		},
		{name: 'a variable in single quotes', variables: {ANTHROPIC_API_KEY: '$MY_KEY'}, severity: 'error', says: /single quotes/},
		{name: 'a secret that CI never filled in', variables: {ANTHROPIC_API_KEY: '${{ secrets.KEY }}'}, severity: 'error'},
	],
	silent: [
		{name: 'Ollama wants any word', variables: {...local('ollama'), ANTHROPIC_API_KEY: ''}},
		{name: 'a translator on this computer wants dummy', variables: local('dummy')},
		{name: 'a server of the own network', variables: {...local('none'), ANTHROPIC_BASE_URL: 'http://192.168.1.20:8000'}},
		{name: 'a container by its name', variables: {...local('EMPTY'), ANTHROPIC_BASE_URL: 'http://vllm:8000'}},
		{
			name: "LiteLLM's documented first key",
			variables: {ANTHROPIC_BASE_URL: 'https://litellm.example.com', ANTHROPIC_AUTH_TOKEN: 'sk-1234'},
		},
		{
			name: 'a key that someone named',
			variables: {ANTHROPIC_BASE_URL: 'https://litellm.example.com', ANTHROPIC_AUTH_TOKEN: 'sk-my-team-7f3a9c'},
		},
		{name: 'a real key', variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
		{
			name: 'a sample that a real one outranks',
			variables: {ANTHROPIC_AUTH_TOKEN: 'your-key'},
			user: {env: {ANTHROPIC_AUTH_TOKEN: routerKey}},
		},
	],
};

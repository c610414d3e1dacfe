import {approved, consoleKey, login, type ProblemExamples, routerKey} from '../example.ts';

const router = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};

export const providerSwitch: ProblemExamples = {
	id: 'provider-switch',
	fires: [
		{
			name: 'beside a router, on a computer that is signed in to AWS',
			variables: {CLAUDE_CODE_USE_BEDROCK: '1'},
			user: {env: router},
			files: {'~/.aws/credentials': '[default]\n'},
			severity: 'warning',
			says: /only you know/,
		},
		{
			name: 'Bedrock left on beside a router',
			variables: {CLAUDE_CODE_USE_BEDROCK: '1'},
			user: {env: router},
			severity: 'error',
			says: /no region/,
		},
		{
			name: 'in settings and a startup file',
			user: {env: {...router, CLAUDE_CODE_USE_VERTEX: 'true'}},
			files: {'~/.zshrc': 'export CLAUDE_CODE_USE_VERTEX=1\n'},
		},
		{name: 'Foundry beside a Console key', user: {env: {CLAUDE_CODE_USE_FOUNDRY: '1', ANTHROPIC_API_KEY: consoleKey}}, state: approved},
		{name: 'of a project', project: {env: {CLAUDE_CODE_USE_BEDROCK: '1'}}, user: {env: router}},
		{
			name: 'on purpose, with a key that rests',
			variables: {CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'eu-west-1', ANTHROPIC_API_KEY: consoleKey},
			severity: 'info',
			says: /is in use/,
		},
	],
	silent: [
		{name: 'on purpose', variables: {CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'eu-west-1', AWS_PROFILE: 'work'}},
		{name: 'on purpose, with a login that rests', variables: {CLAUDE_CODE_USE_VERTEX: '1', CLOUD_ML_REGION: 'us-east5'}, login},
		{name: 'off', variables: {CLAUDE_CODE_USE_BEDROCK: '0'}, user: {env: router}},
		{name: 'cancelled', variables: {CLAUDE_CODE_USE_BEDROCK: '1'}, user: {env: {...router, CLAUDE_CODE_USE_BEDROCK: ''}}},
		{
			name: 'a gateway that signs for AWS',
			variables: {
				CLAUDE_CODE_USE_BEDROCK: '1',
				CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
				ANTHROPIC_BEDROCK_BASE_URL: 'https://gw.example.com/bedrock',
				ANTHROPIC_AUTH_TOKEN: routerKey,
			},
		},
	],
};

import {login, type ProblemExamples, routerKey} from '../example.ts';

const zai = {
	ANTHROPIC_BASE_URL: 'https://api.z.ai/api/anthropic',
	ANTHROPIC_AUTH_TOKEN: '0123456789abcdef0123456789abcdef.Ab3dEf9hIj5kLm1n',
};

export const leftoverModel: ProblemExamples = {
	id: 'leftover-model',
	fires: [
		{name: "another vendor's at Anthropic", variables: {ANTHROPIC_MODEL: 'glm-4.6'}, login, severity: 'error', says: /glm-4\.6/},
		{name: 'in settings', user: {env: {ANTHROPIC_MODEL: 'kimi-k2-turbo-preview'}}, login, severity: 'error'},
		{name: 'the model setting', user: {model: 'deepseek-chat'}, login, severity: 'error'},
		{name: 'as OpenRouter names it', variables: {ANTHROPIC_MODEL: 'anthropic/claude-sonnet-4.5'}, login},
		{name: 'as Bedrock names it', user: {env: {ANTHROPIC_MODEL: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'}}, login},
		{name: 'the small one only', user: {env: {ANTHROPIC_DEFAULT_HAIKU_MODEL: 'glm-4.5-air'}}, login, severity: 'warning'},
		{name: 'the name behind the family that is asked', user: {env: {ANTHROPIC_DEFAULT_OPUS_MODEL: 'glm-4.6'}}, login, severity: 'error'},
		{name: "Moonshot's at Z.ai", user: {env: {...zai, ANTHROPIC_MODEL: 'kimi-k2-turbo-preview'}}, severity: 'error', says: /Z\.ai/},
		{name: 'of a project', project: {env: {ANTHROPIC_MODEL: 'qwen3-coder-plus'}}, login},
	],
	silent: [
		{name: 'a family name', variables: {ANTHROPIC_MODEL: 'opus'}, login},
		{name: 'a longer context', user: {env: {ANTHROPIC_MODEL: 'claude-sonnet-4-5[1m]'}}, login},
		{name: "the vendor's own", user: {env: {...zai, ANTHROPIC_MODEL: 'glm-4.6', ANTHROPIC_DEFAULT_HAIKU_MODEL: 'glm-4.5-air'}}},
		{name: "Claude's names at a vendor that maps them", user: {env: {...zai, ANTHROPIC_MODEL: 'claude-sonnet-4-5'}}},
		{
			name: 'a gateway has any names',
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_MODEL: 'glm-4.6'},
		},
		{name: 'a name nobody knows', variables: {ANTHROPIC_MODEL: 'my-own-name'}, login},
		{name: 'cancelled', variables: {ANTHROPIC_MODEL: 'glm-4.6'}, user: {env: {ANTHROPIC_MODEL: ''}}, login},
	],
};

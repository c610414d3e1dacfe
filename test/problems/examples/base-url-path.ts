import {type ProblemExamples, routerKey} from '../example.ts';

const key = '0123456789abcdef0123456789abcdef.Ab3dEf9hIj5kLm1n';
const at = (address: string, token = key) => ({ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: token});

export const baseUrlPath: ProblemExamples = {
	id: 'base-url-path',
	fires: [
		{name: "Z.ai's root", user: {env: at('https://api.z.ai')}, severity: 'error', says: /\/api\/anthropic/},
		{name: 'half of the prefix, in the shell', variables: at('https://api.z.ai/anthropic')},
		{
			name: 'DeepSeek with /v1, which is no better when cut',
			variables: at('https://api.deepseek.com/v1', 'sk-0123456789abcdef0123456789abcdef'),
		},
		{name: 'OpenRouter without /api', project: {env: at('https://openrouter.ai', routerKey)}},
		{name: 'several plans on one host', user: {env: at('https://ark.cn-beijing.volces.com/api/v3')}, says: /\/api\/coding or \/api\/plan/},
		{
			name: 'Foundry needs /anthropic',
			variables: {
				CLAUDE_CODE_USE_FOUNDRY: '1',
				ANTHROPIC_FOUNDRY_BASE_URL: 'https://me.services.ai.azure.com',
				ANTHROPIC_FOUNDRY_API_KEY: 'k',
			},
			says: /Foundry/,
		},
		{name: 'as a live prompt says', variables: at('https://gw.example.com', routerKey), live: 'base-url-path'},
		{
			name: 'as a live prompt says, with the form that answers',
			user: {env: at('https://gw.example.com', routerKey)},
			live: 'base-url-path',
			answersAt: 'https://gw.example.com/anthropic',
		},
	],
	silent: [
		{name: 'as documented', user: {env: at('https://api.z.ai/api/anthropic')}},
		{name: 'with a slash at its end', variables: at('https://api.kimi.com/coding/')},
		{name: 'the chat address has a name of its own', variables: at('https://api.z.ai/api/paas/v4')},
		{name: 'the older of two documented paths', variables: at('https://dashscope.aliyuncs.com/api/v2/apps/claude-code-proxy')},
		{name: 'a host nobody knows', variables: at('https://gw.example.com/whatever')},
		{name: 'a live prompt that failed for another cause', variables: at('https://gw.example.com'), live: 'timeout'},
	],
};

import type {Rule} from './rule.ts';

/** OpenAI's own bodies, also repeated by everything that imitates it. */
export const openai: readonly Rule[] = [
	{
		id: 'openai-key',
		whose: 'OpenAI',
		says: /incorrect api key provided/,
		unless: /provided:? ?'?"?(?:sk-or-|sk-ant|sk-kimi|your|sk-xx|\$\{)/,
		causes: [
			{cause: 'key-invalid', weight: 74, with: {'at:gateway': -6}},
			{cause: 'wrong-product-key', weight: 68, with: {'at:openai': 4}},
			{cause: 'wrong-plan-or-region', weight: 40, with: {'at:alibaba': 34, 'at:kimi': 34, 'at:siliconflow': 22, 'holds:plan-key': 24}},
			{cause: 'gateway-upstream-key', weight: 55, with: {'at:proxy': 18, 'at:router': 22, 'at:local': 18, 'at:litellm': 18}},
		],
		why: "OpenAI does not know the key; behind a proxy it is the proxy's own.",
		fires: 'Incorrect API key provided: sk-abcde****wxyz. You can find your API key at https://platform.openai.com/account/api-keys.',
		silent: 'Incorrect API key provided: sk-or-v1-****',
	},
	{
		id: 'openai-claude-model',
		whose: 'OpenAI',
		says: /the model '?[\w./:@-]*claude[\w.:@-]*'? does not exist/,
		causes: [
			{cause: 'model-name-unknown', weight: 76},
			{cause: 'protocol-mismatch', weight: 70, with: {'at:openai': 16}},
		],
		why: "A server in OpenAI's shape was asked for a Claude model.",
		fires: 'The model `claude-sonnet-4` does not exist or you do not have access to it.',
		silent: 'The model `gpt-5` does not exist',
	},
	{
		id: 'openai-invalid-url',
		whose: 'OpenAI',
		says: /invalid url \((?:post|get) \//,
		unless: /\(post \/v1\/messages/,
		causes: [
			{cause: 'base-url-path', weight: 84},
			{cause: 'protocol-mismatch', weight: 70},
			{cause: 'base-url-dup-v1', weight: 55},
		],
		why: 'The server has no such path.',
		fires: 'Invalid URL (POST /messages)',
		silent: 'API Error: Invalid URL',
	},
	{
		id: 'openai-without-messages',
		whose: 'new-api or one-api',
		says: /invalid url \(post \/v1\/messages/,
		causes: [
			{cause: 'protocol-mismatch', weight: 84},
			{cause: 'base-url-path', weight: 74},
		],
		why: "The path is the right one, and this server does not serve it: it speaks OpenAI's protocol only.",
		fires: 'Invalid URL (POST /v1/messages)',
		silent: 'Invalid URL (POST /messages)',
	},
	{
		id: 'openai-own-key',
		whose: 'OpenAI',
		says: /incorrect api key provided:? ?'?"?sk-(?:proj|svcacct|admin)/,
		causes: [
			{cause: 'key-invalid', weight: 84, with: {'at:proxy': -14, 'at:router': -14, 'at:local': -14, 'at:litellm': -14}},
			{cause: 'wrong-product-key', weight: 58},
		],
		why: 'The prefix is of OpenAI, so the key was issued there and holds no longer.',
		fires: 'Incorrect API key provided: sk-proj-****abcd.',
		silent: 'Incorrect API key provided: sk-abcde****wxyz.',
	},
];

import type {Rule} from './rule.ts';

/** DeepSeek answers in OpenAI's shape, with its own words. */
export const deepseek: readonly Rule[] = [
	{
		id: 'deepseek-key',
		whose: 'DeepSeek',
		says: /authentication fails|your api key: \S{2,12} is invalid/,
		causes: [
			{cause: 'key-invalid', weight: 80, with: {'at:deepseek': 8}},
			{cause: 'wrong-product-key', weight: 62},
			{cause: 'stale-base-url', weight: 50, with: {'holds:subscription': 28}},
		],
		why: '"Authentication Fails" are DeepSeek\'s words for a key it does not know.',
		fires: 'Authentication Fails, Your api key: ****1234 is invalid',
		silent: 'Insufficient Balance',
	},
	{
		id: 'deepseek-no-key',
		whose: 'DeepSeek',
		says: /your api key: is invalid/,
		causes: [
			{cause: 'empty-key', weight: 92},
			{cause: 'key-invalid', weight: 60},
		],
		why: 'The place where DeepSeek repeats the key is empty.',
		excludes: ['key-invalid'],
		fires: 'Authentication Fails, Your api key:  is invalid',
		silent: 'Authentication Fails, Your api key: ****1234 is invalid',
	},
	{
		id: 'deepseek-model',
		whose: 'DeepSeek',
		says: /model not exist|supported api model names are/,
		causes: [{cause: 'model-name-unknown', weight: 93}],
		why: 'DeepSeek has no model of that name.',
		fires: '{"error":{"message":"Model Not Exist","type":"invalid_request_error"}}',
		silent: '{"error":{"message":"Insufficient Balance"}}',
	},
	{
		id: 'deepseek-echo-of-nothing',
		whose: 'DeepSeek',
		says: /your api key: \*+(?:null|none|ined|alse) is invalid/,
		causes: [
			{cause: 'empty-key', weight: 91},
			{cause: 'placeholder-key', weight: 60},
		],
		why: 'DeepSeek repeats the last four characters of the key, and they are those of "null" or "undefined".',
		excludes: ['key-invalid', 'stale-base-url'],
		fires: 'Authentication Fails, Your api key: ****null is invalid',
		silent: 'Authentication Fails, Your api key: ****1234 is invalid',
	},
	{
		id: 'deepseek-echo-of-sample',
		whose: 'DeepSeek',
		says: /your api key: \*+(?:_key|-key|here|oken|xxxx|test|ummy|mple|ere>) is invalid/,
		causes: [
			{cause: 'placeholder-key', weight: 91},
			{cause: 'malformed-key', weight: 55},
		],
		why: 'DeepSeek repeats the last four characters of the key, and they are those of a sample.',
		excludes: ['key-invalid', 'stale-base-url'],
		fires: 'Authentication Fails, Your api key: ****_KEY is invalid',
		silent: 'Authentication Fails, Your api key: ****1234 is invalid',
	},
	{
		id: 'deepseek-header-form',
		whose: 'DeepSeek',
		says: /auth header format should be bearer/,
		causes: [
			{cause: 'wrong-header', weight: 86},
			{cause: 'malformed-key', weight: 66},
			{cause: 'empty-key', weight: 60},
		],
		why: 'DeepSeek found no "Bearer sk-…" in the header it reads.',
		excludes: ['key-invalid'],
		fires: 'Authentication Fails (auth header format should be Bearer sk-...)',
		silent: 'Authentication Fails, Your api key: ****1234 is invalid',
	},
];

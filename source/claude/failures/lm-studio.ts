import type {Rule} from './rule.ts';

export const lmStudio: readonly Rule[] = [
	{
		id: 'lm-studio-endpoint',
		whose: 'LM Studio',
		says: /unexpected endpoint or method/,
		unless: /count_tokens|\/v1\/v1\/|post \/v1\/messages\)|\(get |\/api\/(?:chat|generate|tags)/,
		causes: [
			{cause: 'base-url-path', weight: 80},
			{cause: 'protocol-mismatch', weight: 66},
			{cause: 'endpoint-not-implemented', weight: 64},
		],
		why: 'LM Studio has no such path; versions before its Messages endpoint have none at all.',
		fires: 'Unexpected endpoint or method. (POST /messages). Returning 200 anyway',
		silent: 'Unexpected endpoint or method. (POST /v1/messages/count_tokens)',
	},
	{
		id: 'lm-studio-model',
		whose: 'LM Studio',
		says: /no models? loaded|model.{0,40}not loaded|failed to load model/,
		causes: [
			{cause: 'model-name-unknown', weight: 74},
			{cause: 'model-unavailable', weight: 70},
		],
		why: 'The local server has no model of this name in memory.',
		fires: 'No models loaded. Please load a model in the developer page',
		silent: 'Model loaded',
	},
	{
		id: 'lm-studio-token',
		whose: 'LM Studio',
		says: /malformed lm studio api token|lm studio.{0,40}api token/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 88},
			{cause: 'wrong-product-key', weight: 60},
		],
		why: 'LM Studio asks for a token of its own.',
		fires: 'Malformed LM Studio API token provided: lmstudio',
		silent: 'LM Studio started',
	},
	{
		id: 'lm-studio-without-messages',
		whose: 'LM Studio',
		says: /unexpected endpoint or method\.? \(post \/(?:v1\/messages(?:\?\S*)?|(?:v1\/)?api\/(?:chat|generate))\)/,
		causes: [
			{cause: 'protocol-mismatch', weight: 86},
			{cause: 'base-url-path', weight: 66},
		],
		why: "The path is that of another protocol: this version speaks OpenAI's only.",
		fires: 'Unexpected endpoint or method. (POST /v1/messages). Returning 200 anyway',
		silent: 'Unexpected endpoint or method. (POST /chat/completions)',
	},
	{
		id: 'lm-studio-side-call',
		whose: 'LM Studio',
		says: /unexpected endpoint or method\.? \(get /,
		causes: [
			{cause: 'endpoint-not-implemented', weight: 88},
			{cause: 'base-url-path', weight: 62},
		],
		why: 'Prompts are POST; what is missing is a side call.',
		fires: 'Unexpected endpoint or method. (GET /v1/models). Returning 200 anyway',
		silent: 'Unexpected endpoint or method. (POST /v1/messages)',
	},
];

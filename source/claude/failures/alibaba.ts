import type {Rule} from './rule.ts';

/** Alibaba Model Studio (DashScope, Bailian): pay-as-you-go, coding plan and token plan have a host and a key each. */
export const alibaba: readonly Rule[] = [
	{
		id: 'alibaba-key',
		whose: 'Alibaba Cloud',
		says: /invalid api-?key provided|invalidapikey|invalid access token.{0,40}dashscope/,
		causes: [
			{cause: 'wrong-plan-or-region', weight: 76},
			{cause: 'key-invalid', weight: 70},
			{cause: 'base-url-path', weight: 40, with: {'at:openai-path': 31}},
			{cause: 'stale-base-url', weight: 45, with: {'holds:subscription': 25}},
		],
		why: 'Alibaba says this of a key that belongs to another of its plans or regions as well as of a wrong one.',
		fires: '401 Invalid API-key provided. For details, see: https://www.alibabacloud.com/help/en/model-studio/error-code#apikey-error',
		silent: 'Incorrect API key provided: sk-proj',
	},
	{
		id: 'alibaba-money',
		whose: 'Alibaba Cloud',
		says: /arrearage|allocationquota|free ?tier ?only|free allocated quota|access denied.{0,40}good standing|overdue-payment/,
		causes: [
			{cause: 'credits-exhausted', weight: 93},
			{cause: 'wrong-plan-or-region', weight: 55},
		],
		why: "Arrearage and AllocationQuota are Alibaba's words for an account that cannot pay.",
		fires: 'Access denied, please make sure your account is in good standing. Arrearage',
		silent: 'Model.AccessDenied',
	},
	{
		id: 'alibaba-model',
		whose: 'Alibaba Cloud',
		says: /model\.accessdenied|accessdenied\.unpurchased|access to model denied|model access denied/,
		causes: [
			{cause: 'model-unavailable', weight: 92},
			{cause: 'wrong-plan-or-region', weight: 55},
		],
		why: 'The workspace or key may not use this model.',
		fires: '{"code":"Model.AccessDenied","message":"Model access denied."}',
		silent: '{"code":"InvalidApiKey"}',
	},
];

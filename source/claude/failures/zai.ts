import type {Rule} from './rule.ts';

/**
 * Z.ai and bigmodel.cn (Zhipu): numeric codes in error.code or error.type. 1000–1004 key, 1113 money, 1211 model, 1302–1305 rate,
 * 1308–1310 windows of the coding plan, 1311 plan without the model.
 */
export const zai: readonly Rule[] = [
	{
		id: 'zai-authorization',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|错误码)"?\W{1,5}(?:1000|1001|1002|1003|1004)\b|authorization failure|token expired or incorrect|令牌已过期或验证不正确|authorization token已过期|身份验证失败|authentication token (?:expired|invalid).{0,30}100\d/,
		causes: [
			{
				cause: 'stale-base-url',
				weight: 76,
				with: {'at:zai': -6, 'holds:subscription': 14, 'at:unknown': 4, 'at:leftover': 15, 'holds:console-key': 5},
			},
			{cause: 'key-invalid', weight: 66, with: {'at:zai': 10}},
			{cause: 'wrong-plan-or-region', weight: 58, with: {'at:zai': 8}},
			{cause: 'wrong-header', weight: 45},
		],
		why: 'Codes 1000–1004 are those of Z.ai and Zhipu: whoever meant Anthropic has their address left over.',
		fires: 'API Error: 401 {"error":{"message":"Authorization Failure","type":"1000"}}',
		silent: 'API Error: 401 {"error":{"message":"User not found"}}',
	},
	{
		id: 'zai-no-money',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|error)"?\W{1,5}1113\b|insufficient balance or no resource package|余额不足或无可用资源包/,
		causes: [
			{
				cause: 'stale-base-url',
				weight: 64,
				with: {'holds:subscription': 24, 'at:anthropic': 25, 'at:minimax': 22, 'at:leftover': 25, 'at:kimi': 20},
			},
			{cause: 'wrong-plan-or-region', weight: 74, with: {'at:zai': 6, 'at:router': 10}},
			{cause: 'credits-exhausted', weight: 70},
		],
		why: "Code 1113 is Z.ai's empty balance: real, or a coding-plan key on the pay-as-you-go address, or an address left over.",
		fires: '429 {"error":{"code":"1113","message":"Insufficient balance or no resource package. Please recharge."}}',
		silent: '402 Insufficient Balance',
	},
	{
		id: 'zai-model',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type)"?\W{1,5}(?:1211|1212)\b|模型不存在,? ?请检查模型代码|unknown model, please check the model code/,
		causes: [
			{cause: 'model-name-unknown', weight: 80, with: {'holds:subscription': -12, 'at:zai': 11}},
			{
				cause: 'stale-base-url',
				weight: 62,
				with: {
					'holds:subscription': 22,
					'at:unknown': 5,
					'at:leftover': 25,
					'at:ollama': 32,
					'at:minimax': 25,
					'at:kimi': 25,
					'at:deepseek': 25,
					'at:anthropic': 25,
				},
			},
		],
		why: 'Code 1211: Z.ai has no model of that name.',
		fires: "{'code': '1211', 'message': '模型不存在，请检查模型代码。'}",
		silent: '{"code":"1113"}',
	},
	{
		id: 'zai-plan-model',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|error)"?\W{1,5}(?:1311|1220|1222)\b|(?:coding plan|套餐).{0,60}(?:does not (?:yet )?include|not include|未包含|不包含|暂不支持|尚未开放)/,
		causes: [
			{cause: 'model-unavailable', weight: 92},
			{cause: 'wrong-plan-or-region', weight: 66},
		],
		why: 'The plan does not include this model.',
		fires: '{"error":{"code":"1311","message":"Your current plan does not include GLM-5"}}',
		silent: '{"error":{"code":"1308"}}',
	},
	{
		id: 'zai-window',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|error)"?\W{1,5}1308\b|usage limit reached for 5 hour|已达到 ?5 ?小时的使用上限/,
		causes: [
			{cause: 'usage-limit', weight: 93},
			{cause: 'wrong-plan-or-region', weight: 55},
		],
		why: 'Code 1308: the window of the coding plan is used up.',
		fires: '{"error":{"code":"1308","message":"Usage limit reached for 5 hour. Your limit will reset at 2025-12-01"}}',
		silent: '{"error":{"code":"1302"}}',
	},
	{
		id: 'zai-week',
		whose: 'Z.ai or Zhipu',
		says: /\b(?:error |code"?\W{1,4})"?13(?:09|10)\b/,
		causes: [
			{cause: 'usage-limit', weight: 68},
			{cause: 'wrong-plan-or-region', weight: 70, with: {'at:zai': 4}},
			{cause: 'credits-exhausted', weight: 60},
		],
		why: 'Codes 1309 and 1310: the coding plan is over or its week is; paid balance does not count on this address.',
		fires: '429 Error 1310',
		silent: '429 Error 1302',
	},
	{
		id: 'zai-rate',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|error)"?\W{1,5}13(?:02|03)\b|high concurrency usage of this api|您的账户已达到速率限制/,
		causes: [{cause: 'rate-limited', weight: 93}],
		why: 'Codes 1302 and 1303 are limits of concurrency and frequency.',
		fires: '{"error":{"code":"1302","message":"High concurrency usage of this API"}}',
		silent: '{"error":{"code":"1308"}}',
	},
	{
		id: 'zai-busy',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|error)"?\W{1,5}(?:1305|1312|1234|1230)\b|访问量过大/,
		causes: [{cause: 'overloaded', weight: 93}],
		why: 'Codes 1305 and 1312: the model has too many visitors.',
		fires: '{"error":{"code":"1305","message":"The model has high traffic"}}',
		silent: '{"error":{"code":"1302"}}',
	},
	{
		id: 'zai-parameter',
		whose: 'Z.ai or Zhipu',
		says: /(?:code|type|error)"?\W{1,5}(?:1210|1213|1214|1215)\b|modelcode: does not exist/,
		causes: [
			{cause: 'body-field-rejected', weight: 80},
			{cause: 'model-name-unknown', weight: 74},
		],
		why: 'Codes 1210 to 1215 are about a parameter of the request, the model code among them.',
		fires: '{"code":"1210","message":"Invalid API parameter, please check the documentation."}',
		silent: '{"code":"1211","message":"Unknown Model"}',
	},
	{
		id: 'zai-model-code',
		whose: 'Z.ai or Zhipu',
		says: /modelcode:? does not exist/,
		causes: [{cause: 'model-name-unknown', weight: 93}],
		why: 'The parameter that does not hold is the model code.',
		fires: 'HTTP 400: modelCode: does not exist',
		silent: 'HTTP 400: messages: does not exist',
	},
];

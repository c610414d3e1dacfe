import type {Rule} from './rule.ts';

/** new-api, one-api and their many forks: Chinese relays. Types new_api_error and one_api_error, "(request id: …)". */
export const newApi: readonly Rule[] = [
	{
		id: 'new-api-no-channel',
		whose: 'new-api or one-api',
		says: /无可用(?:的)?渠道|无可用(?:的)?(?:账号|账户|通道|供应商)|no available (?:\w+ ){0,2}(?:channel|account|provider|upstream)|无可用(?:的)?(?:\w+)? ?(?:账号|账户)|没有可用(?:的)?(?:渠道|账号|账户|通道)|model_not_found.{0,120}(?:distributor|渠道)|渠道不存在|该渠道已被禁用/,
		unless: /模型 {1,2}(?:无可用|\()|model '?"? ?'?"?under/,
		causes: [
			{cause: 'model-unavailable', weight: 93},
			{cause: 'model-name-unknown', weight: 66},
			{cause: 'overloaded', weight: 50},
		],
		why: 'No channel of this group serves the model; the 503 is not a fault that passes.',
		excludes: ['overloaded'],
		fires: '503 {"error":{"message":"当前分组 default 下对于模型 claude-opus-4 无可用渠道","type":"new_api_error"}}',
		silent: '令牌额度已用尽',
	},
	{
		id: 'new-api-no-model-name',
		whose: 'new-api or one-api',
		says: /模型 {1,2}(?:无可用渠道|\(distributor)|未指定模型名称|模型名称不能为空|model name (?:is )?(?:empty|not specified|required)/,
		causes: [
			{cause: 'model-name-unknown', weight: 93},
			{cause: 'model-unavailable', weight: 70},
		],
		why: 'The name of the model is empty in the message, so none was sent.',
		fires: '当前分组 default 下对于模型  无可用渠道',
		silent: '当前分组 default 下对于模型 claude-opus-4 无可用渠道',
	},
	{
		id: 'new-api-token-model',
		whose: 'new-api or one-api',
		says: /(?:该|此)?令牌(?:无权|没有权限|不允许).{0,10}(?:访问|使用)|令牌无权使用|token has no access to model|分组.{0,20}(?:无权|不允许|禁止|没有权限)|无权访问.{0,20}分组|you do not have permission to access (?:this )?(?:group|model)/,
		causes: [{cause: 'model-unavailable', weight: 94}],
		why: 'The token is good, but not for this model or group.',
		fires: '该令牌无权访问模型 claude-opus-4',
		silent: '无效的令牌',
	},
	{
		id: 'new-api-invalid-token',
		whose: 'new-api or one-api',
		says: /无效的?(?:的)?令牌|令牌(?:无效|不存在|错误|已过期|已被禁用|状态不可用|验证失败|已禁用)|invalid token.{0,60}(?:request id|new_api|one_api)|(?:new_api_error|one_api_error).{0,80}invalid token|invalid token.{0,80}(?:new_api_error|one_api_error)|token (?:status )?(?:is )?(?:unavailable|disabled|exhausted)/,
		unless: /令牌已过期或验证不正确/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 76},
			{cause: 'key-invalid', weight: 70},
			{cause: 'stale-base-url', weight: 45, with: {'holds:subscription': 25, 'at:leftover': 30}},
			{cause: 'wrong-product-key', weight: 50, with: {'holds:console-key': 20}},
			{cause: 'wrong-header', weight: 54},
		],
		why: 'The relay checks its own tokens, and this is not a live one.',
		fires: '{"error":{"message":"无效的令牌 (request id: 2025)","type":"new_api_error"}}',
		silent: '未提供令牌',
	},
	{
		id: 'new-api-token-missing',
		whose: 'new-api or one-api',
		says: /未提供令牌/,
		causes: [
			{cause: 'wrong-header', weight: 70},
			{cause: 'empty-key', weight: 70, with: {'holds:none': 20, 'here:key-empty': 20, 'here:token-empty': 20}},
		],
		why: 'The relay found no token in the header it reads.',
		fires: '{"error":{"message":"未提供令牌","type":"new_api_error"}}',
		silent: '无效的令牌',
	},
	{
		id: 'relay-key-invalid',
		whose: 'a relay',
		says: /api ?-?(?:key|密钥).{0,6}(?:无效|错误|不正确|不存在|已失效|非法|已过期|已被禁用)|(?:无效|错误|非法)的? ?(?:api ?-?)?(?:key|密钥)|密钥(?:无效|错误|不存在|已过期)|身份(?:验证|认证)失败|(?:认证|鉴权)失败|invalid_api_key/,
		unless: /incorrect api key provided/,
		causes: [
			{cause: 'key-invalid', weight: 78},
			{cause: 'gateway-key-unknown', weight: 66, with: {'at:relay': 4, 'at:local': 12}},
			{cause: 'wrong-plan-or-region', weight: 50, with: {'at:zai': 10, 'at:alibaba': 20, 'at:minimax': 15, 'at:kimi': 15}},
		],
		why: 'The server does not know this key.',
		fires: 'API key 无效，请检查您的密钥',
		silent: '令牌额度已用尽',
	},
];

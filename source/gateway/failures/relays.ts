import {type Failure, openaiError} from './failure.ts';

/** Relays of the new-api family, and vendors in China: statuses are reused for other things than they say. */
export const relays: readonly Failure[] = [
	{
		name: 'client-not-allowed',
		cause: 'client-not-allowed',
		answer: openaiError(
			400,
			'默认渠道限制: 请求非法 接口仅可用于Claude Code客户端 (如误判请修改CC客户端版本 其他渠道不限)',
			'new_api_error',
		),
	},
	{
		name: 'model-unavailable',
		cause: 'model-unavailable',
		answer: openaiError(503, '当前分组 default 下对于模型 claude-opus-5-5 无可用渠道', 'new_api_error', 'model_not_found'),
	},
	{
		name: 'wrong-header-new-api',
		cause: 'wrong-header',
		answer: openaiError(401, '未提供令牌 (request id: 20250812183246449578237uTwsKUhC)', 'new_api_error'),
	},
	{
		name: 'credits-exhausted-new-api',
		cause: 'credits-exhausted',
		answer: openaiError(403, '预扣费额度失败, 用户剩余额度: ＄0.53, 需要预扣费额度: ＄2.62', 'new_api_error', 'insufficient_user_quota'),
	},
	{
		// Mostly a coding plan's key at the address of pay-as-you-go: there is money, but not in that purse.
		name: 'credits-exhausted-zai',
		cause: 'wrong-plan-or-region',
		answer: {
			kind: 'json',
			status: 429,
			body: {type: 'error', error: {type: '1113', message: 'Insufficient balance or no resource package. Please recharge.'}},
		},
	},
	{
		name: 'stale-base-url',
		cause: 'stale-base-url',
		answer: {kind: 'json', status: 401, body: {error: {message: 'Authorization Failure', type: '1000'}}},
	},
	{
		name: 'wrong-plan-or-region',
		cause: 'wrong-plan-or-region',
		answer: {kind: 'json', status: 401, body: {error: {message: 'Invalid Authentication', type: 'invalid_authentication_error'}}},
	},
];

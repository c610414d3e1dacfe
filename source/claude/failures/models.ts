import type {Rule} from './rule.ts';

/** Models that are unknown, or not for this key: the words of any server. */
export const models: readonly Rule[] = [
	{
		id: 'anthropic-model-not-found',
		whose: 'Anthropic',
		says: /not_found_error.{0,30}"message": ?"model: ?\S/,
		causes: [
			{cause: 'model-unavailable', weight: 66, with: {'holds:subscription': 5, 'at:gateway': -8}},
			{cause: 'model-name-unknown', weight: 66, with: {'at:gateway': 5}},
			{cause: 'account-no-access', weight: 50},
		],
		why: 'Anthropic says the same of a name it does not know and of one this account may not use.',
		fires: '{"type":"error","error":{"type":"not_found_error","message":"model: claude-opus-4-5-20251101"}}',
		silent: '{"type":"error","error":{"type":"not_found_error","message":"Not Found"}}',
	},
	{
		id: 'anthropic-model-foreign',
		whose: 'Anthropic',
		says: /not_found_error.{0,30}"message": ?"model: ?(?!claude)\S/,
		causes: [{cause: 'model-name-unknown', weight: 93}],
		why: 'Anthropic was asked for a model of another vendor, or by a short name it does not have.',
		fires: '{"type":"not_found_error","message":"model: glm-4.6"}',
		silent: '{"type":"not_found_error","message":"model: claude-opus-4-5"}',
	},
	{
		id: 'anthropic-model-name-invalid',
		whose: 'Anthropic',
		says: /there is no 'model_name'|requested model was not found|invalid model(?: name)?\b|unknown model\b(?!, please check the model code)|model.{0,60}(?:does not exist|is not a valid|not recogni[sz]ed)|(?:not|isn't) a valid model|unsupported model|模型不存在(?!,? ?请检查模型代码)|不存在(?:该|此)?模型|不支持(?:该|此)?模型|model_not_found|model not exist|provider config not found for model|no such model|is not in the list of available models|模型.{0,30}(?:不存在|未找到)/,
		unless:
			/无可用渠道|no available channel|model_not_allowed|for (?:team|key)\b|team not allowed|not allowed to access|(?:do|does) not have access|issue with the selected/,
		causes: [
			{cause: 'model-name-unknown', weight: 91},
			{cause: 'model-unavailable', weight: 62},
			{cause: 'stale-base-url', weight: 40, with: {'holds:subscription': 20}},
		],
		why: 'The server does not know a model of this name.',
		fires: 'system: Invalid model name',
		silent: 'You do not have access to the model: it does not exist or you do not have access to it. does not have access',
	},
	{
		id: 'model-not-served',
		whose: 'a server',
		says: /\bmodel\W{0,3}[\w./:@-]+\W{0,2} (?:is )?(?:not supported|unsupported)|'[\w./:@-]+' model is not supported|模型.{0,30}不支持|不支持.{0,12}模型/,
		unless: /requested model is not supported|not supported (?:for|by) this|暂不支持/,
		causes: [
			{cause: 'model-name-unknown', weight: 82},
			{cause: 'model-unavailable', weight: 74},
		],
		why: 'The server does not serve a model of this name, at least not to this account.',
		fires: 'Model claude-haiku-4-5-20251001 is not supported',
		silent: 'The requested model is not supported.',
	},
	{
		id: 'model-not-for-this-key',
		whose: 'a server',
		says: /model_not_allowed|organization restricts model|model '[^']*' is restricted|model '[^']*' isn't available|access to model denied|model.{0,40}isn't available right now|(?:opus|sonnet|haiku|fable|model\w*) is not available with|access to this model requires|invalid model for (?:team|key)|requested model is not supported|不允许使用(?:该|此)?模型|not allowed to (?:access|use|call) (?:this |the )?model|(?:do(?:es)?n?'?t?|not|no|without) (?:not )?have (?:access|permission).{0,30}\bmodel|no access to (?:the |this )?model|no permission.{0,30}model|access (?:is )?denied.{0,30}model|model.{0,60}(?:is )?not (?:available|enabled|accessible|allowed|permitted|authorized)|team not allowed|(?:无权|没有权限|不允许|禁止).{0,12}(?:访问|使用|调用)?.{0,12}模型|可用模型|模型.{0,40}(?:暂不支持|暂未开放|无权|未开通|没有权限|不可用|未授权|无可用|未启用)|(?:plan|subscription|tier).{0,40}(?:does not|doesn't) include.{0,40}|not (?:included|available) (?:in|on|for|with) your (?:current )?(?:plan|subscription|tier)|model access/,
		unless: /issue with the selected model|marketplace|not authorized to perform/,
		causes: [
			{cause: 'model-unavailable', weight: 93},
			{cause: 'model-name-unknown', weight: 60},
			{cause: 'cloud-permission', weight: 40, with: {'at:bedrock': 20, 'at:vertex': 20}},
		],
		why: 'The words speak of access to a named model, not of the key as such.',
		fires: 'This token has no access to model glm-5.2',
		silent: 'Invalid model name',
	},
	{
		id: 'model-missing-or-closed',
		whose: 'OpenAI',
		says: /does not exist or you do not have access/,
		unless: /issue with the selected|publisher model/,
		causes: [
			{cause: 'model-name-unknown', weight: 78},
			{cause: 'model-unavailable', weight: 72},
			{cause: 'protocol-mismatch', weight: 50, with: {'at:openai': 30}},
		],
		why: 'The server does not tell a missing model from a closed one.',
		fires: 'The model `gpt-9` does not exist or you do not have access to it.',
		silent: 'The model `gpt-9` is overloaded',
	},
	{
		id: 'nvidia-function',
		whose: 'a server',
		says: /function '?[\w-]+'?:? not found for account/,
		causes: [
			{cause: 'model-unavailable', weight: 91},
			{cause: 'model-name-unknown', weight: 66},
		],
		why: "NVIDIA's word for a model is function, and this account has not been given this one.",
		fires: "404 Function '9b96341b': Not found for account 'x'",
		silent: "404 Function 'f' not found",
	},
	{
		id: 'nobody-serves-model',
		whose: 'a server',
		says: /no (?:\w+ )?(?:endpoints?|channels?|accounts?|deployments?|workers?|backends?|upstreams?) (?:\w+ )?(?:for|to serve|serving|supporting) (?:this |the |that )?model|no_available_model/,
		unless: /no endpoints found for|no healthy deployments|no deployments available/,
		causes: [
			{cause: 'model-unavailable', weight: 91},
			{cause: 'model-name-unknown', weight: 64},
		],
		why: 'The name may exist, but nothing that this account can reach serves it.',
		fires: '{"message":"no endpoints available for this model under your current plan and policies"}',
		silent: 'no endpoints for this address',
	},
];

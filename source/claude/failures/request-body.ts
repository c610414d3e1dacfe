import type {Rule} from './rule.ts';

/** Refusals of the request itself: the credential was accepted, or not even looked at. */
export const requestBody: readonly Rule[] = [
	{
		id: 'anthropic-beta',
		whose: 'a server',
		says: /anthropic-beta.{0,160}(?:reject|unexpected|invalid|not (?:supported|allowed)|unsupported|unknown)|(?:unexpected|unsupported|unknown|invalid) beta|(?:unexpected value|invalid|unsupported|unknown|not supported).{0,80}anthropic[-_]beta|invalid beta flag|unsupported beta|beta (?:header|feature|flag)s?.{0,40}(?:not supported|invalid|unsupported|unknown)|unexpected value\(s\)/,
		causes: [
			{cause: 'beta-header-rejected', weight: 96},
			{cause: 'body-field-rejected', weight: 55},
		],
		why: 'The refusal names anthropic-beta.',
		fires: 'Unexpected value(s) `context-management-2025-06-27` for the `anthropic-beta` header',
		silent: 'anthropic-version: header is required',
	},
	{
		id: 'body-field',
		whose: 'a server',
		says: /readstring: expects|max_tokens (?:must|:)|max_tokens: \d|must be (?:at least|greater than|less than) \W?[\w.]+|maximum allowed number of output|does not support parameters|invalid request sent to provider|is not supported for this model|cannot unmarshal|request body is not valid json|invalid params|invalid api ?parameter|(?:parse|decode|deserialize|deserializing) (?:the )?(?:request )?(?:body|json|request)|extra inputs are not permitted|field required|input should be|(?:messages|tools|system|thinking|content|output_config|context_management)\.[\w.]*:? |system messages are not allowed|unexpected (?:field|keyword|property)|unknown (?:field|parameter|name)|unrecognized (?:request )?(?:argument|key|field)|unsupported parameter|(?:cannot|can't) (?:both )?be specified|is not supported (?:for|by) this model|(?:参数|字段).{0,10}(?:错误|不支持|无效|非法)|adaptive thinking|failed to deserialize|invalid type for '|additional ?properties|cache_control|validation error|input_schema|json schema/,
		unless: /anthropic-beta|\/v1\/v1/,
		causes: [
			{cause: 'body-field-rejected', weight: 92},
			{cause: 'beta-header-rejected', weight: 60},
			{cause: 'protocol-mismatch', weight: 55},
		],
		why: 'The refusal names a field of the request, so the credential was accepted.',
		fires: 'messages.1.content.0.thinking.signature: Field required',
		silent: 'anthropic-beta: messages. unexpected value',
	},
	{
		id: 'invalid-request-plain',
		whose: 'a server',
		says: /"message": ?"(?:invalid request|bad request|error)"|invalid_request_error/,
		causes: [
			{cause: 'body-field-rejected', weight: 55},
			{cause: 'beta-header-rejected', weight: 50},
			{cause: 'protocol-mismatch', weight: 45},
		],
		why: 'The request as such was refused, without a reason.',
		fires: '{"error":{"message":"Invalid request","type":"invalid_request_error"}}',
		silent: '{"error":{"message":"Invalid key"}}',
	},
	{
		id: 'protocol-version-header',
		whose: 'Anthropic',
		says: /anthropic-version:? ?(?:header )?(?:is )?(?:required|missing)/,
		causes: [{cause: 'protocol-mismatch', weight: 95}],
		why: "A client that speaks OpenAI's protocol reached Anthropic.",
		fires: 'anthropic-version: header is required',
		silent: 'anthropic-beta header is invalid',
	},
	{
		id: 'protocol-chat-completions',
		whose: 'a server',
		says: /chat\/completions\/v1\/messages|(?:not|only) (?:a )?(?:supports? )?(?:chat\/completions|\/v1\/messages|anthropic messages|openai)[^.]{0,40}(?:format|protocol|compatible|supported)|not a chat model|please (?:use|call) (?:the )?(?:\/v1\/)?(?:chat\/completions|responses)|in the v1\/chat\/completions endpoint|unsupported api format|openai[- ](?:compatible|format).{0,40}(?:expected|required|only)|(?:anthropic|messages) (?:format|protocol|api) (?:is )?not supported|协议(?:不匹配|不支持)/,
		causes: [
			{cause: 'protocol-mismatch', weight: 92},
			{cause: 'base-url-path', weight: 62},
		],
		why: 'The text shows the other protocol.',
		fires: 'POST https://api.example/v1/chat/completions/v1/messages 404',
		silent: 'POST /v1/messages 200',
	},
];

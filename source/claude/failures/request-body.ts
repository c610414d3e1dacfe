import type {Rule} from './rule.ts';

/** Refusals of the request itself: the credential was accepted, or not even looked at. */
export const requestBody: readonly Rule[] = [
	{
		id: 'anthropic-beta',
		whose: 'a server',
		says: /anthropic-beta.{0,160}(?:reject|unexpected|invalid|not (?:supported|allowed)|unsupported|unknown)|(?:unexpected|unsupported|unknown|invalid) beta|(?:unexpected value|invalid|unsupported|unknown|not supported).{0,80}anthropic[-_]beta|invalid beta flag|unsupported beta|long context beta|beta (?:is )?not (?:yet )?(?:available|supported|enabled)|(?:not|n't) support (?:the )?[\w-]+-20\d\d-\d\d-\d\d|beta (?:header|feature|flag)s?.{0,40}(?:not supported|invalid|unsupported|unknown)|unexpected value\(s\)/,
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
		says: /readstring: expects|tool use concurrency|max_tokens (?:must|:)|max_tokens: \d|must be (?:at least|greater than|less than|non-?empty|a (?:string|list|valid)|one of) ?\W?[\w.]*|must not be empty|cannot be empty|maximum (?:allowed number of output|tokens you requested)|exceeds the (?:model|maximum|context|available context)|request too large for model|inappropriate content|datainspectionfailed|content exists risk|does not support parameters|invalid request sent to provider|is not supported for this model|cannot unmarshal|request body is not valid json|invalid params|invalid api ?parameter|(?:parse|decode|deserialize|deserializing) (?:the )?(?:request )?(?:body|json|request)|extra inputs are not permitted|field required|input should be|string should (?:match|have)|(?<!'function' found using 'type' )does not match (?:any of )?the expected|too long\. expected|invalid discriminator|system messages are not allowed|(?:invalid|unexpected|unsupported|unknown) (?:message )?role|has invalid role|expected .{1,60}(?:but|, )(?:found|got|received)|unexpected (?:field|keyword|property|chat message|content)|unknown (?:field|parameter|name|argument)|unrecognized (?:request )?(?:argument|key|field)|unsupported (?:parameter|value|content|field)|(?:cannot|can't) (?:both )?be specified|is not supported (?:for|by) this model|(?:参数|字段|入参).{0,10}(?:错误|不支持|无效|非法|有误)|adaptive thinking|failed to deserialize|invalid type for '|additional ?properties|cache_control|cache control|validation error|input_schema|json schema|previous_response_id|thinking block/,
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
		id: 'body-field-path',
		whose: 'a server',
		// Messages of validators begin with the path of the field: "tools.3.custom.input_examples: …", "temperature: …".
		says: /(?:^|["'] ?:? ?["']|[\s\]{(])(?:messages|tools|tool_choice|system|thinking|temperature|top_[pk]|stop_sequences|metadata|max_tokens|stream|context_management|container|mcp_servers|service_tier|output_config|output_format|reasoning|input|instructions|response_format|request|body)(?:[.[]\w+\]?)*: ?(?!\[|\{|"|$)[a-z`'\\]/,
		unless: /anthropic-beta|\/v1\/v1|model name|status|unexpected endpoint/,
		causes: [
			{cause: 'body-field-rejected', weight: 91},
			{cause: 'beta-header-rejected', weight: 60},
			{cause: 'protocol-mismatch', weight: 55},
		],
		why: 'The message begins with the path of a field of the request, so the credential was accepted.',
		fires: '{"message":"messages.2.content.0: unexpected shape"}',
		silent: 'The message: unexpected shape',
	},
	{
		id: 'tools-of-openai',
		whose: 'Anthropic',
		says: /input tag 'function'|tools\.\d+\.function/,
		causes: [
			{cause: 'protocol-mismatch', weight: 82},
			{cause: 'body-field-rejected', weight: 74},
		],
		why: "Tools of the kind 'function' are those of OpenAI's protocol.",
		excludes: ['beta-header-rejected'],
		fires: "Input tag 'function' found using 'type' does not match any of the expected tags",
		silent: "Input tag 'thinking' found using 'type' does not match any of the expected tags",
	},
	{
		id: 'answer-not-understood',
		whose: 'Claude Code',
		says: /is not an object \(evaluating|cannot read propert(?:y|ies) of|is not iterable|truncated event message|unexpected content-type|has content-type|stream_read_error|(?:unexpected|invalid|malformed) (?:sse|event|chunk|stream)/,
		unless: /settings|<!doctype|<html|html/,
		causes: [
			{cause: 'body-field-rejected', weight: 60},
			{cause: 'protocol-mismatch', weight: 58},
			{cause: 'html-not-json', weight: 56},
		],
		why: 'An answer came back in a shape that Claude Code does not know: the gateway translates it wrongly.',
		fires: "undefined is not an object (evaluating '$.input_tokens')",
		silent: 'The stream ended',
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
		says: /chat\/completions\/v1\/messages|(?:not|only) (?:a )?(?:supports? )?(?:chat\/completions|\/v1\/messages|anthropic messages|openai)[^.]{0,40}(?:format|protocol|compatible|supported)|not a chat model|please (?:use|call) (?:the )?(?:\/v1\/)?(?:chat\/completions|responses)|in the v1\/chat\/completions endpoint|unsupported api format|openai[- ](?:compatible|format).{0,40}(?:expected|required|only)|expects? (?:an? |the )?(?:openai|anthropic|messages)\b.{0,20}(?:format|protocol|schema)|(?:anthropic|messages) (?:format|protocol|api) (?:is )?not supported|协议(?:不匹配|不支持)|不支持 ?(?:anthropic|claude|openai|messages).{0,6}(?:协议|格式|接口)|(?:请|需|应)使用 ?(?:openai|anthropic|claude|messages).{0,6}(?:格式|协议|接口)|(?:unknown|unrecognized|unsupported) (?:request )?(?:parameter|argument)[^:]{0,20}: ?'?anthropic_version/,
		causes: [
			{cause: 'protocol-mismatch', weight: 92},
			{cause: 'base-url-path', weight: 62},
		],
		why: 'The text shows the other protocol.',
		fires: 'POST https://api.example/v1/chat/completions/v1/messages 404',
		silent: 'POST /v1/messages 200',
	},
];

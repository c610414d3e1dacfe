import {type Clue, words} from './clue.ts';

/** Words about the address, what is spoken there, and the way to it. */
export const addressClues: readonly Clue[] = [
	words('messages-path', /\/v1\/messages/, 'shows the path of a prompt'),
	words('doubled', /\/v1\/v1|messages\/(?:v1\/)?messages/, 'the path is doubled'),
	words('openai-path', /chat\/completions|\/responses|compatible-mode|paas\/v4/, "shows the path of OpenAI's protocol"),
	words('side-call', /count_?tokens|token count|\/v1\/models|\/models\b|event_logging|api\/hello/, 'shows a call beside the prompt'),
	words(
		'no-page',
		/page not found|cannot (?:post|get)|no (?:static resource|route|such route)|invalid url|"detail": ?"not found"/,
		'the server knows no such path',
	),
	words('html', /<!doctype|<html|unexpected token '?<|html|cloudflare|nginx/, 'a web page answered'),
	words('not-json', /\bjson\b|\bparse|malformed response|syntaxerror/, 'something could not be read'),
	words(
		'settings',
		/settings(?:\.local)?\.json|settings file|\.claude\.json|managed[- ]settings|--settings|invalid settings/,
		'speaks of a settings file',
	),
	words(
		'unsupported',
		/(?:not|n't) (?:yet )?(?:supported?|implement(?:ed)?|allowed for)|unsupported|method not|no endpoints|不支持/,
		'something is not offered',
	),
	words('beta', /anthropic-beta|\bbetas?\b|context-1m|-20\d\d-\d\d-\d\d/, 'speaks of a beta'),
	words(
		'field',
		/extra inputs|field required|parameters?\b|参数|messages\.\d|tools?[.[]\d|schema|max_tokens|temperature|thinking|tool_use|tool_result|cache_control|context_management|\broles?\b/,
		'names a part of the request',
	),
	words(
		'bad-request',
		/invalid_request|bad request|validation|improperly|unexpected|expected (?:tags?|type)|invalid (?:schema|type|input)/,
		'the request as such is refused',
	),
	words('protocol', /anthropic-version|openai|protocol|协议|responses api/, 'speaks of a protocol'),
	words('refused', /refused|拒绝|actively/, 'nothing listens'),
	words('name', /enotfound|enotimp|eservfail|enodata|eai_|getaddrinfo|no such host|resolve (?:\w+ )*host|dns/, 'the name does not resolve'),
	words('late', /time[d-]? ?out|etimedout|deadline|超时|no response/, 'time ran out'),
	words('certificate', /certificat|\bcert|\bssl\b|\btls\b|self[-_ ]signed|证书/, 'speaks of a certificate'),
	words(
		'broken',
		/fetch failed|connection (?:error|closed|reset)|econnreset|socket|unable to connect|can(?:'|no)t (?:reach|connect)|network|无法连接|连接失败/,
		'the connection broke',
	),
	words('proxy', /\bproxy\b|_proxy|tunnel|代理/, 'speaks of a proxy'),
	words('proxy-login', /\b407\b|proxy auth|ntlm|negotiate/, 'the proxy asks who it is'),
	words('local', /localhost|127\.0\.0\.1|0\.0\.0\.0/, 'shows an address on this machine'),
	words('welcome', /anthropic services|welcome to claude|supported countr|internet connection/, 'the screen of the first start'),
	words('no-body', /no body|^\W*(?:api )?(?:error)?\W*\d{3}\W*$/, 'nothing but a status'),
	words('retrying', /retrying in|attempt \d/, 'Claude Code tries again, which it does not after a plain refusal'),
];

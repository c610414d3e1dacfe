import type {Rule} from './rule.ts';

/** Paths and pages, whoever serves them. */
export const genericHttp: readonly Rule[] = [
	{
		id: 'doubled-path',
		whose: 'a server',
		says: /\/v1\/v1\/|\/v1\/messages\/v1\/messages|\/v1\/messages\/messages/,
		causes: [
			{cause: 'base-url-dup-v1', weight: 96},
			{cause: 'base-url-path', weight: 50},
		],
		why: 'The path has the suffix twice.',
		fires: 'POST /v1/v1/messages 404',
		silent: 'POST /v1/messages 404',
	},
	{
		id: 'side-call-missing',
		whose: 'a server',
		says: /(?:counting|count) tokens.{0,40}(?:404|not |fail|error)|error counting tokens|count_tokens\S* .{0,60}(?:404|405|501|not (?:found|supported|implemented)|failed)|(?:404|405|501|not (?:found|supported|implemented)).{0,80}(?:count_tokens|\/v1\/models)|(?:get|head) \/(?:v1\/models|api\/\w+)?\S* http\S* (?:404|405)|(?:error )?40[45]:? (?:get|head) \/|(?:get|head) \/(?!v1\/messages)\S* (?:- |returned |-> )?40[45]\b|unexpected endpoint or method.{0,40}count_tokens|token counting.{0,30}(?:not |un)supported|(?:not|n't) support(?:ed)? (?:\w+ )?(?:counting tokens|token counting|count_tokens)|\/v1\/models returned http 40[45]|cannot (?:post|get).{0,30}count_tokens/,
		unless: /\/v1\/v1\//,
		causes: [
			{cause: 'endpoint-not-implemented', weight: 94},
			{cause: 'base-url-path', weight: 55},
		],
		why: 'Only a side call is missing; the messages call is not named.',
		fires: '/v1/messages/count_tokens?beta=true HTTP/1.1" 404 22',
		silent: 'POST /v1/messages HTTP/1.1" 404 22',
	},
	{
		id: 'html-parsed',
		whose: 'a server',
		says: /empty or malformed response|invalid character '?<'? looking for|unexpected token '?<|<!doctype|<html|body is an html page|is not valid json.{0,20}<|html instead of json|received html/,
		unless:
			/403 forbidden|<title>403|just a moment|attention required|cf-mitigated|\b50[0234] (?:bad|service|gateway|internal)|\b52\d:|error code 52\d/,
		causes: [
			{cause: 'html-not-json', weight: 93},
			{cause: 'base-url-path', weight: 62},
			{cause: 'overloaded', weight: 40, with: {'status:502': 20, 'status:520': 30}},
		],
		why: 'A web page came back where JSON was awaited.',
		fires: 'Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON',
		silent: 'Unexpected token } in JSON',
	},
	{
		id: 'html-forbidden',
		whose: 'a server',
		says: /(?:<!doctype|<html|<title).{0,300}403|cf-ray|cf-mitigated|just a moment|enable javascript and cookies|attention required|you have been blocked|cloudflare.{0,60}(?:block|403)/,
		causes: [
			{cause: 'region-blocked', weight: 72, with: {'at:litellm': -10}},
			{cause: 'html-not-json', weight: 70},
			{cause: 'http-proxy-misroute', weight: 50},
		],
		why: 'A page says Forbidden: a block by place, or by a firewall on the way.',
		fires: '<!doctype html><title>403</title>403 Forbidden',
		silent: '<!doctype html><title>Welcome</title>',
	},
	{
		id: 'bad-url',
		whose: 'Claude Code',
		says: /(?:api error: )?invalid url\b(?! \()|failed to parse url|invalid base url|err_invalid_url/,
		causes: [
			{cause: 'base-url-path', weight: 78},
			{cause: 'settings-invalid', weight: 45},
		],
		why: 'The address is not one: often http:// is missing.',
		fires: 'API Error: Invalid URL',
		silent: 'Invalid URL (POST /messages)',
	},
	{
		id: 'nothing-in-the-log',
		whose: 'a server',
		says: /nothing (?:\w+ )?in (?:the )?\S* ?log/,
		causes: [
			{cause: 'base-url-path', weight: 76},
			{cause: 'stale-base-url', weight: 60},
			{cause: 'not-logged-in', weight: 55},
		],
		why: 'The request did not come to the gateway, so something else answered.',
		fires: '401 with nothing in the router log',
		silent: '401 in the router log',
	},
	{
		id: 'html-fault',
		whose: 'a server',
		says: /(?:<!doctype|<html|<title|<h1).{0,400}(?:\b50[0234] (?:bad|service|gateway|internal)|\b52\d:|error code 52\d)/,
		causes: [
			{cause: 'overloaded', weight: 92, with: {'here:proxy': -20}},
			{cause: 'html-not-json', weight: 70},
			{cause: 'http-proxy-misroute', weight: 50, with: {'here:proxy': 30}},
		],
		why: 'The page is the one that a front server shows when what is behind it does not answer.',
		fires: '<html><head><title>502 Bad Gateway</title></head></html>',
		silent: '<html><head><title>403 Forbidden</title></head></html>',
	},
	{
		id: 'address-left-over',
		whose: 'a server',
		says: /\b(?:error|fail\w*|4\d\d|5\d\d|refused|not found|invalid|unauthori[sz]ed)\b|错误|失败|无/,
		needs: ['at:leftover'],
		causes: [{cause: 'stale-base-url', weight: 88, with: {'holds:subscription': 8, 'at:anthropic': -50}}],
		why: 'The address is said to be left over from an earlier setup, so whatever it answers does not matter.',
		fires: '503 无可用渠道, at a relay that is left in settings.json',
		silent: 'The address is https://api.example',
	},
];

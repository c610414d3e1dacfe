import type {Rule} from './rule.ts';

/** vLLM reads only Authorization: Bearer and answers the bare word. */
export const vllm: readonly Rule[] = [
	{
		id: 'vllm-unauthorized',
		whose: 'vLLM',
		says: /"error": ?"unauthorized"/,
		needs: ['at:vllm', 'at:local', 'at:unknown'],
		causes: [
			{cause: 'wrong-header', weight: 72, with: {'at:vllm': 16}},
			{cause: 'gateway-key-unknown', weight: 66},
			{cause: 'key-invalid', weight: 55},
		],
		why: 'vLLM says only this word where no Bearer, or a wrong one, arrives.',
		fires: '401 {"error":"Unauthorized"}',
		silent: '401 {"error":"Forbidden"}',
	},
	{
		id: 'bare-unauthorized-proxy',
		whose: 'a Claude Code proxy',
		says: /"error": ?"unauthorized ?\W*"/,
		needs: ['at:proxy'],
		causes: [
			{cause: 'gateway-upstream-key', weight: 70},
			{cause: 'gateway-key-unknown', weight: 66},
			{cause: 'wrong-header', weight: 55},
		],
		why: 'The proxy passes on a bare refusal of what is behind it.',
		fires: 'API Error (401 {"error":"Unauthorized\\n"})',
		silent: 'API Error (404 {"error":"Not Found"})',
	},
];

import type {Rule} from './rule.ts';

/** MiniMax: base_resp codes 1004 and 2049 (key), 1008 (balance), 2056 (plan window), 2061 (plan without the model), 2013 (parameters). */
export const minimax: readonly Rule[] = [
	{
		id: 'minimax-key',
		whose: 'MiniMax',
		says: /login fail.{0,60}(?:api secret key|authorization)|\((?:1004|2049)\)|status_code"?: ?(?:1004|2049)\b|invalid api key.{0,20}2049/,
		causes: [
			{
				cause: 'wrong-header',
				weight: 75,
				with: {'here:sent-bearer': -30, 'holds:plan-key': -4, 'holds:foreign-key': -6, 'holds:damaged': -6},
			},
			{cause: 'wrong-plan-or-region', weight: 73, with: {'holds:plan-key': 8, 'holds:sibling-key': 16}},
			{cause: 'malformed-key', weight: 62, with: {'holds:damaged': 28}},
			{cause: 'key-invalid', weight: 65, with: {'holds:dead': 16}},
			{cause: 'wrong-product-key', weight: 50, with: {'holds:foreign-key': 28}},
		],
		why: 'MiniMax names the header it reads, and says the same of a key from its other host (.io, .minimaxi.com).',
		fires: "login fail: Please carry the API secret key in the 'Authorization' field of the request header (1004)",
		silent: 'insufficient balance (1008)',
	},
	{
		id: 'minimax-key-plain',
		whose: 'MiniMax',
		says: /invalid api key|\b401\b|authentication_error/,
		unless: /login fail|1004|1008|balance/,
		needs: ['at:minimax'],
		causes: [
			{cause: 'wrong-plan-or-region', weight: 78},
			{cause: 'key-invalid', weight: 66},
			{cause: 'wrong-header', weight: 55, with: {'holds:works-elsewhere': 34}},
		],
		why: "Keys of .io and .minimaxi.com do not work on each other's host.",
		fires: '401 {"error":{"type":"authentication_error","message":"invalid api key"}} https://api.minimax.io/anthropic',
		silent: '401 {"error":{"type":"authentication_error","message":"invalid api key"}}',
	},
	{
		id: 'minimax-balance',
		whose: 'MiniMax',
		says: /\(1008\)|status_code"?: ?1008\b|insufficient balance.{0,6}1008|\b1008\b.{0,40}(?:balance|余额)/,
		causes: [
			{cause: 'wrong-plan-or-region', weight: 76},
			{cause: 'credits-exhausted', weight: 74},
		],
		why: 'Code 1008: this host knows no balance, though a plan on the other may be paid.',
		fires: 'insufficient balance (1008)',
		silent: 'login fail (1004)',
	},
	{
		id: 'minimax-plan',
		whose: 'MiniMax',
		says: /\(2056\)|status_code"?: ?2056\b|usage limit exceeded/,
		causes: [
			{cause: 'usage-limit', weight: 91},
			{cause: 'credits-exhausted', weight: 60},
		],
		why: 'Code 2056: the window of the plan is used up.',
		fires: 'usage limit exceeded (2056)',
		silent: 'insufficient balance (1008)',
	},
	{
		id: 'minimax-model',
		whose: 'MiniMax',
		says: /\(2061\)|plan not support model|token plan.{0,40}not support/,
		causes: [
			{cause: 'model-unavailable', weight: 92},
			{cause: 'wrong-plan-or-region', weight: 60},
		],
		why: 'Code 2061: the plan does not include this model.',
		fires: 'your current token plan not support model, MiniMax-M2.5-highspeed (2061)',
		silent: 'usage limit exceeded (2056)',
	},
];

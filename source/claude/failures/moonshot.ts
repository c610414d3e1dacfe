import type {Rule} from './rule.ts';

/** Moonshot: api.moonshot.cn, api.moonshot.ai and api.kimi.com/coding are three shops with separate keys. */
export const moonshot: readonly Rule[] = [
	{
		id: 'moonshot-key',
		whose: 'Moonshot (Kimi)',
		says: /(?<![\w.:])401\b|unauthori[sz]ed|invalid authentication|incorrect api key|api key appears to be invalid|invalid_authentication_error/,
		needs: ['at:kimi'],
		causes: [
			{cause: 'wrong-plan-or-region', weight: 76},
			{cause: 'key-invalid', weight: 66, with: {'holds:dead': 14}},
			{cause: 'overloaded', weight: 50},
			{cause: 'wrong-header', weight: 45},
		],
		why: "Keys of .cn, .ai and Kimi Code do not work on each other's host, and the refusal is the same as for a wrong key.",
		fires: "401, message='Unauthorized', url='https://api.moonshot.cn/v1/models'",
		silent: "404, url='https://api.moonshot.cn/v1/models'",
	},
	{
		id: 'moonshot-plan-clients',
		whose: 'Moonshot (Kimi)',
		says: /kimi.{0,40}(?:only available for|仅(?:支持|限)).{0,30}(?:coding agents?|编程)/,
		causes: [{cause: 'client-not-allowed', weight: 94}],
		why: 'The Kimi plan admits coding agents only.',
		fires: 'Kimi For Coding is currently only available for Coding Agents such as Kimi CLI, Claude Code',
		silent: 'Kimi is available',
	},
	{
		id: 'moonshot-membership',
		whose: 'Moonshot (Kimi)',
		says: /membership (?:benefits|is (?:not )?active|(?:has |is )?(?:expired|inactive|required))|会员.{0,6}(?:过期|权益|到期|失效)/,
		causes: [
			{cause: 'account-no-access', weight: 92},
			{cause: 'credits-exhausted', weight: 66},
			{cause: 'usage-limit', weight: 50},
		],
		why: 'The plan is a membership, and it does not stand.',
		excludes: ['credits-exhausted'],
		fires: "402 We're unable to verify your membership benefits at this time.",
		silent: '402 Insufficient Balance',
	},
	{
		id: 'moonshot-words',
		whose: 'Moonshot (Kimi)',
		says: /invalid_authentication_error|"message": ?"(?:\d{3} )?invalid authentication"/,
		causes: [
			{cause: 'wrong-plan-or-region', weight: 77},
			{cause: 'key-invalid', weight: 70, with: {'holds:dead': 10}},
			{cause: 'wrong-header', weight: 45},
		],
		why: '"Invalid Authentication" are Moonshot\'s words, also for a key of one of its other hosts.',
		fires: '{"error":{"message":"Invalid Authentication","type":"invalid_authentication_error"}}',
		silent: '{"error":{"message":"Invalid authentication credentials","type":"authentication_error"}}',
	},
];

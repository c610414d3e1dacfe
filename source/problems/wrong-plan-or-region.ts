import {recognise} from '../credentials/shapes.ts';
import {baseAddress} from './base-address.ts';
import {credentialSource, sentFacts, textOf} from './credential-source.ts';
import type {Problem} from './problem.ts';
import {setVariable} from './set-variable.ts';

/**
 * A key of one plan at the address of another of the same vendor: 401, or a balance error although the plan is paid. Only where key and
 * host prove it; the keys of two regions mostly look alike.
 */
export const wrongPlanOrRegion: Problem = {
	id: 'wrong-plan-or-region',
	diagnose(situation) {
		const base = baseAddress(situation.headless, situation.interactive);
		for (const fact of base === null ? [] : sentFacts(situation.headless, situation.interactive)) {
			const source = credentialSource(fact);
			const shape = source === 'key' || source === 'token' ? recognise(textOf(fact)?.trim() ?? '')?.shape.id : undefined;
			const {hostname} = new URL(base?.address ?? '');
			const row = rows.find(({at, shapes}) => shape !== undefined && at.test(hostname) && shapes.includes(shape));
			if (base === null || row === undefined) continue;
			const [only, another] = row.belongs;
			return [
				{
					id: 'wrong-plan-or-region',
					severity: 'error',
					title: `The key is ${row.what}, and ${hostname} is the address of another product`,
					why: 'Plans of one vendor have keys and addresses of their own. At the other address the answer is 401, or that the balance is used up although the plan is paid.',
					evidence: [fact, base.fact],
					fix: {
						summary: `Set ANTHROPIC_BASE_URL to ${row.belongs.join(' or ')}, or use a key of this address.`,
						edits: only === undefined || another !== undefined ? [] : setVariable('wrong-plan-or-region', base.fact, only, situation.facts),
						command: 'wizard --repair',
					},
				},
			];
		}
		return [];
	},
};

type Row = {readonly at: RegExp; readonly shapes: readonly string[]; readonly what: string; readonly belongs: readonly string[]};

/** Shapes of keys that begin with sk- and carry no mark of a plan. */
const plain = ['sk-32', 'newapi', 'sk-generic'];
const mimoPlans = ['cn', 'sgp', 'ams'].map(region => `https://token-plan-${region}.xiaomimimo.com/anthropic`);

const rows: readonly Row[] = [
	{
		at: /^api\.moonshot\.(?:ai|cn)$/,
		shapes: ['kimi-code'],
		what: 'one of a Kimi Code membership',
		belongs: ['https://api.kimi.com/coding/'],
	},
	{
		at: /^api\.kimi\.com$/,
		shapes: plain,
		what: 'not one of a Kimi Code membership',
		belongs: ['https://api.moonshot.ai/anthropic', 'https://api.moonshot.cn/anthropic'],
	},
	alibaba('', 'alibaba-coding', "one of Alibaba's Coding Plan", 'coding.dashscope'),
	alibaba('-intl', 'alibaba-coding', "one of Alibaba's Coding Plan", 'coding-intl.dashscope'),
	{
		at: /^coding(?:-intl)?\.dashscope\.aliyuncs\.com$/,
		shapes: plain,
		what: "not one of Alibaba's Coding Plan",
		belongs: ['https://dashscope.aliyuncs.com/apps/anthropic', 'https://dashscope-intl.aliyuncs.com/apps/anthropic'],
	},
	{at: /^api\.xiaomimimo\.com$/, shapes: ['mimo-plan'], what: "one of MiMo's Token Plan", belongs: mimoPlans},
	{
		at: /^token-plan-\w+\.xiaomimimo\.com$/,
		shapes: plain,
		what: "not one of MiMo's Token Plan",
		belongs: ['https://api.xiaomimimo.com/anthropic'],
	},
];

function alibaba(region: string, shape: string, what: string, host: string): Row {
	const at = new RegExp(`^dashscope${region}\\.aliyuncs\\.com$`);
	return {at, shapes: [shape], what, belongs: [`https://${host}.aliyuncs.com/apps/anthropic`]};
}

import {type ProblemExamples, routerKey} from '../example.ts';

const kimiCode = `sk-kimi-${'Ab3dEf9h'.repeat(8)}`;
const codingPlan = `sk-sp-${'0123456789abcdef'.repeat(2)}`;
const plain = `sk-${'0123456789abcdef'.repeat(2)}`;
const at = (ANTHROPIC_BASE_URL: string, ANTHROPIC_AUTH_TOKEN: string) => ({ANTHROPIC_BASE_URL, ANTHROPIC_AUTH_TOKEN});

export const wrongPlanOrRegion: ProblemExamples = {
	id: 'wrong-plan-or-region',
	fires: [
		{
			name: 'a Kimi Code key at Moonshot, in settings',
			user: {env: at('https://api.moonshot.ai/anthropic', kimiCode)},
			severity: 'error',
			says: /Kimi Code/,
		},
		{name: 'a Kimi Code key at Moonshot in China', variables: at('https://api.moonshot.cn/anthropic', kimiCode)},
		{
			name: 'a key of the Coding Plan at the pay-as-you-go host',
			variables: at('https://dashscope.aliyuncs.com/apps/anthropic', codingPlan),
		},
		{name: 'a plain key at the Coding Plan', variables: at('https://coding-intl.dashscope.aliyuncs.com/apps/anthropic', plain)},
		{name: 'a plan key of MiMo elsewhere', variables: at('https://api.xiaomimimo.com/anthropic', 'tp-abcdefghijklmnopqrstuvwxyz')},
	],
	silent: [
		{name: 'a Kimi Code key at its host', variables: at('https://api.kimi.com/coding/', kimiCode)},
		{name: 'a key of the Coding Plan at its host', variables: at('https://coding.dashscope.aliyuncs.com/apps/anthropic', codingPlan)},
		{name: 'a plain key at the pay-as-you-go host', variables: at('https://dashscope.aliyuncs.com/apps/anthropic', plain)},
		{name: 'a relay may take any key', variables: at('https://gw.example.com', kimiCode)},
		{name: 'a key of somebody else: another name', variables: at('https://api.moonshot.ai/anthropic', routerKey)},
	],
};

import {describe, expect, it} from 'vitest';
import {recognise} from '../../source/credentials/shapes.ts';
import {builtIn, endpoints} from '../../source/providers/index.ts';
import {addressTraps, traps} from '../../source/providers/traps.ts';

const first = (address: string) => {
	const [trap] = addressTraps(address, builtIn);
	return trap === undefined || trap.weight === 'note' ? null : [trap.kind, trap.better];
};

describe('an address', () => {
	it.each([
		// /v1 that must go, and /v1 that must stay.
		['https://openrouter.ai/api/v1', 'v1-goes', 'https://openrouter.ai/api'],
		['https://api.portkey.ai/v1/', 'v1-goes', 'https://api.portkey.ai'],
		['https://anthropic.helicone.ai/v1', 'v1-goes', 'https://anthropic.helicone.ai'],
		['https://api.fireworks.ai/inference/v1', 'v1-goes', 'https://api.fireworks.ai/inference'],
		['https://www.coderouter.io/api', 'v1-stays', 'https://www.coderouter.io/api/v1'],
		['https://coderouter.io/api', 'v1-stays', 'https://www.coderouter.io/api/v1'],
		// The same host, in the shape of OpenAI.
		['https://api.moonshot.ai/v1', 'openai-path', 'https://api.moonshot.ai/anthropic'],
		['https://api.z.ai/api/paas/v4', 'openai-path', 'https://api.z.ai/api/anthropic'],
		['https://api.z.ai/api/coding/paas/v4', 'openai-path', 'https://api.z.ai/api/anthropic'],
		['https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'openai-path', 'https://dashscope-intl.aliyuncs.com/apps/anthropic'],
		['https://api.deepseek.com/v1/chat/completions', 'openai-path', 'https://api.deepseek.com/anthropic'],
		// It bills each token although there is a plan: which of the three is meant, only the user knows.
		['https://ark.cn-beijing.volces.com/api/v3', 'openai-path', null],
		['https://api.deepseek.com', 'other-path', 'https://api.deepseek.com/anthropic'],
		['https://api.kimi.com', 'other-path', 'https://api.kimi.com/coding'],
		['https://api.stepfun.ai/v1/anthropic', 'openai-path', 'https://api.stepfun.ai/step_plan'],
		['https://api.minimax.io/anthropic/v1/messages', 'messages-path', 'https://api.minimax.io/anthropic'],
		['http://localhost:11434/v1', 'v1-goes', 'http://localhost:11434'],
		['http://127.0.0.1:11434/v1', 'v1-goes', 'http://127.0.0.1:11434'],
		// Nobody there answers claude.
		['https://api.groq.com/openai/v1', 'openai-only', null],
		['https://api.openai.com', 'openai-only', null],
		['https://team.openai.azure.com/openai/deployments/x', 'openai-only', null],
		['https://ai-gateway.helicone.ai/v1', 'openai-only', null],
		['https://bedrock-runtime.us-east-1.amazonaws.com', 'cloud', null],
		['https://gateway.ai.cloudflare.com/v1/{ACCOUNT_ID}/{GATEWAY_ID}/anthropic', 'not-filled-in', null],
	])('%s: %s', (address, kind, better) => {
		expect(first(address)).toEqual([kind, better]);
	});

	it.each([
		...endpoints.flatMap(({baseUrls}) => baseUrls.map(({url}) => url.replace(/\{[^}]*\}/g, 'my-own'))),
		'https://openrouter.ai/api/',
		'https://gateway.ai.cloudflare.com/v1/0a1b/main/anthropic',
		'https://acme-prod.my-env.api.tcloudbasegateway.com/v1/ai/cloudbase',
		'https://gw.example/v1',
		'http://127.0.0.1:4000/team-a',
		'http://192.168.1.7:11434',
		'not an address',
		'',
	])('%s is one, or nothing is known against it', address => {
		expect(first(address)).toBeNull();
	});

	it('tells what lies beside it and is easily taken for it', () => {
		const says = (address: string) =>
			addressTraps(address, builtIn)
				.map(({says}) => says)
				.join(' ');
		expect(says('https://api.moonshot.ai/anthropic')).toMatch(
			/Keys of api\.kimi\.com\/coding \(membership\), api\.moonshot\.cn \(China\) are others/,
		);
		expect(says('https://coding.dashscope.aliyuncs.com/apps/anthropic')).toMatch(/coding-intl\.dashscope\.aliyuncs\.com \(international\)/);
		expect(says('https://ark.cn-beijing.volces.com/api/compatible')).toMatch(/pay as you go: bills each token, also to who has a plan/);
		expect(says('https://openrouter.ai/api')).toBe('');
	});
});

describe('a key at an address', () => {
	const hex = '0a'.repeat(16);
	const at = (address: string, text: string) => {
		const [trap] = traps(address, recognise(text), builtIn).filter(({weight}) => weight !== 'note');
		return trap === undefined ? null : [trap.kind, trap.better];
	};
	it.each([
		['https://api.moonshot.ai/anthropic', `sk-kimi-${'aB1'.repeat(20)}`, 'key-of-another', 'https://api.kimi.com/coding'],
		['https://api.kimi.com/coding', `sk-${'aB1'.repeat(16)}`, 'unlike-its-keys', null],
		[
			'https://dashscope.aliyuncs.com/apps/anthropic',
			`sk-sp-${hex}`,
			'key-of-another',
			'https://coding.dashscope.aliyuncs.com/apps/anthropic',
		],
		['https://coding.dashscope.aliyuncs.com/apps/anthropic', `sk-${hex}`, 'unlike-its-keys', null],
		['https://api.xiaomimimo.com/anthropic', `tp-${hex}`, 'key-of-another', 'https://token-plan-cn.xiaomimimo.com/anthropic'],
		['https://openrouter.ai/api', `sk-ant-api03-${'aB1'.repeat(31)}AA`, 'key-of-another', 'https://api.anthropic.com'],
		['https://openrouter.ai/api', `gsk_${'a1'.repeat(26)}`, 'key-of-another', null],
		['https://openrouter.ai/api', 'some-company-token', 'unlike-its-keys', null],
	])('%s is told %s… : %s', (address, text, kind, better) => {
		expect(at(address, text)).toEqual([kind, better]);
	});
	it.each([
		['https://openrouter.ai/api', `sk-or-v1-${'0a'.repeat(32)}`],
		['https://api.deepseek.com/anthropic', `sk-${hex}`],
		['https://dashscope.aliyuncs.com/apps/anthropic', `sk-${hex}`],
		['https://open.bigmodel.cn/api/anthropic', `${hex}.${'Ab'.repeat(8)}`],
		['https://api.minimax.io/anthropic', `eyJ${'aB1'.repeat(9)}.${'aB1'.repeat(9)}.x`],
		// These two hand the key of Anthropic on.
		['https://gateway.ai.cloudflare.com/v1/0a1b/main/anthropic', `sk-ant-api03-${'aB1'.repeat(31)}AA`],
		['https://anthropic.helicone.ai', `sk-ant-api03-${'aB1'.repeat(31)}AA`],
		// Whoever runs them decides what their keys look like.
		['http://localhost:4000', `sk-or-v1-${'0a'.repeat(32)}`],
		['https://gw.example', `sk-kimi-${'aB1'.repeat(20)}`],
	])('%s takes its own', (address, text) => {
		expect(at(address, text)).toBeNull();
	});
});

it('quotes nothing of a key', () => {
	const text = `sk-or-v1-${'57041e57'.repeat(8)}`;
	for (const {provider, address} of endpoints.flatMap(provider => provider.baseUrls.map(({url}) => ({provider, address: url}))))
		expect(JSON.stringify(traps(address, recognise(text), builtIn)), provider.id).not.toContain('57041e57');
});

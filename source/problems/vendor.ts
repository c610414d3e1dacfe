/**
 * Hosts that take keys of their own shape only, or read one header only. Short on purpose: every start loads it, and a row stands here
 * only where the vendor's documentation or source says so (source/providers has all endpoints).
 */
export type Vendor = {
	readonly name: string;
	readonly host: RegExp;
	/** Shapes (credentials/shape-table.ts) of the keys it gives out; null where it gives out keys of any shape. */
	readonly shapes: readonly string[] | null;
	/** Same vendor, other host: keys of these shapes are good there. */
	readonly siblings: readonly Sibling[];
	readonly reads: 'bearer' | 'x-api-key' | 'either';
};

/** `url` is the documented address for it, null where there are several. */
export type Sibling = {readonly shape: string; readonly what: string; readonly url: string | null};

const kimiCode: Sibling = {shape: 'kimi-code', what: 'Kimi Code', url: 'https://api.kimi.com/coding/'};
/** China and the rest of the world have each their own, and the key does not tell. */
const codingPlan: Sibling = {shape: 'alibaba-coding', what: "Alibaba's Coding Plan", url: null};
const mimoPlan: Sibling = {shape: 'mimo-plan', what: "MiMo's Token Plan", url: null};

/** A key that begins with sk- and has no mark of a plan. */
function plain(what: string, url: string | null): readonly Sibling[] {
	return ['newapi', 'sk-32', 'sk-generic'].map(shape => ({shape, what, url}));
}

export const vendors: readonly Vendor[] = [
	{name: 'OpenRouter', host: /(?:^|\.)openrouter\.ai$/, shapes: ['openrouter'], siblings: [], reads: 'either'},
	{name: 'Z.ai', host: /^api\.z\.ai$/, shapes: ['zhipu'], siblings: [], reads: 'either'},
	{name: 'Zhipu', host: /^open\.bigmodel\.cn$/, shapes: ['zhipu'], siblings: [], reads: 'either'},
	{name: 'Kimi Code', host: /^api\.kimi\.com$/, shapes: ['kimi-code'], siblings: plain('Moonshot', null), reads: 'either'},
	{name: 'Moonshot', host: /^api\.moonshot\.(?:ai|cn)$/, shapes: null, siblings: [kimiCode], reads: 'either'},
	{
		name: "Alibaba's Coding Plan",
		host: /^coding(?:-intl)?\.dashscope\.aliyuncs\.com$/,
		shapes: ['alibaba-coding'],
		siblings: plain('Alibaba (pay as you go)', null),
		reads: 'either',
	},
	{name: 'Alibaba (pay as you go)', host: /^dashscope(?:-intl)?\.aliyuncs\.com$/, shapes: null, siblings: [codingPlan], reads: 'either'},
	{name: 'MiMo (pay as you go)', host: /^api\.xiaomimimo\.com$/, shapes: null, siblings: [mimoPlan], reads: 'either'},
	{
		name: "MiMo's Token Plan",
		host: /^token-plan-\w+\.xiaomimimo\.com$/,
		shapes: ['mimo-plan'],
		siblings: plain('MiMo (pay as you go)', 'https://api.xiaomimimo.com/anthropic'),
		reads: 'either',
	},
	{name: 'MiniMax', host: /^api\.minimaxi?\.(?:io|com)$/, shapes: null, siblings: [], reads: 'bearer'},
	{name: 'Fireworks', host: /(?:^|\.)api\.fireworks\.ai$/, shapes: null, siblings: [], reads: 'bearer'},
	{name: 'OpenCode Zen', host: /^opencode\.ai$/, shapes: null, siblings: [], reads: 'x-api-key'},
];

export function vendorAt(host: string): Vendor | null {
	return vendors.find(vendor => vendor.host.test(host)) ?? null;
}

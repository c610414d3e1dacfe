/**
 * Hosts that take keys of their own shape only, or read one header only. Short on purpose: every start loads it, and a row stands here
 * only where the vendor's documentation or source says so. Beside known-hosts.ts and not in it: keys belong to a plan (Alibaba's coding
 * plan, MiMo's tokens) where paths belong to the maker, so one table would hold most rows twice. A test holds both to the catalogue.
 */
export type Vendor = {
	readonly name: string;
	readonly host: RegExp;
	/** Shapes (credentials/shape-table.ts) of the keys it gives out; null where it gives out keys of any shape. */
	readonly shapes: readonly string[] | null;
	readonly reads: 'bearer' | 'x-api-key' | 'either';
};

const vendors: readonly Vendor[] = [
	{name: 'OpenRouter', host: /(?:^|\.)openrouter\.ai$/, shapes: ['openrouter'], reads: 'either'},
	{name: 'Z.ai', host: /^api\.z\.ai$/, shapes: ['zhipu'], reads: 'either'},
	{name: 'Zhipu', host: /^open\.bigmodel\.cn$/, shapes: ['zhipu'], reads: 'either'},
	{name: 'Kimi Code', host: /^api\.kimi\.com$/, shapes: ['kimi-code'], reads: 'either'},
	{name: "Alibaba's Coding Plan", host: /^coding(?:-intl)?\.dashscope\.aliyuncs\.com$/, shapes: ['alibaba-coding'], reads: 'either'},
	{name: "MiMo's Token Plan", host: /^token-plan-\w+\.xiaomimimo\.com$/, shapes: ['mimo-plan'], reads: 'either'},
	{name: 'MiniMax', host: /^api\.minimaxi?\.(?:io|com)$/, shapes: null, reads: 'bearer'},
	{name: 'Fireworks', host: /(?:^|\.)api\.fireworks\.ai$/, shapes: null, reads: 'bearer'},
	{name: 'OpenCode Zen', host: /^opencode\.ai$/, shapes: null, reads: 'x-api-key'},
];

export function vendorAt(host: string): Vendor | null {
	return vendors.find(vendor => vendor.host.test(host)) ?? null;
}

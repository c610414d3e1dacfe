/**
 * Hosts of which the address alone proves something: below which path the Messages endpoint is, and whose models are there. A short
 * extract of the catalogue, so that a doctor's start need not load all of it; a test holds the two together.
 */
export type KnownHost = {
	readonly maker: string;
	/** Documented beginnings of the path, the usual one first; `*` is one part that only the user knows. */
	readonly paths: readonly string[];
	/** The one family of models that is served there; null where there are many. */
	readonly family: Family | null;
};

export type Family =
	| 'Claude'
	| 'GLM'
	| 'Kimi'
	| 'DeepSeek'
	| 'MiniMax'
	| 'MiMo'
	| 'LongCat'
	| 'Qwen'
	| 'GPT'
	| 'Gemini'
	| 'Grok'
	| 'Llama'
	| 'Mistral';

type Row = readonly [host: RegExp, maker: string, paths: readonly string[], family?: Family];

const rows: readonly Row[] = [
	[/^api\.anthropic\.com$/, 'Anthropic', [''], 'Claude'],
	[/^openrouter\.ai$/, 'OpenRouter', ['/api']],
	[/^(?:www\.)?coderouter\.io$/, 'CodeRouter', ['/api/v1']],
	[/^api\.z\.ai$/, 'Z.ai', ['/api/anthropic'], 'GLM'],
	[/^open\.bigmodel\.cn$/, 'Zhipu', ['/api/anthropic'], 'GLM'],
	[/^api\.moonshot\.(?:ai|cn)$/, 'Moonshot', ['/anthropic'], 'Kimi'],
	[/^api\.kimi\.com$/, 'Kimi Code', ['/coding'], 'Kimi'],
	[/^api\.deepseek\.com$/, 'DeepSeek', ['/anthropic'], 'DeepSeek'],
	[/^api\.minimaxi?\.(?:io|com)$/, 'MiniMax', ['/anthropic'], 'MiniMax'],
	// The second path is that of Alibaba's first instructions, and old setups still have it.
	[/^(?:coding(?:-intl)?\.)?dashscope(?:-intl)?\.aliyuncs\.com$/, 'Alibaba', ['/apps/anthropic', '/api/v2/apps/claude-code-proxy']],
	[/\.maas\.aliyuncs\.com$/, 'Alibaba', ['/apps/anthropic']],
	[/^ark\.cn-beijing\.volces\.com$/, 'Volcengine', ['/api/coding', '/api/plan', '/api/compatible']],
	[/^(?:api|token-plan-(?:cn|sgp|ams))\.xiaomimimo\.com$/, 'Xiaomi', ['/anthropic'], 'MiMo'],
	[/^qianfan\.baidubce\.com$/, 'Baidu', ['/anthropic/coding', '/anthropic/tokenplan/personal']],
	[/^api\.longcat\.chat$/, 'LongCat', ['/anthropic'], 'LongCat'],
	[/^api\.ppio\.com$/, 'PPIO', ['/anthropic']],
	[/^api\.jiekou\.ai$/, 'JieKou', ['/anthropic']],
	[/^api\.tbox\.cn$/, 'Bailing', ['/api/anthropic']],
	[/^api\.lkeap\.cloud\.tencent\.com$/, 'Tencent', ['/plan/anthropic', '/coding/anthropic']],
	[/^api\.novita\.ai$/, 'Novita', ['/anthropic']],
	[/^(?:us\.)?api\.fireworks\.ai$/, 'Fireworks', ['/inference']],
	[/^api\.deepinfra\.com$/, 'DeepInfra', ['/anthropic']],
	[/\.services\.ai\.azure\.com$/, 'Microsoft Foundry', ['/anthropic'], 'Claude'],
	[/\.snowflakecomputing\.com$/, 'Snowflake', ['/api/v2/cortex']],
];

export function knownHost(address: string): KnownHost | null {
	if (!URL.canParse(address)) return null;
	const {hostname} = new URL(address);
	const [, maker, paths, family = null] = rows.find(([host]) => host.test(hostname)) ?? [];
	return maker === undefined || paths === undefined ? null : {maker, paths, family};
}

/** The addresses that would be right on this host; null where the one given is, or where nothing is known of the host. */
export function betterAddresses(address: string): readonly string[] | null {
	const known = knownHost(address);
	if (known === null) return null;
	const {origin, pathname} = new URL(address);
	const path = pathname.replace(/\/+$/, '');
	return known.paths.includes(path) ? null : known.paths.map(better => `${origin}${better}`);
}

import type {Rule} from './rule.ts';

/** OpenRouter: short sentences, code equal to the status. */
export const openrouter: readonly Rule[] = [
	{
		id: 'openrouter-user',
		whose: 'OpenRouter',
		says: /user not found/,
		causes: [
			{cause: 'key-invalid', weight: 84, with: {'at:openrouter': 8, 'at:proxy': -4, 'at:router': -6}},
			{cause: 'gateway-upstream-key', weight: 60, with: {'at:proxy': 10, 'at:router': 15, 'at:local': 12}},
			{cause: 'wrong-product-key', weight: 50},
		],
		why: 'OpenRouter words a deleted or expired key as "User not found"; behind a proxy it is the proxy\'s key.',
		fires: '{"error":{"message":"User not found.","code":401}}',
		silent: '{"error":{"message":"No auth credentials found","code":401}}',
	},
	{
		id: 'openrouter-no-header',
		whose: 'OpenRouter',
		says: /no (?:cookie )?auth credentials found|no credentials found|missing authenti?cation header/,
		causes: [
			{cause: 'wrong-header', weight: 76},
			{cause: 'empty-key', weight: 70, with: {'holds:none': 20}},
			{cause: 'gateway-upstream-key', weight: 40, with: {'at:router': 48}},
		],
		why: 'OpenRouter reads Authorization: Bearer, and nothing was there.',
		fires: '{"error":{"message":"No auth credentials found","code":401}}',
		silent: '{"error":{"message":"User not found.","code":401}}',
	},
	{
		id: 'openrouter-model',
		whose: 'OpenRouter',
		says: /is not a valid model id|no endpoints found for|no allowed providers/,
		unless: /data policy|guardrail/,
		causes: [
			{cause: 'model-name-unknown', weight: 91},
			{cause: 'model-unavailable', weight: 70},
		],
		why: 'OpenRouter has no model, or no provider for it, under this name.',
		fires: 'claude-haiku is not a valid model ID',
		silent: 'No endpoints found matching your data policy',
	},
	{
		id: 'openrouter-beta',
		whose: 'OpenRouter',
		says: /no endpoints available that support anthropic|requires a supported provider \(anthropic/,
		causes: [
			{cause: 'beta-header-rejected', weight: 91},
			{cause: 'body-field-rejected', weight: 70},
			{cause: 'model-unavailable', weight: 55},
		],
		why: 'Claude Code asks for a beta feature that no provider of this model has.',
		fires: "No endpoints available that support Anthropic's context management features (context-management-2025-06-27)",
		silent: 'No endpoints found that support tool use',
	},
	{
		id: 'openrouter-feature',
		whose: 'OpenRouter',
		says: /no endpoints found that support/,
		causes: [
			{cause: 'model-unavailable', weight: 82},
			{cause: 'body-field-rejected', weight: 72, with: {'at:router': 4}},
			{cause: 'model-name-unknown', weight: 60},
		],
		why: 'No provider of this model has what the request asks for: tools, or cache marks.',
		fires: 'No endpoints found that support tool use.',
		silent: 'No endpoints found matching your data policy',
	},
	{
		id: 'openrouter-policy',
		whose: 'OpenRouter',
		says: /no endpoints (?:found|available).{0,40}(?:data policy|guardrail|privacy)/,
		causes: [
			{cause: 'model-unavailable', weight: 92},
			{cause: 'model-name-unknown', weight: 60},
		],
		why: "The account's settings exclude every provider of this model.",
		fires: 'No endpoints found matching your data policy (Free model publication)',
		silent: 'No endpoints found for anthropic/claude-x',
	},
];

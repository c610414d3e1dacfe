import type {Rule} from './rule.ts';

/** What small gateways and programs say of keys, logins and accounts in plain words. */
export const plainCredentials: readonly Rule[] = [
	{
		id: 'plain-key-differs',
		whose: 'a Claude Code proxy',
		says: /(?:authorization|x-api-key|api key|token|secret)\b.{0,30}(?:mismatch|does not match|doesn't match|do not match)/,
		unless: /model|version|content/,
		causes: [
			{cause: 'gateway-key-unknown', weight: 82},
			{cause: 'key-invalid', weight: 62},
			{cause: 'wrong-header', weight: 55},
		],
		why: 'A gateway compares the key with its own, and they differ.',
		fires: 'Authorization present but value mismatch',
		silent: 'Authorization present',
	},
	{
		id: 'plain-which-login',
		whose: 'Claude Code',
		says: /(?:select|choose) (?:a |your )?login method/,
		causes: [
			{cause: 'not-logged-in', weight: 78},
			{cause: 'onboarding-check', weight: 60},
			{cause: 'credential-store', weight: 50},
		],
		why: 'The screen that asks how to sign in stands where no credential was found.',
		fires: 'Select login method:',
		silent: 'Login method: API key',
	},
	{
		id: 'plain-set-variable',
		whose: 'a server',
		says: /(?:set|export|define|configure) (?:the |your |an? )?['"]?[a-z_]+_(?:api_key|token)['"]? (?:environment|env)|unauthenticated request/,
		unless: /litellm|is set|unset/,
		causes: [
			{cause: 'empty-key', weight: 82},
			{cause: 'not-logged-in', weight: 58},
			{cause: 'wrong-header', weight: 54},
		],
		why: 'The program asks for a variable that it did not find.',
		fires: 'To authenticate, set the AI_GATEWAY_API_KEY environment variable with your API key.',
		silent: 'The AI_GATEWAY_API_KEY environment variable was read',
	},
	{
		id: 'plain-account-refused',
		whose: 'a server',
		says: /(?:this|your) account (?:is |was )?(?:not (?:allowed|permitted|authorized|eligible|entitled)|ineligible)/,
		unless: /\bmodels?\b|region|country/,
		causes: [
			{cause: 'account-no-access', weight: 80},
			{cause: 'model-unavailable', weight: 58},
			{cause: 'region-blocked', weight: 50},
		],
		why: 'The account itself is refused, whatever key it uses.',
		fires: 'This account is not allowed to access this endpoint.',
		silent: 'This account is allowed',
	},
	{
		id: 'plain-sample-kept',
		whose: 'a server',
		says: /incorrect api key provided:? ?['"]?(?:your|my|the|sample|example|insert|enter|paste|test|dummy|none)\b[-_ ]?|incorrect api key provided:? ?['"]?your_|(?:still|is|has|contains|uses?) (?:\w+ ){0,2}(?:example|sample|default|placeholder|template) (?:value|key|token)/,
		causes: [
			{cause: 'placeholder-key', weight: 91},
			{cause: 'key-invalid', weight: 50},
		],
		why: 'What was sent is the sample of a guide.',
		excludes: ['key-invalid', 'wrong-product-key'],
		fires: 'Incorrect API key provided: YOUR_API_KEY. You can find your API key at https://platform.openai.com',
		silent: 'Incorrect API key provided: sk-proj-abcd',
	},
	{
		id: 'plain-other-prefix',
		whose: 'a server',
		says: /(?:starts?|begins?|starting|beginning|prefix(?:ed)?)\W{1,3}(?:with |is )?['"]?(?:sk-(?:or|proj|kimi|cp|sp)-|gsk_|aiza|nvapi|hf_|xai-|ghp_|cr_)/,
		unless: /must|should|expect/,
		causes: [
			{cause: 'wrong-product-key', weight: 84},
			{cause: 'wrong-plan-or-region', weight: 62},
			{cause: 'key-invalid', weight: 55},
		],
		why: 'The prefix is that of another service.',
		excludes: ['key-invalid'],
		fires: 'invalid x-api-key (key starts with sk-proj-)',
		silent: 'the key must start with sk-proj-',
	},
];

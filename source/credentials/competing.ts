/**
 * Which variables carry a credential, and which others would then compete with it. Claude Code sends x-api-key and Authorization
 * side by side when both are set, and the endpoint decides which counts; a switch for a cloud provider outranks both; a leftover
 * address, header or model of another endpoint is as fatal as a leftover key.
 */

export type CredentialKind = 'console-key' | 'subscription' | 'router-key' | 'proxy-key';

/** The header the endpoint reads: Authorization, x-api-key, or whichever (some relays are given both). */
export type AuthHeader = 'bearer' | 'x-api-key' | 'both';

/** Everything Claude Code can take a credential from, in the order in which it looks. */
const credentials = [
	'ANTHROPIC_AUTH_TOKEN',
	'ANTHROPIC_API_KEY',
	'CLAUDE_CODE_API_KEY_FILE_DESCRIPTOR',
	'CLAUDE_CODE_OAUTH_TOKEN',
	'CLAUDE_CODE_OAUTH_TOKEN_FILE_DESCRIPTOR',
	'CLAUDE_CODE_OAUTH_REFRESH_TOKEN',
	'CLAUDE_CODE_GATEWAY_TOKEN',
	'CLAUDE_CODE_GATEWAY_TOKEN_FILE_DESCRIPTOR',
	'ANTHROPIC_PROFILE',
	'ANTHROPIC_FEDERATION_RULE_ID',
	'ANTHROPIC_IDENTITY_TOKEN',
	'ANTHROPIC_IDENTITY_TOKEN_FILE',
];

const endpoint = ['ANTHROPIC_BASE_URL', 'ANTHROPIC_CUSTOM_HEADERS', 'CLAUDE_CODE_API_BASE_URL'];

/** Any of these sends the request to another provider, with that provider's own credentials. */
const switches = [
	'CLAUDE_CODE_USE_BEDROCK',
	'CLAUDE_CODE_USE_VERTEX',
	'CLAUDE_CODE_USE_FOUNDRY',
	'CLAUDE_CODE_USE_MANTLE',
	'CLAUDE_CODE_USE_ANTHROPIC_AWS',
	'CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD',
	'CLAUDE_CODE_USE_GATEWAY',
];

/** Without their switch these do nothing today; left behind, they spoil the next use of it. Cloud credentials are not ours to clear. */
export const providerAddresses = [
	'ANTHROPIC_BEDROCK_BASE_URL',
	'ANTHROPIC_BEDROCK_MANTLE_BASE_URL',
	'ANTHROPIC_VERTEX_BASE_URL',
	'ANTHROPIC_FOUNDRY_BASE_URL',
	'ANTHROPIC_AWS_BASE_URL',
	'ANTHROPIC_GOOGLE_CLOUD_BASE_URL',
];

const skips = [
	'CLAUDE_CODE_SKIP_BEDROCK_AUTH',
	'CLAUDE_CODE_SKIP_VERTEX_AUTH',
	'CLAUDE_CODE_SKIP_FOUNDRY_AUTH',
	'CLAUDE_CODE_SKIP_MANTLE_AUTH',
	'CLAUDE_CODE_SKIP_ANTHROPIC_AWS_AUTH',
	'CLAUDE_CODE_SKIP_ANTHROPIC_GOOGLE_CLOUD_AUTH',
];

/** A model of another endpoint gives 404, which Claude Code reports as a model that does not exist. */
const models = [
	'ANTHROPIC_MODEL',
	'ANTHROPIC_DEFAULT_MODEL',
	'ANTHROPIC_DEFAULT_OPUS_MODEL',
	'ANTHROPIC_DEFAULT_SONNET_MODEL',
	'ANTHROPIC_DEFAULT_HAIKU_MODEL',
	'ANTHROPIC_DEFAULT_FABLE_MODEL',
	'ANTHROPIC_CUSTOM_MODEL_OPTION',
	'ANTHROPIC_SMALL_FAST_MODEL',
	'ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION',
	'CLAUDE_CODE_SUBAGENT_MODEL',
];

/** How the model picker shows one of those, and what it is believed to be able to: of another model they are simply wrong. */
export const modelLabels: readonly string[] = ['OPUS', 'SONNET', 'HAIKU', 'FABLE', 'CUSTOM'].flatMap(size =>
	['NAME', 'DESCRIPTION', 'SUPPORTED_CAPABILITIES'].map(what =>
		size === 'CUSTOM' ? `ANTHROPIC_CUSTOM_MODEL_OPTION_${what}` : `ANTHROPIC_DEFAULT_${size}_MODEL_${what}`,
	),
);

/** Names of models: what is left alone where only the key changes. */
export const modelNames: readonly string[] = models;

const groups: readonly (readonly string[])[] = [credentials, endpoint, switches, providerAddresses, skips, models];

/**
 * The variables that carry the credential. A subscription has one only where its token comes from `claude setup-token`: a login
 * is stored by Claude Code itself. OPENAI_API_KEY is a translating proxy's own and is in none of these lists.
 */
export function carriers(credential: CredentialKind, auth: AuthHeader, token: 'login' | 'token' = 'login'): readonly string[] {
	switch (credential) {
		case 'console-key':
			return ['ANTHROPIC_API_KEY'];
		case 'subscription':
			return token === 'token' ? ['CLAUDE_CODE_OAUTH_TOKEN'] : [];
		case 'router-key':
		case 'proxy-key':
			switch (auth) {
				case 'bearer':
					return ['ANTHROPIC_AUTH_TOKEN'];
				case 'x-api-key':
					return ['ANTHROPIC_API_KEY'];
				case 'both':
					return ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY'];
			}
	}
}

/** Everything that would compete with a setup which sets these variables; grouped, empty groups left out. */
export function competingWith(set: readonly string[]): readonly (readonly string[])[] {
	return groups.map(group => group.filter(name => !set.includes(name))).filter(group => group.length > 0);
}

/** All of them, for whoever looks where competing values come from. */
export const competingVariables: readonly string[] = groups.flat();

/** Of these, what carries a credential itself. */
export const credentialVariables: readonly string[] = credentials;

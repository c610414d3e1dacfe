/**
 * Every variable Claude Code is known to read, with what it is about and whether its value is a secret.
 * The order is that of the evidence: documented ones of a group first.
 */
export type VariableGroup =
	| 'auth'
	| 'auth-ui'
	| 'endpoint'
	| 'model'
	| 'provider'
	| 'proxy'
	| 'tls'
	| 'timeout'
	| 'mode'
	| 'traffic'
	| 'install'
	| 'config-location'
	| 'debug';

type Row = readonly [name: string, group: VariableGroup, secret: 0 | 1];

const rows: readonly Row[] = [
	['ANTHROPIC_API_KEY', 'auth', 1],
	['ANTHROPIC_AUTH_TOKEN', 'auth', 1],
	['CLAUDE_CODE_OAUTH_TOKEN', 'auth', 1],
	['CLAUDE_CODE_OAUTH_REFRESH_TOKEN', 'auth', 1],
	['CLAUDE_CODE_OAUTH_SCOPES', 'auth', 0],
	['CLAUDE_CODE_API_KEY_HELPER_TTL_MS', 'auth', 0],
	['ANTHROPIC_PROFILE', 'auth', 0],
	['ANTHROPIC_CONFIG_DIR', 'auth', 0],
	['ANTHROPIC_FEDERATION_RULE_ID', 'auth', 0],
	['ANTHROPIC_ORGANIZATION_ID', 'auth', 0],
	['ANTHROPIC_WORKSPACE_ID', 'auth', 0],
	['ANTHROPIC_SERVICE_ACCOUNT_ID', 'auth', 0],
	['ANTHROPIC_IDENTITY_TOKEN', 'auth', 1],
	['ANTHROPIC_IDENTITY_TOKEN_FILE', 'auth', 0],
	['CLAUDE_CODE_FEDERATION_CACHE_DIR', 'auth', 0],
	['CLAUDE_CODE_API_KEY_FILE_DESCRIPTOR', 'auth', 0],
	['CLAUDE_CODE_OAUTH_TOKEN_FILE_DESCRIPTOR', 'auth', 0],
	['CLAUDE_CODE_GATEWAY_TOKEN', 'auth', 1],
	['CLAUDE_CODE_GATEWAY_TOKEN_FILE_DESCRIPTOR', 'auth', 0],
	['CLAUDE_CODE_CUSTOM_OAUTH_URL', 'auth', 0],
	['CLAUDE_CODE_DISABLE_EARLY_KEY_GUARD', 'auth', 0],
	['CLAUDE_TRUSTED_DEVICE_TOKEN', 'auth', 1],
	['DISABLE_LOGIN_COMMAND', 'auth-ui', 0],
	['DISABLE_LOGOUT_COMMAND', 'auth-ui', 0],
	['DISABLE_UPGRADE_COMMAND', 'auth-ui', 0],
	['CLAUDE_CONFIG_DIR', 'config-location', 0],
	['CLAUDE_SECURESTORAGE_CONFIG_DIR', 'config-location', 0],
	['XDG_CONFIG_HOME', 'config-location', 0],
	['CLAUDE_CODE_FORCE_WINDOWS_CREDMAN', 'config-location', 0],
	['CLAUDE_CODE_MANAGED_SETTINGS_PATH', 'config-location', 0],
	['ANTHROPIC_BASE_URL', 'endpoint', 0],
	['ANTHROPIC_CUSTOM_HEADERS', 'endpoint', 1],
	['ANTHROPIC_BETAS', 'endpoint', 0],
	['CLAUDE_CODE_EXTRA_BODY', 'endpoint', 0],
	['CLAUDE_CODE_ATTRIBUTION_HEADER', 'endpoint', 0],
	['CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS', 'endpoint', 0],
	['CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY', 'endpoint', 0],
	['CLAUDE_CODE_GATEWAY_MODEL_DISCOVERY_TIMEOUT_MS', 'endpoint', 0],
	['CLAUDE_CODE_GATEWAY_HINT_HEADERS', 'endpoint', 0],
	['CLAUDE_CODE_ENABLE_FINE_GRAINED_TOOL_STREAMING', 'endpoint', 0],
	['CLAUDE_CODE_DISABLE_NONSTREAMING_FALLBACK', 'endpoint', 0],
	['ENABLE_TOOL_SEARCH', 'endpoint', 0],
	['CLAUDE_CODE_API_BASE_URL', 'endpoint', 0],
	['CLAUDE_CODE_USE_GATEWAY', 'provider', 0],
	['CLAUDE_CODE_USE_BEDROCK', 'provider', 0],
	['CLAUDE_CODE_USE_VERTEX', 'provider', 0],
	['CLAUDE_CODE_USE_FOUNDRY', 'provider', 0],
	['CLAUDE_CODE_USE_MANTLE', 'provider', 0],
	['CLAUDE_CODE_USE_ANTHROPIC_AWS', 'provider', 0],
	['CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD', 'provider', 0],
	['CLAUDE_CODE_SKIP_BEDROCK_AUTH', 'provider', 0],
	['CLAUDE_CODE_SKIP_VERTEX_AUTH', 'provider', 0],
	['CLAUDE_CODE_SKIP_FOUNDRY_AUTH', 'provider', 0],
	['CLAUDE_CODE_SKIP_MANTLE_AUTH', 'provider', 0],
	['CLAUDE_CODE_SKIP_ANTHROPIC_AWS_AUTH', 'provider', 0],
	['CLAUDE_CODE_SKIP_ANTHROPIC_GOOGLE_CLOUD_AUTH', 'provider', 0],
	['ANTHROPIC_BEDROCK_BASE_URL', 'provider', 0],
	['ANTHROPIC_BEDROCK_MANTLE_BASE_URL', 'provider', 0],
	['ANTHROPIC_BEDROCK_REGION_PREFIX', 'provider', 0],
	['ANTHROPIC_BEDROCK_SERVICE_TIER', 'provider', 0],
	['AWS_BEARER_TOKEN_BEDROCK', 'provider', 1],
	['AWS_REGION', 'provider', 0],
	['AWS_DEFAULT_REGION', 'provider', 0],
	['AWS_PROFILE', 'provider', 0],
	['AWS_ACCESS_KEY_ID', 'provider', 1],
	['AWS_SECRET_ACCESS_KEY', 'provider', 1],
	['AWS_SESSION_TOKEN', 'provider', 1],
	['CLAUDE_CODE_AWS_CHAIN_RESOLVE_TIMEOUT_MS', 'provider', 0],
	['CLAUDE_CODE_SKIP_AWS_CRED_CACHE', 'provider', 0],
	['CLAUDE_CODE_DISABLE_BEDROCK_CONTENT_TYPE_GUARD', 'provider', 0],
	['ANTHROPIC_AWS_API_KEY', 'provider', 1],
	['ANTHROPIC_AWS_BASE_URL', 'provider', 0],
	['ANTHROPIC_AWS_WORKSPACE_ID', 'provider', 0],
	['ANTHROPIC_GOOGLE_CLOUD_BASE_URL', 'provider', 0],
	['ANTHROPIC_GOOGLE_CLOUD_LOCATION', 'provider', 0],
	['ANTHROPIC_GOOGLE_CLOUD_PROJECT', 'provider', 0],
	['ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID', 'provider', 0],
	['ANTHROPIC_VERTEX_BASE_URL', 'provider', 0],
	['ANTHROPIC_VERTEX_PROJECT_ID', 'provider', 0],
	['CLOUD_ML_REGION', 'provider', 0],
	['GOOGLE_APPLICATION_CREDENTIALS', 'provider', 0],
	['GOOGLE_CLOUD_PROJECT', 'provider', 0],
	['GCLOUD_PROJECT', 'provider', 0],
	['VERTEX_REGION_CLAUDE_*', 'provider', 0],
	['ANTHROPIC_FOUNDRY_API_KEY', 'provider', 1],
	['ANTHROPIC_FOUNDRY_AUTH_TOKEN', 'provider', 1],
	['ANTHROPIC_FOUNDRY_BASE_URL', 'provider', 0],
	['ANTHROPIC_FOUNDRY_RESOURCE', 'provider', 0],
	['ANTHROPIC_MODEL', 'model', 0],
	['ANTHROPIC_DEFAULT_MODEL', 'model', 0],
	['ANTHROPIC_DEFAULT_OPUS_MODEL', 'model', 0],
	['ANTHROPIC_DEFAULT_OPUS_MODEL_NAME', 'model', 0],
	['ANTHROPIC_DEFAULT_OPUS_MODEL_DESCRIPTION', 'model', 0],
	['ANTHROPIC_DEFAULT_OPUS_MODEL_SUPPORTED_CAPABILITIES', 'model', 0],
	['ANTHROPIC_DEFAULT_SONNET_MODEL', 'model', 0],
	['ANTHROPIC_DEFAULT_SONNET_MODEL_NAME', 'model', 0],
	['ANTHROPIC_DEFAULT_SONNET_MODEL_DESCRIPTION', 'model', 0],
	['ANTHROPIC_DEFAULT_SONNET_MODEL_SUPPORTED_CAPABILITIES', 'model', 0],
	['ANTHROPIC_DEFAULT_HAIKU_MODEL', 'model', 0],
	['ANTHROPIC_DEFAULT_HAIKU_MODEL_NAME', 'model', 0],
	['ANTHROPIC_DEFAULT_HAIKU_MODEL_DESCRIPTION', 'model', 0],
	['ANTHROPIC_DEFAULT_HAIKU_MODEL_SUPPORTED_CAPABILITIES', 'model', 0],
	['ANTHROPIC_DEFAULT_FABLE_MODEL', 'model', 0],
	['ANTHROPIC_DEFAULT_FABLE_MODEL_NAME', 'model', 0],
	['ANTHROPIC_DEFAULT_FABLE_MODEL_DESCRIPTION', 'model', 0],
	['ANTHROPIC_DEFAULT_FABLE_MODEL_SUPPORTED_CAPABILITIES', 'model', 0],
	['ANTHROPIC_CUSTOM_MODEL_OPTION', 'model', 0],
	['ANTHROPIC_CUSTOM_MODEL_OPTION_NAME', 'model', 0],
	['ANTHROPIC_CUSTOM_MODEL_OPTION_DESCRIPTION', 'model', 0],
	['ANTHROPIC_CUSTOM_MODEL_OPTION_SUPPORTED_CAPABILITIES', 'model', 0],
	['ANTHROPIC_SMALL_FAST_MODEL', 'model', 0],
	['ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION', 'model', 0],
	['CLAUDE_CODE_SUBAGENT_MODEL', 'model', 0],
	['CLAUDE_CODE_MAX_OUTPUT_TOKENS', 'model', 0],
	['CLAUDE_CODE_MAX_CONTEXT_TOKENS', 'model', 0],
	['CLAUDE_CODE_AUTO_COMPACT_WINDOW', 'model', 0],
	['CLAUDE_CODE_DISABLE_1M_CONTEXT', 'model', 0],
	['CLAUDE_CODE_DISABLE_ADAPTIVE_THINKING', 'model', 0],
	['CLAUDE_CODE_DISABLE_LEGACY_MODEL_REMAP', 'model', 0],
	['CLAUDE_CODE_DISABLE_UNKNOWN_MODEL_WINDOW_ENFORCEMENT', 'model', 0],
	['MAX_THINKING_TOKENS', 'model', 0],
	['FALLBACK_FOR_ALL_PRIMARY_MODELS', 'model', 0],
	['HTTPS_PROXY', 'proxy', 1],
	['HTTP_PROXY', 'proxy', 1],
	['https_proxy', 'proxy', 1],
	['http_proxy', 'proxy', 1],
	['NO_PROXY', 'proxy', 0],
	['no_proxy', 'proxy', 0],
	['ALL_PROXY', 'proxy', 0],
	['all_proxy', 'proxy', 0],
	['CLAUDE_CODE_PROXY_RESOLVES_HOSTS', 'proxy', 0],
	['CLAUDE_CODE_DISABLE_PROXY_SCHEME_REPAIR', 'proxy', 0],
	['CLAUDE_CODE_ENABLE_PROXY_AUTH_HELPER', 'proxy', 0],
	['CLAUDE_CODE_PROXY_AUTH_HELPER_TTL_MS', 'proxy', 0],
	['CLAUDE_CODE_HTTP_PROXY', 'proxy', 0],
	['CLAUDE_CODE_HTTPS_PROXY', 'proxy', 0],
	['NODE_EXTRA_CA_CERTS', 'tls', 0],
	['CLAUDE_CODE_CERT_STORE', 'tls', 0],
	['CLAUDE_CODE_CLIENT_CERT', 'tls', 0],
	['CLAUDE_CODE_CLIENT_KEY', 'tls', 0],
	['CLAUDE_CODE_CLIENT_KEY_PASSPHRASE', 'tls', 1],
	['CLAUDE_CODE_DISABLE_MTLS_RELOAD_ON_STALE_CONNECTION', 'tls', 0],
	['NODE_TLS_REJECT_UNAUTHORIZED', 'tls', 0],
	['NODE_USE_SYSTEM_CA', 'tls', 0],
	['SSL_CERT_FILE', 'tls', 0],
	['SSL_CERT_DIR', 'tls', 0],
	['CLAUDE_CODE_DISABLE_SELF_NAMED_CERT_DROP', 'tls', 0],
	['CLAUDE_CODE_DISABLE_LOOPED_CROSS_CERT_DROP', 'tls', 0],
	['API_TIMEOUT_MS', 'timeout', 0],
	['CLAUDE_CODE_MAX_RETRIES', 'timeout', 0],
	['CLAUDE_CODE_RETRY_WATCHDOG', 'timeout', 0],
	['API_FORCE_IDLE_TIMEOUT', 'timeout', 0],
	['CLAUDE_STREAM_IDLE_TIMEOUT_MS', 'timeout', 0],
	['CLAUDE_BYTE_STREAM_IDLE_TIMEOUT_MS', 'timeout', 0],
	['CLAUDE_ENABLE_STREAM_WATCHDOG', 'timeout', 0],
	['CLAUDE_ENABLE_BYTE_WATCHDOG', 'timeout', 0],
	['CLAUDE_ENABLE_BYTE_WATCHDOG_BEDROCK', 'timeout', 0],
	['CLAUDE_CODE_CONNECT_TIMEOUT_MS', 'timeout', 0],
	['CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC', 'traffic', 0],
	['DISABLE_TELEMETRY', 'traffic', 0],
	['DISABLE_ERROR_REPORTING', 'traffic', 0],
	['DO_NOT_TRACK', 'traffic', 0],
	['DISABLE_GROWTHBOOK', 'traffic', 0],
	['CLAUDE_CODE_SKIP_FAST_MODE_NETWORK_ERRORS', 'traffic', 0],
	['CLAUDE_CODE_SKIP_FAST_MODE_ORG_CHECK', 'traffic', 0],
	['DISABLE_AUTOUPDATER', 'install', 0],
	['DISABLE_UPDATES', 'install', 0],
	['DISABLE_INSTALLATION_CHECKS', 'install', 0],
	['CLAUDE_CODE_PACKAGE_MANAGER_AUTO_UPDATE', 'install', 0],
	['DISABLE_DOCTOR_COMMAND', 'install', 0],
	['CLAUDE_CODE_GIT_BASH_PATH', 'install', 0],
	['CLAUDE_CODE_PROCESS_WRAPPER', 'install', 0],
	['BROWSER', 'auth-ui', 0],
	['CLAUDE_CODE_SIMPLE', 'mode', 0],
	['CLAUDE_CODE_SAFE_MODE', 'mode', 0],
	['CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST', 'mode', 0],
	['CLAUDE_CODE_DISABLE_ADMIN_ENV_UNION', 'mode', 0],
	['CLAUDECODE', 'mode', 0],
	['CLAUDE_CODE_ENTRYPOINT', 'mode', 0],
	['CLAUDE_CODE_CHILD_SESSION', 'mode', 0],
	['CLAUDE_CODE_REMOTE', 'mode', 0],
	['CLAUDE_CODE_SUBPROCESS_ENV_SCRUB', 'mode', 0],
	['DEBUG', 'debug', 0],
	['CLAUDE_CODE_DEBUG_LOGS_DIR', 'debug', 0],
	['CLAUDE_CODE_DEBUG_LOG_LEVEL', 'debug', 0],
];

/** Read by translators and SDKs, not by Claude Code; reported, never removed. */
const foreign: readonly Row[] = [
	['OPENAI_API_KEY', 'provider', 1],
	['OPENAI_BASE_URL', 'provider', 0],
	['OPENROUTER_API_KEY', 'provider', 1],
	['LITELLM_MASTER_KEY', 'provider', 1],
];

const groups = new Map<string, VariableGroup>();
const secrets = new Set<string>();
for (const [name, group, isSecret] of [...rows, ...foreign]) {
	groups.set(name, group);
	if (isSecret === 1) secrets.add(name);
}

/** Names with an open end: a Vertex region for each model, and whatever OpenAI's clients read. */
const families = /^(?:VERTEX_REGION_CLAUDE_|OPENAI_)\w+$/;

/** Null for a variable that is none of Claude Code's business. */
export function variableGroup(name: string): VariableGroup | null {
	return groups.get(name) ?? null;
}

export function isKnownVariable(name: string): boolean {
	return groups.has(name) || families.test(name);
}

export function isSecretVariable(name: string): boolean {
	return secrets.has(name);
}

export const knownVariables: readonly string[] = [...groups.keys()];

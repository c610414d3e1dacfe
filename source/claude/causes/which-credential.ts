import type {CauseEntry} from './cause.ts';

/** Section A of the taxonomy: which credential is sent, and whether it is whole. */
export const whichCredential = {
	'wrong-header': {
		title: 'The key travels in the header this endpoint does not read',
		why: 'Claude Code sends ANTHROPIC_API_KEY as x-api-key and ANTHROPIC_AUTH_TOKEN as Authorization: Bearer. This endpoint reads the other one, so it answers as if there were no key although the key is good.',
		fix: [
			'Move the key to the other variable and unset the first: wizard --repair',
			'Most gateways: export ANTHROPIC_AUTH_TOKEN=… and ANTHROPIC_API_KEY=""; Anthropic Console keys: ANTHROPIC_API_KEY only',
			'Prove it: wizard check',
		],
		tell: 'The same key works with curl in the other header; if both headers fail, the key itself is unknown there.',
		near: ['key-invalid', 'empty-key', 'gateway-key-unknown'],
	},
	'both-set': {
		title: 'Two configured credentials compete',
		why: 'An API key, a token or an apiKeyHelper are set at the same time, and Claude Code sends both headers. Which one counts depends on the server, so a stale one can beat the good one.',
		fix: [
			'See where each comes from: wizard doctor',
			'Keep one and clear the rest (shell, settings.json env, apiKeyHelper): wizard --repair',
			'In open terminals: unset ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN)',
		],
		tell: 'The warning names two variables or a helper; if it names claude.ai or /login, a saved login is one of the two.',
		near: ['login-env-conflict', 'env-overrides-login', 'key-invalid'],
	},
	'login-env-conflict': {
		title: 'A saved login and a configured credential compete',
		why: 'You are logged in with /login and a variable or helper supplies another credential. Claude Code warns because only one of them can be meant.',
		fix: [
			'To use the key or gateway: claude /logout',
			'To use the login: unset the variable everywhere: wizard --repair --credential subscription',
			'See which one goes out: wizard doctor',
		],
		tell: 'The warning names claude.ai, "/login managed key" or "Anthropic Console key" as one side.',
		near: ['both-set', 'env-overrides-login', 'gateway-oauth-collision'],
	},
	'env-overrides-login': {
		title: 'A stray key outranks your subscription',
		why: 'A key or token in the environment or a settings file is used before the login, without a word. Its account is the one that is out of money, disabled or unknown, not yours.',
		fix: [
			'Find it: wizard doctor',
			'Remove it everywhere (startup files, settings, editor, project .env): wizard --repair --credential subscription',
			'In this terminal: unset ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN',
		],
		tell: '/login succeeds, yet the failure stays, and /status shows an API key or token as the source.',
		near: ['key-invalid', 'credits-exhausted', 'login-env-conflict'],
	},
	'stale-base-url': {
		title: 'An address from an earlier setup still routes your requests elsewhere',
		why: "ANTHROPIC_BASE_URL points at another vendor or at a local port that is no longer used. The answer is therefore in that vendor's words, not in Anthropic's.",
		fix: [
			'See where the address comes from: wizard doctor',
			'Remove it and its token, settings.json first since it outranks the shell: wizard --repair --credential subscription (or console-key)',
			'In this terminal: unset ANTHROPIC_BASE_URL ANTHROPIC_AUTH_TOKEN',
		],
		tell: 'You meant another service than the one whose words these are; if you meant this one, its account or key is at fault.',
		near: ['wrong-plan-or-region', 'unreachable-host', 'model-name-unknown'],
	},
	'empty-key': {
		title: 'The key is empty where the request is made',
		why: 'The variable is unset, empty or the word "undefined" in the process that sends. The server therefore got no key at all.',
		fix: [
			'See what is set and where: wizard doctor',
			'Set a real key in the process that sends, or clear the empty one: wizard --repair',
			'For a service, container or editor: put it into settings.json env, since exports in a terminal do not reach it',
		],
		tell: 'The server says a key is missing or required; with a value present it would call it invalid.',
		near: ['wrong-header', 'not-logged-in', 'key-invalid'],
	},
	'placeholder-key': {
		title: 'A sample value was sent instead of a key',
		why: 'The text of an example (your-api-key, dummy, sk-xxxx) is where the real key belongs. The server or proxy takes it literally.',
		fix: [
			'Replace the sample by the real key: wizard --repair',
			'If a proxy reads it from its .env: edit that file, unset the old export, restart the proxy',
		],
		tell: 'The message repeats the sample, or a proxy says it is in passthrough mode.',
		near: ['key-invalid', 'empty-key', 'malformed-key'],
	},
	'malformed-key': {
		title: 'The key was damaged on its way',
		why: 'A line break, quote, space or foreign character got into the key, or its end is missing. HTTP cannot carry it, or the server does not recognise what is left.',
		fix: [
			'Copy the key again as one line and give it to: wizard --repair',
			'For a CI secret: store it without a final newline (printf %s, not echo)',
		],
		tell: 'The message speaks of an invalid header value or character; or the same key works elsewhere.',
		near: ['key-invalid', 'oauth-invalid', 'empty-key'],
	},
	'key-not-approved': {
		title: 'The API key was not approved in the first-run question',
		why: 'Interactive sessions use ANTHROPIC_API_KEY only after you said yes to "Detected a custom API key". It was answered No, or nobody could answer.',
		fix: [
			'Approve it: wizard --repair (or /config in claude, "Use custom API key")',
			'Or use ANTHROPIC_AUTH_TOKEN where the endpoint reads Bearer: it asks nothing',
		],
		tell: 'claude -p works with the same variable while an interactive session does not.',
		near: ['not-logged-in', 'key-invalid', 'login-env-conflict'],
	},
	'key-invalid': {
		title: 'The key is unknown, revoked or expired at its issuer',
		why: 'The right header reached the right host, and the host does not know this key. It was deleted, has expired, or a stale copy is used.',
		fix: [
			'Make a new key at the issuer (the wizard shows where, for those it knows)',
			'Replace every copy: wizard --repair --secret-stdin',
			'See whether an old copy wins: wizard doctor',
		],
		tell: 'curl with the same key straight at the issuer fails too.',
		near: ['wrong-product-key', 'env-overrides-login', 'malformed-key'],
	},
	'wrong-product-key': {
		title: 'This key belongs to another service',
		why: 'The key is of a kind this endpoint does not issue. It may be perfectly good where it came from.',
		fix: [
			'Use a key of this service, or point the address at the issuer of the key: wizard --repair --provider …',
			'See which kind of key is sent: wizard doctor',
		],
		tell: 'The prefix of the key names its issuer: sk-or- OpenRouter, sk-proj- OpenAI, sk-ant- Anthropic, ABSK Bedrock.',
		near: ['key-invalid', 'wrong-plan-or-region', 'wrong-header'],
	},
	'wrong-plan-or-region': {
		title: 'Right vendor, but the address of another plan or region',
		why: 'Vendors keep coding plans, pay-as-you-go and regions on separate hosts with separate keys and balances. A key of one is unknown, or without money, on the other.',
		fix: [
			"Use the address that belongs to the key's plan and region, as its vendor documents it",
			'Then: wizard --repair --base-url …',
			'sk-kimi- belongs to api.kimi.com/coding, sk-sp- to the Alibaba coding plan; .cn and .com/.ai/.io accounts are separate',
		],
		tell: 'The key works on the sibling host, or the plan is paid although the balance is said to be empty.',
		near: ['credits-exhausted', 'key-invalid', 'stale-base-url'],
	},
	'not-logged-in': {
		title: 'claude has no credential at all',
		why: 'No login, key, token or helper was found, so nothing was sent. A base URL alone is not a credential.',
		fix: [
			'Sign in: claude auth login',
			'Or set a key or token: wizard',
			'For a local proxy that checks nothing: ANTHROPIC_AUTH_TOKEN=dummy',
		],
		tell: "The gateway's log is empty. If a token is set, a 401 that mentions x-api-key is shown with the same words.",
		near: ['key-not-approved', 'credential-store', 'empty-key'],
	},
	'credential-store': {
		title: 'The login could not be stored or read back',
		why: 'Signing in worked, but the keychain or credentials file could not be written or opened. The next start therefore finds nothing.',
		fix: [
			'macOS: security unlock-keychain, then claude auth login (over SSH the keychain is locked)',
			'Linux: make ~/.claude/.credentials.json yours and 0600, with space on the disk',
			'Without a store: claude setup-token, then CLAUDE_CODE_OAUTH_TOKEN through wizard',
		],
		tell: 'Login says successful and the very next start asks again, or the text names the keychain.',
		near: ['not-logged-in', 'oauth-expired', 'login-flow-failed'],
	},
	'helper-failed': {
		title: 'apiKeyHelper gives no usable key',
		why: 'The command in apiKeyHelper fails, prints nothing, or prints more than the key. Logging in does not help, since the helper outranks the login.',
		fix: [
			'Run the command by hand and look at its output: wizard doctor names it and its file',
			'Sign in to what it asks (vault, cloud, op), or remove it: wizard --repair',
		],
		tell: 'The text names apiKeyHelper, or a helper is configured and no variable is set.',
		near: ['key-invalid', 'not-logged-in', 'settings-invalid'],
	},
	'settings-invalid': {
		title: 'A settings file is broken, so its content is ignored',
		why: 'The JSON does not parse or has a field of the wrong kind. Claude Code then acts as if the file, and the key in it, were not there.',
		fix: ['See the line and column: wizard doctor', 'Repair it, with a backup: wizard --repair'],
		tell: 'claude /doctor or the first screen speaks of invalid settings; or the setup behaves as if the file were absent.',
		near: ['not-logged-in', 'helper-failed', 'stale-base-url'],
	},
} as const satisfies Record<string, CauseEntry>;

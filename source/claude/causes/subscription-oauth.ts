import type {CauseEntry} from './cause.ts';

/** Section B of the taxonomy: a claude.ai login and its tokens. */
export const subscriptionOauth = {
	'oauth-expired': {
		title: 'The login has expired',
		why: 'The access token is past its life and was not refreshed. Long idle times, several machines and a wrong clock make this likelier.',
		fix: [
			'claude auth login (or /login)',
			'If that answers 401 too: claude auth logout, then log in',
			'In scripts: claude setup-token gives one that lasts a year',
		],
		tell: 'The text says "expired"; "revoked" and "invalid" are other cases.',
		near: ['oauth-revoked', 'oauth-invalid', 'credential-store'],
	},
	'oauth-revoked': {
		title: 'The login was withdrawn',
		why: 'The token or its refresh chain was revoked: by a log-out, a password change, another tool that shares it, or the vendor. Waiting does not bring it back.',
		fix: [
			'claude auth logout, then claude auth login',
			'Do not share one login between tools or machines; use claude setup-token for each',
		],
		tell: 'The text says "revoked", usually as 403 permission_error.',
		near: ['oauth-expired', 'oauth-invalid', 'account-no-access'],
	},
	'oauth-invalid': {
		title: 'The login token is not recognised',
		why: 'The server got a Bearer token and does not accept it: damaged, of another account, or sent by a CLI that is too old. A dummy ANTHROPIC_AUTH_TOKEN gives the same words.',
		fix: [
			'Rule out a stray token first: wizard doctor',
			'claude update, then claude auth logout and claude auth login',
			'For CLAUDE_CODE_OAUTH_TOKEN: make a new one with claude setup-token',
		],
		tell: 'wizard doctor shows the stored login, not a variable, as the source of the Authorization header.',
		near: ['env-overrides-login', 'oauth-expired', 'malformed-key'],
	},
	'oauth-scope': {
		title: 'The login lacks a permission it needs here',
		why: 'Tokens of setup-token may only ask the model, not read the profile. A missing user:profile hurts the usage display alone, a missing user:inference stops prompts.',
		fix: [
			'For user:profile: ignore it, or sign in fully with claude auth login',
			'For user:inference: claude auth logout, then claude auth login',
		],
		tell: 'The text says "scope".',
		near: ['oauth-invalid', 'oauth-third-party', 'account-no-access'],
	},
	'oauth-third-party': {
		title: 'A subscription login is used outside Claude Code',
		why: 'Tokens of a Pro or Max plan are good for Claude Code only. Another program, or a relay that pretends to be it, is refused or billed as extra usage.',
		fix: ['Give the other program an API key of the Console', 'Keep the plan for Claude Code itself: claude auth login'],
		tell: 'The text says "only authorized for use with Claude Code", or the sender is not Claude Code.',
		near: ['credits-exhausted', 'oauth-invalid', 'client-not-allowed'],
	},
	'login-flow-failed': {
		title: 'Signing in itself fails',
		why: 'The exchange of the code for a token did not work: a cut or old code, a blocked page, or a fault at the server. No prompt has been sent yet.',
		fix: [
			'Try again; open the whole URL in one line and paste the whole code',
			'Behind a proxy: set HTTPS_PROXY before claude auth login',
			'Status 500: wait and try later; or use claude setup-token on another machine',
		],
		tell: 'The text starts with "OAuth error" or appears in the login dialog; 403 there means the region.',
		near: ['region-blocked', 'overloaded', 'credential-store'],
	},
	'gateway-oauth-collision': {
		title: "Your claude.ai login hides the gateway's key",
		why: 'Without a gateway credential in the Authorization header, Claude Code sends its login there. The gateway reads that first and does not know it, and the login leaks to it.',
		fix: [
			"Put the gateway's key into ANTHROPIC_AUTH_TOKEN: wizard --repair --credential proxy-key --base-url …",
			'Or log out: claude auth logout',
			'To keep the plan behind LiteLLM: ANTHROPIC_CUSTOM_HEADERS="x-litellm-api-key: Bearer sk-…"',
		],
		tell: 'The gateway echoes a token that begins sk-ant-oat; the same gateway key works with curl.',
		near: ['gateway-key-unknown', 'login-env-conflict', 'wrong-header'],
	},
} as const satisfies Record<string, CauseEntry>;

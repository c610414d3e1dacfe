import {describe, expect, it} from 'vitest';
import {normalise} from '../../../source/claude/failures/normalise.ts';
import type {Sign} from '../../../source/claude/failures/sign.ts';
import {type Context, signsOf} from '../../../source/claude/failures/signs.ts';

describe('what is told beside a failing text', () => {
	it.each<readonly [Context, Sign]>([
		[{baseUrl: 'http://localhost:3456, http_proxy set'}, 'here:proxy'],
		[{baseUrl: 'cc-switch http://127.0.0.1:15721', credential: 'system proxy on'}, 'here:proxy'],
		[{baseUrl: 'api.anthropic.com behind Zscaler'}, 'here:intercepted'],
		[{credential: 'Max login; ANTHROPIC_BASE_URL left in settings.json'}, 'at:leftover'],
		[{baseUrl: 'old relay in ~/.zshrc'}, 'at:leftover'],
		[{baseUrl: 'api.anthropic.com', credential: 'Max OAuth in OpenCode'}, 'at:other-client'],
		[{baseUrl: 'https://api.example/v1/chat/completions'}, 'at:chat-path'],
		[{credential: 'Claude Desktop login; logout solved it'}, 'holds:login-in-the-way'],
		[{credential: 'MiniMax key, curl works'}, 'holds:works-elsewhere'],
		[{credential: 'key from minimaxi.com'}, 'holds:sibling-key'],
		[{credential: 'Max login and an old ANTHROPIC_AUTH_TOKEN'}, 'holds:stray-key'],
	])('%j is %s', (context, sign) => {
		expect(signsOf(normalise('401 Unauthorized'), context)).toContain(sign);
	});

	it.each<readonly [Context, Sign]>([
		[{baseUrl: 'CLIProxyAPI http://127.0.0.1:8317'}, 'here:proxy'],
		[{baseUrl: 'claude-code-proxy on localhost'}, 'here:proxy'],
		[{baseUrl: 'https://api.example/v1'}, 'at:chat-path'],
		[{credential: 'Max login'}, 'holds:login-in-the-way'],
		[{credential: 'virtual key that worked before'}, 'holds:works-elsewhere'],
		[{credential: 'Console key'}, 'holds:sibling-key'],
	])('%j is not %s', (context, sign) => {
		expect(signsOf(normalise('401 Unauthorized'), context)).not.toContain(sign);
	});
});

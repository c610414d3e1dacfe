import type {HeaderCase} from '../../gateway/header-case.ts';
import type {Known} from '../../gateway/readers/read-by.ts';

/** A way out, and where it is set. */
export type Proposal = {readonly for: 'claude' | 'Claude Desktop' | 'any client'; readonly text: string};

export type CaseWords = {readonly title: string; readonly why: string; readonly proposals: readonly Proposal[]};

/** What the headers of a request mean, in words. */
export function caseWords(which: HeaderCase, sent: readonly Known[]): CaseWords {
	switch (which) {
		case 'none':
			return {
				title: 'No credential',
				why: 'Claude Code sends its first request like this; a messages request without a credential is answered with 401.',
				proposals: [],
			};
		case 'bearer-only':
			return isLogin(sent, 'authorization')
				? {
						title: 'Authorization alone, with the token of a Claude login',
						why: 'Anthropic takes it. A gateway looks it up among keys of its own and does not find it, unless its key comes in a header of its own.',
						proposals: [gatewayKeyBeside, gatewayKeyInstead],
					}
				: {
						title: 'Authorization alone',
						why: 'Most routers and gateways read it. What reads x-api-key alone, as Anthropic does with Console keys, answers 401.',
						proposals: [],
					};
		case 'x-api-key-only':
			return {
				title: 'x-api-key alone',
				why: 'Right for Anthropic and for relays that read it. What reads Authorization alone, such as vLLM, answers 401 although the key is good.',
				proposals: [
					{for: 'claude', text: 'Where the endpoint reads Bearer: the key into ANTHROPIC_AUTH_TOKEN, ANTHROPIC_API_KEY removed.'},
				],
			};
		case 'both-login':
			return {
				title: "Both headers: a login's token as Authorization, another credential as x-api-key",
				why: 'LiteLLM reads Authorization first and looks the login up among its own keys: 401, although the key in x-api-key is good. Relays that read x-api-key first take it.',
				proposals: [
					gatewayKeyBeside,
					gatewayKeyInstead,
					{
						for: 'Claude Desktop',
						text: 'Configure Third-Party Inference: Gateway auth scheme bearer (inferenceGatewayAuthScheme), so that the gateway key itself is Authorization.',
					},
				],
			};
		case 'both-keys':
			return {
				title: 'Both headers, with two different keys',
				why: 'LiteLLM reads Authorization first, relays of the new-api family x-api-key: which of the two counts depends on who is asked.',
				proposals: [{for: 'claude', text: 'Keep the one this endpoint reads and clear the other: wizard --repair'}],
			};
		case 'both-same':
			return {
				title: 'Both headers, with the same value',
				why: 'An apiKeyHelper of Claude Code fills both. Whichever is read, it is the same key.',
				proposals: [],
			};
		case 'other-header':
			return {
				title: "A gateway's own header alone",
				why: 'Only a gateway that knows this header finds a credential.',
				proposals: [],
			};
	}
}

const gatewayKeyBeside: Proposal = {
	for: 'claude',
	text: 'LiteLLM, and the login shall stay: ANTHROPIC_CUSTOM_HEADERS="x-litellm-api-key: Bearer <gateway key>", which it reads before all others.',
};

const gatewayKeyInstead: Proposal = {
	for: 'claude',
	text: 'Any gateway: its key into ANTHROPIC_AUTH_TOKEN, which then goes out instead of the login; ANTHROPIC_API_KEY removed.',
};

function isLogin(sent: readonly Known[], name: string): boolean {
	return sent.some(({header, nature}) => header.name === name && nature.login);
}

import type {Entry} from '../entry.ts';
import {claudeDocs, gitleaks, trufflehog} from './sources.ts';

/** Anthropic's own address, which takes two kinds of credentials in two headers. */
export const anthropic: readonly Entry[] = [
	{
		id: 'anthropic',
		label: 'Anthropic (Console key)',
		maker: 'Anthropic',
		kind: 'first-party',
		at: [{url: 'https://api.anthropic.com', note: 'the default: ANTHROPIC_BASE_URL stays unset'}],
		reads: 'x-api-key',
		auth: 'x-api-key',
		key: {pattern: /^sk-ant-api\d{2}-/, begins: 'sk-ant-api', page: 'https://platform.claude.com/settings/keys'},
		proof: ['https://api.anthropic.com/v1/models', 'x-api-key', 'whether the key is good (it wants anthropic-version too)'],
		probe: {unknownModel: 'refused'},
		traps: [
			'An interactive session asks once whether to use the key, with No as the default. After a No it is skipped without a word, while claude -p still sends it.',
			'An Admin key (sk-ant-admin) manages an organisation and is answered with 401 when a model is asked.',
		],
		docs: 'https://code.claude.com/docs/en/authentication',
		source: [claudeDocs, trufflehog, gitleaks, 'platform.claude.com/docs/en/api/errors'],
		confidence: 'high',
	},
	{
		id: 'claude-subscription',
		label: 'Claude subscription (Pro, Max, Team)',
		maker: 'Anthropic',
		kind: 'first-party',
		at: [
			{url: 'https://api.anthropic.com', note: 'no address and no key is set: claude auth login, or a token in CLAUDE_CODE_OAUTH_TOKEN'},
		],
		reads: 'bearer',
		// 2.1.197 names ANTHROPIC_ENVIRONMENT_KEY with the same beginning, so it proves nothing alone.
		key: {pattern: /^sk-ant-oat\d{2}-/, begins: 'sk-ant-oat', page: 'https://claude.ai/settings'},
		traps: [
			'The token is refused in ANTHROPIC_API_KEY and in ANTHROPIC_AUTH_TOKEN: it belongs in CLAUDE_CODE_OAUTH_TOKEN.',
			'ANTHROPIC_AUTH_TOKEN, ANTHROPIC_API_KEY and apiKeyHelper all outrank the login.',
			'A base URL that is left over, without a key beside it, sends the login to that address.',
		],
		docs: 'https://code.claude.com/docs/en/authentication',
		source: [claudeDocs, 'the program itself, 2.1.197'],
		confidence: 'high',
	},
];

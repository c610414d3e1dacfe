import {openaiEnv} from './openai-env.ts';
import type {Translator} from './translator.ts';

/** fuergaosi233/claude-code-proxy@9cc2e8c: its ANTHROPIC_API_KEY is the password that clients must present, and no key of Anthropic's. */
export const ccpFuergaosi233: Translator = {
	id: 'ccp-fuergaosi233',
	title: 'claude-code-proxy of fuergaosi233',
	program: null,
	port: 8082,
	files: [{below: 'folder', path: '.env'}],
	auth: 'x-api-key',
	asksFor: 'its-own',
	outranked: ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'ANTHROPIC_API_KEY', 'BIG_MODEL', 'MIDDLE_MODEL', 'SMALL_MODEL'],
	install: 'git clone https://github.com/fuergaosi233/claude-code-proxy, and there: uv sync',
	tried: {state: 'not-run', read: 'fuergaosi233/claude-code-proxy@9cc2e8c'},
	...openaiEnv('ANTHROPIC_API_KEY'),
	start: () => ({program: 'uv', args: ['run', 'claude-code-proxy']}),
	stop: null,
};

import {openaiEnv} from './openai-env.ts';
import type {Translator} from './translator.ts';

/**
 * aaaronmiller/claude-code-proxy: with an empty or sample OPENAI_API_KEY it passes the client's key on ("passthrough mode"), and the
 * environment in which it starts outranks its file.
 */
export const ccpAaaronmiller: Translator = {
	id: 'ccp-aaaronmiller',
	title: 'claude-code-proxy of aaaronmiller',
	program: null,
	port: 8082,
	files: [{below: 'folder', path: '.env'}],
	auth: 'x-api-key',
	asksFor: 'its-own',
	outranked: ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'BIG_MODEL', 'MIDDLE_MODEL', 'SMALL_MODEL', 'PROXY_AUTH_KEY'],
	install: 'git clone https://github.com/aaaronmiller/claude-code-proxy, and there: uv sync',
	tried: {state: 'not-run', read: 'aaaronmiller/claude-code-proxy'},
	...openaiEnv('PROXY_AUTH_KEY'),
	start: () => ({program: 'uv', args: ['run', 'python', 'start_proxy.py']}),
	stop: null,
};

import {readEnvSettings, writeEnvSettings} from './env-settings.ts';
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
	read: text =>
		readEnvSettings(text, {
			keys: ['OPENAI_API_KEY'],
			baseUrl: 'OPENAI_BASE_URL',
			model: 'BIG_MODEL',
			small: 'SMALL_MODEL',
			gates: ['PROXY_AUTH_KEY'],
		}),
	write: (before, {baseUrl, key, model, small}) =>
		writeEnvSettings(before, [
			['OPENAI_API_KEY', key.reveal()],
			['OPENAI_BASE_URL', baseUrl],
			['BIG_MODEL', model],
			['MIDDLE_MODEL', model],
			['SMALL_MODEL', small ?? model],
		]),
	start: () => ({program: 'uv', args: ['run', 'python', 'start_proxy.py']}),
	stop: null,
};

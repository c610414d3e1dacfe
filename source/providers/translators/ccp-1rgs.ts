import {readEnvSettings, writeEnvSettings} from './env-settings.ts';
import type {Translator} from './translator.ts';

/** 1rgs/claude-code-proxy@dd4a29a: it lets every client in; its ANTHROPIC_API_KEY is the key with which it asks Anthropic. */
export const ccp1rgs: Translator = {
	id: 'ccp-1rgs',
	title: 'claude-code-proxy of 1rgs',
	program: null,
	port: 8082,
	files: [{below: 'folder', path: '.env'}],
	auth: 'bearer',
	asksFor: 'its-own',
	outranked: ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'PREFERRED_PROVIDER', 'BIG_MODEL', 'SMALL_MODEL'],
	install: 'git clone https://github.com/1rgs/claude-code-proxy, and there: uv sync',
	tried: {state: 'not-run', read: '1rgs/claude-code-proxy@dd4a29a'},
	read: text =>
		readEnvSettings(text, {keys: ['OPENAI_API_KEY'], baseUrl: 'OPENAI_BASE_URL', model: 'BIG_MODEL', small: 'SMALL_MODEL', gates: []}),
	write: (before, {baseUrl, key, model, small}) =>
		writeEnvSettings(before, [
			['OPENAI_API_KEY', key.reveal()],
			['OPENAI_BASE_URL', baseUrl],
			['PREFERRED_PROVIDER', 'openai'],
			['BIG_MODEL', model],
			['SMALL_MODEL', small ?? model],
		]),
	start: () => ({program: 'uv', args: ['run', 'uvicorn', 'server:app', '--host', '127.0.0.1', '--port', '8082']}),
	stop: null,
};

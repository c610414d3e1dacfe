import {Secret} from '../../credentials/secret.ts';
import {keyFound} from './key-found.ts';
import type {Translator, TranslatorReading, TranslatorSettings} from './translator.ts';

/**
 * musistudio/claude-code-router from version 3 on: its settings are in a database, which only its own page may change, and config.json
 * is taken over once. Of 3.1.1 everything but the gateway was run (a part of that could not be installed): what it writes is known.
 */
export const claudeCodeRouter3: Translator = {
	id: 'claude-code-router',
	title: 'claude-code-router 3',
	program: 'ccr',
	port: 3456,
	files: [
		{below: 'home', path: '.claude-code-router/config.sqlite'},
		{below: 'home', path: 'AppData/Roaming/claude-code-router/config.sqlite'},
	],
	auth: 'bearer',
	asksFor: 'the-model',
	outranked: [],
	install: 'npm install -g @musistudio/claude-code-router',
	tried: {state: 'not-run', read: 'version 3.1.1, without its gateway'},
	read: () => ({state: 'broken', line: null, why: 'it is a database, and no text'}),
	write: () => ({state: 'refused', why: 'its settings are in a database that only it may write: ccr ui'}),
	start: () => ({program: 'ccr', args: ['start', '--daemon', '--no-open']}),
	stop: {program: 'ccr', args: ['stop']},
};

export const routerTables = ['app_config', 'api_keys'] as const;

type Row = Readonly<Record<string, unknown>>;
export type RouterTables = {readonly [Table in (typeof routerTables)[number]]?: readonly Row[] | null};

/** Its settings out of its tables. claude has to ask for a model as it calls them, provider/model, unless one of its profiles says another. */
export function readRouterTables({app_config: settings, api_keys: keys}: RouterTables, now: number): TranslatorReading {
	const row = settings?.find(({key}) => key === 'default');
	const config = row === undefined ? null : objectIn(row['value_json']);
	if (config === null) return {state: 'broken', line: null, why: 'it holds no settings'};
	const {host, port = config['PORT']} = record(config['gateway']);
	const providers = Array.isArray(config['Providers']) ? config['Providers'].map(record) : [];
	const upstreams = providers.filter(one => one['enabled'] !== false).map(upstreamOf);
	const preferred = upstreams.find(({name}) => name === config['preferredProvider']) ?? upstreams[0];
	const key = keys?.find(one => isForClients(one, now))?.['encrypted_key'];
	const secret = typeof key === 'string' ? new Secret(key.trim()) : null;
	return {
		state: 'read',
		settings: {
			host: typeof host === 'string' ? host : null,
			port: Number.isInteger(port) && Number(port) > 0 ? Number(port) : null,
			upstreams,
			model: preferred?.models[0] ?? null,
			small: null,
			gate: {variable: 'api_keys', secret, line: null},
			slips: secret === null ? [{line: null, message: 'it has no key for its clients that is still good, and lets nobody in'}] : [],
		},
	};
}

function upstreamOf({name, api_base_url: url, api_key: key, models}: Row): TranslatorSettings['upstreams'][number] {
	const called = typeof name === 'string' ? name : 'provider';
	return {
		name: called,
		baseUrl: typeof url === 'string' ? url.replace(/\/chat\/completions\/?$/, '') : null,
		key: keyFound(typeof key === 'string' ? key : null, null),
		models: Array.isArray(models) ? models.filter(model => typeof model === 'string').map(model => `${called}/${model}`) : [],
		line: null,
	};
}

/** The column says encrypted, and its storage plain. Keys called profile:… are those that it gives to the programs it starts itself. */
function isForClients({id, encrypted_key: key, encryption, expires_at: until}: Row, now: number): boolean {
	if (typeof key !== 'string' || key.trim() === '' || encryption !== 'plain' || String(id).startsWith('profile:')) return false;
	const ends = typeof until === 'string' && until !== '' ? Date.parse(until) : Number.POSITIVE_INFINITY;
	return !(ends <= now);
}

function objectIn(text: unknown): Row | null {
	try {
		const value: unknown = JSON.parse(String(text));
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
	} catch {
		return null;
	}
}

function record(value: unknown): Row {
	return typeof value === 'object' && value !== null ? (value as Row) : {};
}

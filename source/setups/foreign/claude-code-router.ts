import {type Foreign, type ForeignReading, jsonObject, nothingBut, record} from './foreign.ts';
import type {Row} from './sqlite/read-tables.ts';

/**
 * @musistudio/claude-code-router (2.0.0 and 3.1.1 were run): a proxy on this machine. Its services and their keys stay with it; claude
 * gets its address. Version 3 keeps its settings in a database, and takes the JSON of older ones over once, which it then removes.
 */
export const claudeCodeRouter: Foreign = {
	program: 'claude-code-router',
	sources: [
		{
			kind: 'database',
			files: ['.claude-code-router/config.sqlite', 'AppData/Roaming/claude-code-router/config.sqlite'],
			tables: ['app_config', 'api_keys'],
			read: ({app_config: settings = null, api_keys: keys = null}, now) => readTables(settings, keys ?? [], now),
		},
		{kind: 'texts', files: ['.claude-code-router/config.json'], read: readConfig},
	],
};

/** 3.1.1 lets nobody in without a key, also from this computer; it makes one where there is none. */
function readTables(settings: readonly Row[] | null, keys: readonly Row[], now: number): ForeignReading {
	const row = settings?.find(({key}) => key === 'default');
	const config = row === undefined ? null : jsonObject(String(row['value_json']));
	if (config === null) return nothingBut('holds no settings');
	const {port = config['PORT'] ?? 3456} = record(config['gateway']);
	const key = keys.find(one => isForClients(one, now))?.['encrypted_key'];
	if (typeof key !== 'string') return nothingBut('holds no key for its clients that is still good. Make one in it');
	return atPort(port, key.trim());
}

/** Its column says encrypted, and its storage plain. Keys called profile:… are those that it gives to the programs it starts itself. */
function isForClients({id, encrypted_key: key, encryption, expires_at: until}: Row, now: number): boolean {
	if (typeof key !== 'string' || key.trim() === '' || encryption !== 'plain' || String(id).startsWith('profile:')) return false;
	const ends = typeof until === 'string' && until !== '' ? Date.parse(until) : Number.POSITIVE_INFINITY;
	return !(ends <= now);
}

function readConfig(text: string): ForeignReading {
	const settings = jsonObject(text);
	if (settings === null) return nothingBut('is no JSON');
	const {PORT: port = 3456, APIKEY: gate} = settings;
	if (typeof gate === 'string' && /^\$/.test(gate)) return nothingBut('takes its key from a variable');
	// Without a key of its own it takes any, and claude needs one to send.
	return atPort(port, typeof gate === 'string' && gate !== '' ? gate : 'any-value');
}

function atPort(port: unknown, key: string): ForeignReading {
	if (!Number.isInteger(Number(port)) || Number(port) < 1) return nothingBut('names no port');
	const env = {ANTHROPIC_BASE_URL: `http://127.0.0.1:${Number(port)}`, ANTHROPIC_AUTH_TOKEN: key};
	return {found: [{name: 'claude-code-router', env}], left: []};
}

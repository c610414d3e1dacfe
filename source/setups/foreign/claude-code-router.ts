import {modelSizes} from '../../credentials/model-sizes.ts';
import {type RouterTables, readRouterTables, routerTables} from '../../providers/translators/claude-code-router-3.ts';
import {type Foreign, type ForeignReading, jsonObject, nothingBut} from './foreign.ts';

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
			tables: routerTables,
			read: readDatabase,
		},
		{kind: 'texts', files: ['.claude-code-router/config.json'], read: readConfig},
	],
};

/** 3.1.1 lets nobody in without a key, also from this computer, and knows no model by the names that claude has for its own. */
function readDatabase(tables: RouterTables, now: number): ForeignReading {
	const read = readRouterTables(tables, now);
	if (read.state === 'broken') return nothingBut(read.why.replace(/^it /, ''));
	const {port, model, gate} = read.settings;
	if (!gate?.secret) return nothingBut('holds no key for its clients that is still good. Make one in it');
	const {opus, sonnet, haiku} = modelSizes;
	const models = model === null ? {} : Object.fromEntries(['ANTHROPIC_MODEL', opus, sonnet, haiku].map(name => [name, model]));
	return atPort(port ?? 3456, gate.secret.reveal(), models);
}

function readConfig(text: string): ForeignReading {
	const settings = jsonObject(text);
	if (settings === null) return nothingBut('is no JSON');
	const {PORT: port = 3456, APIKEY: gate} = settings;
	if (typeof gate === 'string' && /^\$/.test(gate)) return nothingBut('takes its key from a variable');
	if (!Number.isInteger(Number(port)) || Number(port) < 1) return nothingBut('names no port');
	// Without a key of its own it takes any, and claude needs one to send.
	return atPort(Number(port), typeof gate === 'string' && gate !== '' ? gate : 'any-value', {});
}

function atPort(port: number, key: string, models: Readonly<Record<string, string>>): ForeignReading {
	const env = {ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`, ANTHROPIC_AUTH_TOKEN: key, ...models};
	return {found: [{name: 'claude-code-router', env}], left: []};
}

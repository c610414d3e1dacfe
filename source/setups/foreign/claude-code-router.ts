import {type Foreign, jsonObject, nothingBut} from './foreign.ts';

/** @musistudio/claude-code-router (2.0.0 was run): a proxy on this machine. Its services and their keys stay with it; claude gets its address. */
export const claudeCodeRouter: Foreign = {
	program: 'claude-code-router',
	files: ['.claude-code-router/config.json'],
	read: text => {
		const settings = jsonObject(text);
		if (settings === null) return nothingBut('is no JSON');
		const {PORT: port = 3456, APIKEY: gate} = settings;
		if (!Number.isInteger(Number(port))) return nothingBut('names no port');
		if (typeof gate === 'string' && /^\$/.test(gate)) return nothingBut('takes its key from a variable');
		const env = {
			ANTHROPIC_BASE_URL: `http://127.0.0.1:${Number(port)}`,
			// Without a key of its own it takes any, and claude needs one to send.
			ANTHROPIC_AUTH_TOKEN: typeof gate === 'string' && gate !== '' ? gate : 'any-value',
		};
		return {found: [{name: 'claude-code-router', env}], left: []};
	},
	closed: [
		{file: '.claude-code-router/config.sqlite', why: 'is a database, which Node 20 cannot read; wizard translator tells what answers'},
	],
};

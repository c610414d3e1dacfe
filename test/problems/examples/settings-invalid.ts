import {login, type ProblemExamples, routerKey} from '../example.ts';

const env = {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'};

export const settingsInvalid: ProblemExamples = {
	id: 'settings-invalid',
	fires: [
		{name: 'a comment', user: `{\n  // my key\n  "env": ${JSON.stringify(env)}\n}\n`, severity: 'error', says: /Line 2/},
		{name: 'a trailing comma', user: `{\n  "env": ${JSON.stringify(env)},\n}\n`, says: /Line 3/},
		{name: 'cut off', local: '{"env": {"ANTHROPIC_AUTH_TOKEN": "sk', login},
		{name: 'a list where an object belongs', user: '["env"]', login},
		{
			name: 'a wrong type that the version refuses',
			user: {env, permissions: 'nope'},
			login,
			says: /Line 6, column 18: permissions is a string, where Claude Code takes an object/,
		},
		{name: 'not readable', user: '{}', files: {'~/.claude/settings.json': {text: '{}', mode: 0, uid: 0}}, login},
	],
	silent: [
		{name: 'unknown keys', user: {env, whatever: {x: 1}}},
		{name: 'a key twice: the last one counts', user: `{"model": "opus", "model": "sonnet", "env": ${JSON.stringify(env)}}`},
		{name: 'no settings at all', login},
		{
			name: 'comments in a file of an editor, which may have them',
			files: {'~/.config/Code/User/settings.json': '{\n// ours\n"editor.tabSize": 2,\n}'},
			login,
		},
		{name: 'an empty object', user: {}, login},
	],
};

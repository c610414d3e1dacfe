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
		...Object.entries({
			'a mode that nobody knows': {permissions: {defaultMode: 'yolo'}},
			'a folder that is a number': {permissions: {additionalDirectories: ['/a', 1]}},
			'a line of status without its command': {statusLine: {type: 'command'}},
			'no days at all': {cleanupPeriodDays: 0},
			'half a day': {cleanupPeriodDays: 1.5},
			'a hook that is no list': {hooks: {PreToolUse: {}}},
			'a channel that nobody knows': {autoUpdatesChannel: 'nightly'},
		}).map(([name, entries]) => ({name, user: {env, ...entries}, login, says: /Claude Code (?:refuses|takes)/})),
		{name: 'not readable', user: '{}', files: {'~/.claude/settings.json': {text: '{}', mode: 0, uid: 0}}, login},
	],
	silent: [
		{
			name: 'values that are accepted',
			user: {
				env,
				permissions: {defaultMode: 'plan', allow: [5]},
				statusLine: {type: 'command', command: 'x'},
				hooks: {Stop: 'x'},
				cleanupPeriodDays: 30,
			},
		},
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

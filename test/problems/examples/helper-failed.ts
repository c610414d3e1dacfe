import {approved, consoleKey, login, type ProblemExamples, routerKey} from '../example.ts';

const script = {text: '#!/bin/sh\necho key\n', mode: 0o755};

export const helperFailed: ProblemExamples = {
	id: 'helper-failed',
	fires: [
		{name: 'the script is gone', user: {apiKeyHelper: '~/bin/key.sh'}, severity: 'error', says: /does not exist/},
		{
			name: 'the script may not be run',
			user: {apiKeyHelper: '/home/ada/key.sh'},
			files: {'~/key.sh': {...script, mode: 0o644}},
			says: /may not be run/,
		},
		{name: 'a program that is not on PATH', user: {apiKeyHelper: 'op read op://vault/key'}, says: /op, does not exist/},
		{name: 'the script of an interpreter is gone', user: {apiKeyHelper: 'sh /opt/company/key.sh'}, files: {'/usr/bin/sh': script}},
		{name: 'it certainly fails', user: {apiKeyHelper: 'exit 3'}, says: /prints nothing/},
		{name: 'it certainly prints nothing', project: {apiKeyHelper: 'true'}},
	],
	silent: [
		{name: 'a script that can be run', user: {apiKeyHelper: '"$HOME/my keys/key.sh" --quiet'}, files: {'~/my keys/key.sh': script}},
		{name: 'a program on PATH', user: {apiKeyHelper: 'KEY=1 pass show router | head -1'}, files: {'/usr/bin/pass': script}},
		{name: 'a command of the shell', user: {apiKeyHelper: 'if true; then echo key; fi'}},
		{
			name: 'a script run by an interpreter needs no mode',
			user: {apiKeyHelper: 'sh ~/key.sh'},
			files: {'~/key.sh': {...script, mode: 0o644}, '/usr/bin/sh': script},
		},
		{name: 'a variable in the path: nobody knows', user: {apiKeyHelper: '$TOOLS/key.sh'}},
		{name: 'a broken one that is empty in local settings', user: {apiKeyHelper: 'exit 3'}, local: {apiKeyHelper: ''}, login},
		{
			name: 'a broken one that two variables outrank',
			user: {apiKeyHelper: 'exit 3'},
			variables: {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: consoleKey},
			state: approved,
		},
	],
};

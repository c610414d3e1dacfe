import {login, type ProblemExamples} from '../example.ts';

const exe = {text: 'ELF', mode: 0o755};

export const cliMissing: ProblemExamples = {
	id: 'cli-missing',
	fires: [
		{name: 'nowhere', login, claude: null, severity: 'warning', says: /PATH/},
		{name: 'in a folder that PATH does not name', login, claude: null, files: {'~/.npm-global/bin/claude': exe}, says: /\.npm-global/},
		{
			name: 'only inside an editor',
			login,
			claude: null,
			files: {'~/.vscode/extensions/anthropic.claude-code-2.1.300/resources/native-binary/claude': exe},
			says: /editor/,
		},
		{
			name: 'a link that leads nowhere',
			login,
			claude: null,
			files: {'/usr/local/bin/claude': {link: '/opt/gone/claude'}},
			says: /leads to a file/,
		},
		{
			name: 'a file that may not be run',
			login,
			claude: null,
			files: {'/usr/local/bin/claude': {text: '#!/bin/sh', mode: 0o644}},
			says: /may not run/,
		},
	],
	silent: [
		{name: 'on PATH', login},
		{name: 'another program of that name: another name', login, claude: 'desktop'},
		{name: 'an old one behind it', login, files: {'/usr/bin/claude': exe}},
		{name: 'a broken link behind it', login, files: {'/usr/bin/claude': {link: '/gone'}}},
	],
};

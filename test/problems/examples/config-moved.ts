import {login, type ProblemExamples, setupToken} from '../example.ts';

const token = {CLAUDE_CODE_OAUTH_TOKEN: setupToken};

export const configMoved: ProblemExamples = {
	id: 'config-moved',
	fires: [
		{name: 'the folder is not there', variables: {CLAUDE_CONFIG_DIR: '/home/ada/gone'}, login, severity: 'warning', says: /not there/},
		{
			name: 'the folder is not there, and the credential comes by a variable',
			variables: {...token, CLAUDE_CONFIG_DIR: '/home/ada/gone'},
			severity: 'info',
		},
		{name: 'a ~ that no shell has seen', variables: {...token, CLAUDE_CONFIG_DIR: '~/.claude'}, says: /begins with ~/},
		{name: 'empty', variables: {...token, CLAUDE_CONFIG_DIR: ''}, says: /is empty/},
		{
			name: 'a file',
			variables: {...token, CLAUDE_CONFIG_DIR: '/home/ada/note'},
			files: {'~/note': 'x'},
			severity: 'warning',
			says: /a file/,
		},
		{
			name: 'a file, which an old claude stops at',
			variables: {...token, CLAUDE_CONFIG_DIR: '/home/ada/note'},
			files: {'~/note': 'x'},
			claude: '2.1.100',
			severity: 'error',
		},
		{
			name: 'a folder with nothing of claude in it',
			variables: {...token, CLAUDE_CONFIG_DIR: '/home/ada/other'},
			files: {'~/other/readme': 'x'},
			says: /nothing yet/,
		},
	],
	silent: [
		{
			name: 'another folder on purpose',
			variables: {...token, CLAUDE_CONFIG_DIR: '/home/ada/work-claude'},
			files: {'~/work-claude/settings.json': '{}', '~/work-claude/.claude.json': '{"hasCompletedOnboarding": true}'},
		},
		{name: 'not set', variables: token},
	],
};

import {login, type ProblemExamples, routerKey} from '../example.ts';

const env = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};
const line = `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`;
const editor = {'~/.vscode/extensions/anthropic.claude-code-2.1.300/resources/native-binary/claude': {text: 'ELF', mode: 0o755}};

export const exportNotSeen: ProblemExamples = {
	id: 'export-not-seen',
	fires: [
		{
			name: 'in a file for interactive shells, with an editor',
			variables: env,
			files: {...editor, '~/.zshrc': line},
			severity: 'info',
			says: /ANTHROPIC_AUTH_TOKEN/,
		},
		{name: 'in a file for login shells', variables: env, files: {...editor, '~/.zprofile': line}},
	],
	silent: [
		{name: 'no editor', variables: env, files: {'~/.zshrc': line}},
		{name: 'in a file that every zsh reads', variables: env, files: {...editor, '~/.zshenv': line}},
		{name: 'settings have it too', user: {env}, variables: env, files: {...editor, '~/.zshrc': line}},
		{
			name: 'the editor is told as well',
			variables: env,
			files: {
				...editor,
				'~/.zshrc': line,
				'~/.config/Code/User/settings.json': JSON.stringify({
					'claudeCode.environmentVariables': [{name: 'ANTHROPIC_AUTH_TOKEN', value: routerKey}],
				}),
			},
		},
		{name: 'a login', login, files: editor},
	],
};

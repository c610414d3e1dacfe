import {consoleKey, type ProblemExamples, routerKey} from '../example.ts';

const other = `sk-or-v1-${'fedcba9876543210'.repeat(4)}`;
const address = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'};
const settings = {user: {env: {...address, ANTHROPIC_AUTH_TOKEN: routerKey}}};
const line = (key: string) => `export ANTHROPIC_AUTH_TOKEN=${key}\n`;

export const oldCopies: ProblemExamples = {
	id: 'old-copies',
	fires: [
		{name: 'an older one in a startup file', ...settings, files: {'~/.zshrc': line(other)}, severity: 'warning', says: /different values/},
		{
			name: 'a terminal that was opened before the line changed',
			variables: {...address, ANTHROPIC_AUTH_TOKEN: other},
			files: {'~/.zshrc': line(routerKey)},
			says: /depends on the terminal/,
		},
		{
			name: 'two startup files',
			variables: {...address, ANTHROPIC_AUTH_TOKEN: routerKey},
			files: {'~/.zshrc': line(routerKey), '~/.bashrc': line(other)},
		},
		{name: 'the one in use is proved', ...settings, files: {'~/.zshrc': line(other), '~/.bashrc': line(other)}, live: 'ok'},
	],
	silent: [
		{name: 'an open terminal, which settings outrank', ...settings, variables: {ANTHROPIC_AUTH_TOKEN: other}},
		{
			name: 'the same everywhere',
			...settings,
			variables: {ANTHROPIC_AUTH_TOKEN: routerKey},
			files: {'~/.zshrc': line(routerKey), '~/.bashrc': line(routerKey)},
		},
		{name: 'a blank at the end', ...settings, variables: {ANTHROPIC_AUTH_TOKEN: `${routerKey}\n`}},
		{name: "a translator's .env has a key of its own", ...settings, files: {'/home/ada/work/.env': `ANTHROPIC_AUTH_TOKEN=${other}\n`}},
		{name: 'a project has a key of its own', ...settings, local: {env: {ANTHROPIC_AUTH_TOKEN: other}}},
		{name: 'two variables with two keys', variables: {...address, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: consoleKey}},
		{name: 'a line that computes it', ...settings, files: {'~/.zshrc': line('"$(pass show key)"')}},
		{name: 'a file that is not read', ...settings, files: {'~/.bash_profile': 'true\n', '~/.bash_login': line(other)}},
	],
};

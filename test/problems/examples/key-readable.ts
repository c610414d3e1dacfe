import {login, type ProblemExamples, routerKey} from '../example.ts';

const line = `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`;
const address = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'};
const variables = {...address, ANTHROPIC_AUTH_TOKEN: routerKey};

export const keyReadable: ProblemExamples = {
	id: 'key-readable',
	fires: [
		{name: 'in a startup file', variables, files: {'~/.zshrc': {text: line, mode: 0o644}}, severity: 'warning', says: /\.zshrc/},
		{name: 'in settings', files: {'~/.claude/settings.json': {text: JSON.stringify({env: variables}), mode: 0o644}}},
		{
			name: "in fish's own variables",
			variables,
			files: {'~/.config/fish/fish_variables': {text: `SETUVAR --export ANTHROPIC_AUTH_TOKEN:${routerKey}\n`, mode: 0o644}},
		},
		{name: 'the stored login', files: {'~/.claude/.credentials.json': {text: JSON.stringify(login), mode: 0o644}}},
		{
			name: 'behind a link',
			variables,
			files: {'~/.zshrc': {link: '/home/ada/dotfiles/zshrc'}, '~/dotfiles/zshrc': {text: line, mode: 0o644}},
		},
	],
	silent: [
		{
			name: 'a word for a server without keys',
			variables: {ANTHROPIC_BASE_URL: 'http://localhost:11434', ANTHROPIC_AUTH_TOKEN: 'ollama'},
			files: {'~/.zshrc': {text: 'export ANTHROPIC_AUTH_TOKEN=ollama\n', mode: 0o644}},
		},
		{name: 'closed', variables, files: {'~/.zshrc': {text: line, mode: 0o600}}},
		{name: 'for the group of the user only', variables, files: {'~/.zshrc': {text: line, mode: 0o640}}},
		{name: 'in a home that is closed', variables, files: {'/home/ada': {folder: true, mode: 0o750}, '~/.zshrc': {text: line, mode: 0o644}}},
		{
			name: 'open, with nothing secret',
			user: {env: variables},
			files: {'~/.zshrc': {text: 'export ANTHROPIC_BASE_URL=https://openrouter.ai/api\n', mode: 0o644}},
		},
		{
			name: 'a command that gets it',
			variables,
			files: {'~/.zshrc': {text: 'export ANTHROPIC_AUTH_TOKEN="$(pass show key)"\n', mode: 0o644}},
		},
	],
};

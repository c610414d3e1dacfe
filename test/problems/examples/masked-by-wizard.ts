import {consoleKey, login, type ProblemExamples, routerKey} from '../example.ts';

const id = '20261101-080000-1a2b';
const file = '/home/ada/.claude/settings.json';
const side = {state: 'absent'};

/** What the wizard keeps of a change that wrote this entry. */
const history = (variable: string, state = 'applied', at = Date.UTC(2026, 10, 1, 8)) => ({
	[`~/.local/state/claude-auth-wizard/history/${id}.json`]: JSON.stringify({
		...{schema: 1, id, at, state, summaries: [], keeps: []},
		files: [
			{path: file, real: file, kind: 'settings', before: side, after: side, folders: [], entries: [{kind: 'key', path: ['env', variable]}]},
		],
	}),
});
const masked = {user: {env: {ANTHROPIC_API_KEY: ''}}};
const line = `export ANTHROPIC_API_KEY=${consoleKey}\n`;

export const maskedByWizard: ProblemExamples = {
	id: 'masked-by-wizard',
	fires: [
		{
			name: 'a later line in a startup file',
			...masked,
			login,
			files: {...history('ANTHROPIC_API_KEY'), '~/.zshrc': line},
			severity: 'warning',
			says: /2026-11-01.*does nothing/,
		},
		{
			name: 'and nothing else to send',
			...masked,
			variables: {ANTHROPIC_API_KEY: consoleKey},
			files: {...history('ANTHROPIC_API_KEY'), '~/.zshrc': line},
			severity: 'error',
		},
	],
	silent: [
		{
			name: 'a line that was left there when the mask was written',
			...masked,
			login,
			files: {...history('ANTHROPIC_API_KEY', 'applied', Date.UTC(2026, 10, 21, 9)), '~/.zshrc': line},
		},
		{
			name: 'a shell that still has it, before signing in',
			...masked,
			variables: {ANTHROPIC_API_KEY: consoleKey},
			files: history('ANTHROPIC_API_KEY'),
		},
		{
			name: 'a shell that still has it',
			...masked,
			login,
			variables: {ANTHROPIC_API_KEY: consoleKey},
			files: history('ANTHROPIC_API_KEY'),
		},
		{name: 'nothing meets it', ...masked, login, files: history('ANTHROPIC_API_KEY')},
		{name: 'written by somebody else', ...masked, login, variables: {ANTHROPIC_API_KEY: consoleKey}},
		{name: 'taken back since', ...masked, login, variables: {ANTHROPIC_API_KEY: consoleKey}, files: history('ANTHROPIC_API_KEY', 'undone')},
		{
			name: 'the wizard wrote another entry there',
			user: {env: {ANTHROPIC_API_KEY: '', ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'}},
			variables: {ANTHROPIC_API_KEY: consoleKey},
			files: history('ANTHROPIC_AUTH_TOKEN'),
		},
	],
};

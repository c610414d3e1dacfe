import {gitIndex} from '../../helpers/git-index.ts';
import {login, type ProblemExamples, routerKey} from '../example.ts';

const work = '/home/ada/work';

const env = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};

export const keyInGit: ProblemExamples = {
	id: 'key-in-git',
	fires: [
		{
			name: 'in the settings of a project',
			project: {env},
			files: {[`${work}/.git/index`]: gitIndex('.claude/settings.json')},
			severity: 'warning',
			says: /settings\.json/,
		},
		{
			name: 'in an .env',
			login,
			files: {[`${work}/.git/index`]: gitIndex('.env', 'a'), [`${work}/.env`]: `ANTHROPIC_API_KEY=${routerKey}\n`},
		},
		{
			name: 'in a repository of dotfiles, behind a link',
			variables: env,
			files: {
				'~/.zshrc': {link: '/home/ada/dotfiles/zshrc'},
				'~/dotfiles/zshrc': {text: `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`, mode: 0o600},
				'~/dotfiles/.git/index': gitIndex('zshrc'),
			},
		},
	],
	silent: [
		{name: 'in local settings that git does not track', local: {env}, files: {[`${work}/.git/index`]: gitIndex('.claude/settings.json')}},
		{
			name: 'a tracked file without a key',
			project: {env: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'}},
			user: {env},
			files: {[`${work}/.git/index`]: gitIndex('.claude/settings.json')},
		},
		{
			name: 'a sample for others to fill in',
			login,
			files: {[`${work}/.git/index`]: gitIndex('.env'), [`${work}/.env`]: 'ANTHROPIC_API_KEY=your-api-key-here\n'},
		},
		{name: 'no repository', project: {env}},
		{name: 'another file of that name', project: {env}, files: {[`${work}/.git/index`]: gitIndex('a/.claude/settings.json')}},
	],
};

import type {PretendFile} from '../../../source/machine/pretend.ts';
import {login, type ProblemExamples, routerKey} from '../example.ts';

const work = '/home/ada/work';

/** An index of version 2 with these paths, as git writes it but for times and hashes. */
function index(...paths: readonly string[]): PretendFile {
	const head = Buffer.from('DIRC\0\0\0\x02\0\0\0\0', 'latin1');
	head.writeUInt32BE(paths.length, 8);
	const entries = paths.map(path => {
		const entry = Buffer.alloc(Math.ceil((62 + path.length + 1) / 8) * 8);
		entry.write(path, 62, 'latin1');
		return entry;
	});
	return {bytes: Buffer.concat([head, ...entries, Buffer.alloc(20)])};
}

const env = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};

export const keyInGit: ProblemExamples = {
	id: 'key-in-git',
	fires: [
		{
			name: 'in the settings of a project',
			project: {env},
			files: {[`${work}/.git/index`]: index('.claude/settings.json')},
			severity: 'warning',
			says: /settings\.json/,
		},
		{name: 'in an .env', login, files: {[`${work}/.git/index`]: index('.env', 'a'), [`${work}/.env`]: `ANTHROPIC_API_KEY=${routerKey}\n`}},
		{
			name: 'in a repository of dotfiles, behind a link',
			variables: env,
			files: {
				'~/.zshrc': {link: '/home/ada/dotfiles/zshrc'},
				'~/dotfiles/zshrc': {text: `export ANTHROPIC_AUTH_TOKEN=${routerKey}\n`, mode: 0o600},
				'~/dotfiles/.git/index': index('zshrc'),
			},
		},
	],
	silent: [
		{name: 'in local settings that git does not track', local: {env}, files: {[`${work}/.git/index`]: index('.claude/settings.json')}},
		{
			name: 'a tracked file without a key',
			project: {env: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'}},
			user: {env},
			files: {[`${work}/.git/index`]: index('.claude/settings.json')},
		},
		{
			name: 'a sample for others to fill in',
			login,
			files: {[`${work}/.git/index`]: index('.env'), [`${work}/.env`]: 'ANTHROPIC_API_KEY=your-api-key-here\n'},
		},
		{name: 'no repository', project: {env}},
		{name: 'another file of that name', project: {env}, files: {[`${work}/.git/index`]: index('a/.claude/settings.json')}},
	],
};

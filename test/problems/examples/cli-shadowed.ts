import {login, type ProblemExamples} from '../example.ts';

const elf = {bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), mode: 0o755};
const link = (version: string) => ({
	[`~/.local/share/claude/versions/${version}`]: elf,
	'~/.local/bin/claude': {link: `/home/ada/.local/share/claude/versions/${version}`},
});

export const cliShadowed: ProblemExamples = {
	id: 'cli-shadowed',
	fires: [
		{
			name: 'a newer one that PATH does not name',
			claude: '2.0.77',
			files: link('2.1.329'),
			login,
			severity: 'warning',
			says: /2\.1\.329 is never started/,
		},
		{
			name: 'a newer one further back on PATH',
			claude: '2.1.100',
			variables: {PATH: '/usr/local/bin:/home/ada/.local/bin'},
			files: link('2.1.329'),
			login,
			says: /on PATH/,
		},
	],
	silent: [
		{name: 'an older one', files: link('2.0.77'), login},
		{name: 'the same', files: link('2.1.329'), login},
		{
			name: "an editor's own copy",
			claude: '2.0.77',
			files: {'~/.vscode/extensions/anthropic.claude-code-2.1.329/resources/native-binary/claude': elf},
			login,
		},
		{name: 'only one', login},
	],
};

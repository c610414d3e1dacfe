import {describe, expect, test} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import type {Fact, VariableFact} from '../../source/places/fact.ts';
import {findRoots} from '../../source/places/roots.ts';
import {startupFiles} from '../../source/places/startup-files.ts';

async function look(files: PretendOptions['files'], options: PretendOptions = {}): Promise<readonly Fact[]> {
	const machine = pretend({home: '/home/u', files: files ?? {}, ...options});
	return startupFiles.look(machine, findRoots(machine));
}

/** One fact as one line: where, what, and how it came there. */
function line(fact: Fact): string {
	if (fact.kind !== 'variable') return `${fact.kind} ${fact.file} ${fact.state} ${fact.why}`;
	const {origin} = fact;
	const by =
		origin.from === 'startup-file'
			? `${origin.shell} ${origin.does} ${origin.when}${origin.sourcedBy ? ` by ${origin.sourcedBy}` : ''}`
			: '';
	return `${fact.file}:${fact.line} ${fact.variable} ${fact.state} ${fact.value?.reveal() ?? '-'} ${by}`.replaceAll('/home/u/', '~/');
}

const seen = async (files: PretendOptions['files'], options: PretendOptions = {}): Promise<readonly string[]> =>
	(await look(files, options)).map(line);

describe('startup files', () => {
	test('every shell has its own', async () => {
		expect(
			await seen({
				'~/.zshrc': '\nexport ANTHROPIC_API_KEY=z\n',
				'~/.bashrc': 'export ANTHROPIC_API_KEY=b\n',
				'~/.profile': 'ANTHROPIC_API_KEY=p; export ANTHROPIC_API_KEY\n',
				'~/.config/fish/config.fish': 'set -gx ANTHROPIC_API_KEY f\n',
				'~/.config/fish/conf.d/a.fish': 'set -gx ANTHROPIC_BASE_URL http://f\n',
				'~/.config/fish/conf.d/a.fish.off': 'set -gx ANTHROPIC_BASE_URL http://off\n',
				'~/.tcshrc': 'setenv ANTHROPIC_API_KEY t\n',
				'~/.config/nushell/env.nu': '$env.ANTHROPIC_API_KEY = "n"\n',
				'~/.config/elvish/rc.elv': 'set-env ANTHROPIC_API_KEY e\n',
				'~/.xonshrc': '$ANTHROPIC_API_KEY = "x"\n',
				'~/.config/powershell/profile.ps1': '$env:ANTHROPIC_API_KEY = "w"\n',
				'~/.mkshrc': 'export ANTHROPIC_API_KEY=m\n',
				'/etc/profile.d/x.sh': 'export ANTHROPIC_MODEL=s\n',
			}),
		).toEqual([
			'~/.zshrc:2 ANTHROPIC_API_KEY text z zsh set interactive',
			'/etc/profile.d/x.sh:1 ANTHROPIC_MODEL text s bash set login',
			'~/.profile:1 ANTHROPIC_API_KEY text p bash set login',
			'~/.bashrc:1 ANTHROPIC_API_KEY text b bash set interactive',
			'~/.config/fish/conf.d/a.fish:1 ANTHROPIC_BASE_URL text http://f fish set always',
			'~/.config/fish/config.fish:1 ANTHROPIC_API_KEY text f fish set always',
			'~/.config/powershell/profile.ps1:1 ANTHROPIC_API_KEY text w powershell set always',
			'~/.config/nushell/env.nu:1 ANTHROPIC_API_KEY text n nushell set interactive',
			'~/.mkshrc:1 ANTHROPIC_API_KEY text m ksh set interactive',
			'~/.tcshrc:1 ANTHROPIC_API_KEY text t tcsh set always',
			'~/.config/elvish/rc.elv:1 ANTHROPIC_API_KEY text e elvish set interactive',
			'~/.xonshrc:1 ANTHROPIC_API_KEY text x xonsh set interactive',
		]);
	});

	test('a file beside the one that sources it is found as it is named and where its link leads', async () => {
		const files = {
			'~/.zshrc': {link: '/home/u/dots/zshrc'},
			'~/dots/zshrc': 'source ${0:A:h}/keys.zsh\nsource ${${(%):-%x}:h}/.more.zsh\nsource $(elsewhere)/none.zsh\n',
			'~/dots/keys.zsh': 'export ANTHROPIC_API_KEY=k\n',
			'~/.more.zsh': 'export ANTHROPIC_MODEL=m\n',
			'~/.config/fish/config.fish': 'source (status dirname)/keys.fish\n',
			'~/.config/fish/keys.fish': 'set -gx ANTHROPIC_BASE_URL http://f\n',
		};
		expect(await seen(files)).toEqual([
			'~/dots/keys.zsh:1 ANTHROPIC_API_KEY text k zsh set interactive by ~/.zshrc',
			'~/.more.zsh:1 ANTHROPIC_MODEL text m zsh set interactive by ~/.zshrc',
			'~/.config/fish/keys.fish:1 ANTHROPIC_BASE_URL text http://f fish set always by ~/.config/fish/config.fish',
		]);
	});

	test('sourced files are followed through every way to write their path', async () => {
		const ways = [
			'source ~/a.sh',
			'. ~/a.sh',
			'\\. "$HOME/a.sh"',
			'[ -f ~/a.sh ] && . ~/a.sh',
			'[[ -f ${HOME}/a.sh ]] && source "${HOME}"/a.sh',
			'if [ -r ~/a.sh ]; then\n  . ~/a.sh\nfi',
			'test -f ~/a.sh && \\\n  . ~/a.sh',
			'. "${ZDOTDIR:-$HOME}/a.sh"',
			'D=$HOME; source $D/a.sh',
			'for f in ~/a.sh ~/nope; do . "$f"; done',
			'for f in ~/a*.sh; do [ -r "$f" ] && . "$f"; done',
			'builtin source ~/./a.sh',
			'. "$(dirname "${BASH_SOURCE[0]}")/a.sh"',
			'source "${BASH_SOURCE%/*}/a.sh"',
			'. "$(cd "$(dirname "$0")" && pwd)/a.sh"',
		];
		for (const way of ways)
			expect(await seen({'~/.bashrc': `${way}\n`, '~/a.sh': '\nexport ANTHROPIC_API_KEY=k'}), way).toEqual([
				'~/a.sh:2 ANTHROPIC_API_KEY text k bash set interactive by ~/.bashrc',
			]);
	});

	test.each([
		['~/.zshrc', 'source ${XDG_CONFIG_HOME:-$HOME/.config}/a', '~/.config/a', 'export ANTHROPIC_API_KEY=k', 'zsh set interactive'],
		['~/.zshrc', 'for f (~/.zsh/*.zsh(N)) source $f', '~/.zsh/a.zsh', 'export ANTHROPIC_API_KEY=k', 'zsh set interactive'],
		['~/.config/fish/config.fish', 'source ~/a.fish', '~/a.fish', 'set -gx ANTHROPIC_API_KEY k', 'fish set always'],
		[
			'~/.config/fish/config.fish',
			'test -f $HOME/a.fish; and . $HOME/a.fish',
			'~/a.fish',
			'set -gx ANTHROPIC_API_KEY k',
			'fish set always',
		],
		['~/.config/fish/config.fish', 'for f in ~/x/*.fish; source $f; end', '~/x/a.fish', 'set -gx ANTHROPIC_API_KEY k', 'fish set always'],
		['~/.cshrc', 'if ( -r ~/a.csh ) source ~/a.csh', '~/a.csh', 'setenv ANTHROPIC_API_KEY k', 'tcsh set always'],
		['~/.config/nushell/config.nu', 'source a.nu', '~/.config/nushell/a.nu', '$env.ANTHROPIC_API_KEY = "k"', 'nushell set interactive'],
		[
			'~/.config/nushell/config.nu',
			'source-env (if ("/home/u/a.nu" | path exists) { "/home/u/a.nu" } else { null })',
			'~/a.nu',
			'$env.ANTHROPIC_API_KEY = "k"',
			'nushell set interactive',
		],
		[
			'~/.config/elvish/rc.elv',
			'if ?(test -r /home/u/a) { eval (slurp < /home/u/a) }',
			'~/a',
			'set-env ANTHROPIC_API_KEY k',
			'elvish set interactive',
		],
		['~/.xonshrc', "execx(open('/home/u/a').read()) if True else None", '~/a', "$ANTHROPIC_API_KEY = 'k'", 'xonsh set interactive'],
		[
			'~/.config/powershell/profile.ps1',
			'. "$PSScriptRoot/a.ps1"',
			'~/.config/powershell/a.ps1',
			"$env:ANTHROPIC_API_KEY = 'k'",
			'powershell set always',
		],
	])('%s: %s', async (file, text, other, inner, by) => {
		expect(await seen({[file]: `${text}\n`, [other]: inner})).toEqual([`${other}:1 ANTHROPIC_API_KEY text k ${by} by ${file}`]);
	});

	test('what only a run could tell is not guessed', async () => {
		for (const way of ['. "$(which x)"', 'source $UNKNOWN/a.sh', 'source a.sh', 'source <(x)', 'eval "$(x)"', '. ~other/a.sh'])
			expect(await seen({'~/.bashrc': way, '~/a.sh': 'export ANTHROPIC_API_KEY=k'}), way).toEqual([]);
	});

	test('a pattern that matches nothing hides nothing', async () => {
		const files = {
			'~/.bashrc': 'for f in ~/env.d/[z-a]*; do . "$f"; done\nexport ANTHROPIC_API_KEY=k\n',
			'~/env.d/m': 'export ANTHROPIC_API_KEY=m\n',
		};
		expect(await seen(files)).toEqual(['~/.bashrc:2 ANTHROPIC_API_KEY text k bash set interactive']);
	});
	test('a circle of files ends, and so does a long chain', async () => {
		expect(await seen({'~/.bashrc': '. ~/a', '~/a': '. ~/.bashrc\n. ~/a\nexport ANTHROPIC_API_KEY=k'})).toHaveLength(1);
		const chain = Object.fromEntries(
			Array.from({length: 12}, (_, index) => [`~/${index}`, `. ~/${index + 1}\nexport ANTHROPIC_API_KEY=${index}`]),
		);
		expect(await seen({'~/.bashrc': '. ~/0', ...chain})).toHaveLength(10);
	});

	test('a file reached twice is reported once, at its own moment', async () => {
		const files = {'~/.bash_profile': '. ~/.bashrc\n', '~/.bashrc': 'export ANTHROPIC_API_KEY=k\n'};
		expect(await seen(files)).toEqual(['~/.bashrc:1 ANTHROPIC_API_KEY text k bash set interactive by ~/.bash_profile']);
	});

	test('~/.zshenv moves the other files of zsh', async () => {
		expect(
			await seen({
				'~/.zshenv': 'export ZDOTDIR="$HOME/.config/zsh"\n',
				'~/.zshrc': 'export ANTHROPIC_API_KEY=old',
				'~/.config/zsh/.zshrc': 'export ANTHROPIC_API_KEY=new',
			}),
		).toEqual(['~/.config/zsh/.zshrc:1 ANTHROPIC_API_KEY text new zsh set interactive']);
	});

	test('a login file that bash passes over says which is read', async () => {
		const facts = await look({'~/.bash_profile': '', '~/.bash_login': 'export ANTHROPIC_API_KEY=k'});
		expect(facts).toMatchObject([{state: 'ignored', why: '.bash_profile is read in its place', file: '/home/u/.bash_login'}]);
	});

	test('values take in what was set before; unset, empty and private ones are told apart', async () => {
		const facts = await look({
			'~/.bashrc': [
				'HOST=http://h',
				'export ANTHROPIC_BASE_URL="$HOST:4000/x"',
				'export ANTHROPIC_AUTH_TOKEN=$(pass x)',
				'export ANTHROPIC_MODEL=',
				'unset ANTHROPIC_API_KEY',
				'CLAUDE_CODE_USE_BEDROCK=1',
			].join('\n'),
		});
		expect(facts.map(({variable, state, shown, why}) => [variable, state, shown, why])).toEqual([
			['ANTHROPIC_BASE_URL', 'text', 'http://h:4000/x', null],
			['ANTHROPIC_AUTH_TOKEN', 'text', 'computed when the shell starts', null],
			['ANTHROPIC_MODEL', 'empty', '', null],
			['ANTHROPIC_API_KEY', 'absent', '', null],
			['CLAUDE_CODE_USE_BEDROCK', 'ignored', '1', 'it is not exported, so no other program sees it'],
		]);
	});

	test('an export in another file of the same shell counts', async () => {
		const facts = (await look({'~/.zshenv': 'ANTHROPIC_API_KEY=k\n', '~/.zshrc': 'export ANTHROPIC_API_KEY\n'})) as VariableFact[];
		expect(facts.map(({state, origin}) => [state, origin.from === 'startup-file' && origin.exported])).toEqual([['text', true]]);
	});

	test('set -a around a source exports what is in the file', async () => {
		expect(await seen({'~/.bashrc': 'set -a; . ~/.env; set +a', '~/.env': 'ANTHROPIC_API_KEY=k'})).toEqual([
			'~/.env:1 ANTHROPIC_API_KEY text k bash set interactive by ~/.bashrc',
		]);
	});

	test.each([
		[`export $(grep -v '^#' ~/.env | xargs)`],
		['eval "$(sed s/^/export\\ / ~/.env)"'],
		['set -a\nsource <(grep -v "^#" "$HOME/.env")\nset +a'],
		['while IFS= read -r line; do\n  export "$line"\ndone < "${HOME}/.env"'],
		['cat ~/.env | while read -r line; do export "$line"; done'],
		['export $(cat .env)'],
		['FILE=~/.env\nexport $(cat "$FILE" \\\n  | xargs)'],
	])('a program that prints a file of values makes variables of them: %s', async text => {
		expect(await seen({'~/.bashrc': text, '~/.env': '# mine\nMINE=1\nANTHROPIC_API_KEY=k\n'})).toEqual([
			'~/.env:3 ANTHROPIC_API_KEY text k sh set interactive by ~/.bashrc',
		]);
	});

	test('so does fish, line by line', async () => {
		const text = 'while read -l line\n  set -l kv (string split -m1 = $line)\n  set -gx $kv[1] $kv[2]\nend < ~/.env\n';
		expect(await seen({'~/.config/fish/config.fish': text, '~/.env': 'ANTHROPIC_API_KEY=k\n'})).toEqual([
			'~/.env:1 ANTHROPIC_API_KEY text k sh set always by ~/.config/fish/config.fish',
		]);
	});

	test('what is read later is found too: where BASH_ENV or ENV leads by then, and the function that is called claude', async () => {
		const files = {'~/.profile': 'export BASH_ENV=~/.bash_env\n', '~/.bash_env': 'export ANTHROPIC_API_KEY=k\n'};
		expect(await seen(files)).toEqual(['~/.bash_env:1 ANTHROPIC_API_KEY text k bash set always']);
		const fish = {'~/.config/fish/functions/claude.fish': 'function claude\n  set -lx ANTHROPIC_API_KEY k\n  command claude $argv\nend\n'};
		expect(await seen(fish)).toHaveLength(1);
		const posix = {'~/.profile': 'ENV=$HOME/.shinit; export ENV\n', '~/.shinit': 'export ANTHROPIC_API_KEY=k\n'};
		expect(await seen(posix)).toEqual(['~/.shinit:1 ANTHROPIC_API_KEY text k bash set interactive']);
	});

	test.each([
		['a comment', `# export $(grep -v '^#' ~/.env | xargs)`, 'ANTHROPIC_API_KEY=k'],
		['a program that is run', 'eval "$(~/.env init)"', 'echo ANTHROPIC_API_KEY=k\nANTHROPIC_API_KEY=k'],
		['one value that is read', 'export MINE=$(cat ~/.env)', 'ANTHROPIC_API_KEY=k'],
		['a file of the system', 'export $(cat /etc/env)', ''],
	])('%s makes none', async (_, text, env) => {
		expect(await seen({'~/.bashrc': text, '~/.env': env, '/etc/env': 'ANTHROPIC_API_KEY=k'})).toEqual([]);
	});

	test('a file that cannot be read is a fact, and never a crash', async () => {
		expect(
			await seen(
				{
					'~/.bashrc': {text: 'export ANTHROPIC_API_KEY=k', mode: 0o000, uid: 0},
					'~/.zshrc': {device: true},
					'~/.profile': {link: '/home/u/.profile'},
					'~/.kshrc': `export ANTHROPIC_API_KEY=k\n${'#'.repeat(1024 * 1024)}`,
				},
				{uid: 1000},
			),
		).toEqual([
			'file /home/u/.zshrc unreadable it is no regular file'.replaceAll('/home/u', '/home/u'),
			'file /home/u/.profile unreadable its links lead in a circle',
			'file /home/u/.bashrc unreadable this user may not read it',
			'file /home/u/.kshrc unreadable it is larger than 1 MiB',
		]);
	});

	test('bytes that are no UTF-8 are no obstacle', async () => {
		const bytes = Buffer.concat([Buffer.from('# caf'), Buffer.from([0xe9, 10]), Buffer.from('export ANTHROPIC_API_KEY=k')]);
		expect(await seen({'~/.bashrc': new Uint8Array(bytes)})).toEqual(['~/.bashrc:2 ANTHROPIC_API_KEY text k bash set interactive']);
	});

	test('a folder named in a file without any key is known to the next', async () => {
		expect(
			await seen({'~/.zshenv': 'export DOTS=$HOME/dots\n', '~/.zshrc': 'source $DOTS/a\n', '~/dots/a': 'export ANTHROPIC_API_KEY=k'}),
		).toEqual(['~/dots/a:1 ANTHROPIC_API_KEY text k zsh set interactive by ~/.zshrc']);
	});
});

import {describe, expect, test} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {envFiles} from '../../source/places/env-files.ts';
import {fishUniversals} from '../../source/places/fish-universals.ts';
import type {Place} from '../../source/places/place.ts';
import {findRoots} from '../../source/places/roots.ts';
import {systemEnvironment} from '../../source/places/system.ts';

async function seen(place: Place, options: PretendOptions): Promise<readonly string[]> {
	const machine = pretend({...options, home: options.home ?? '/home/u', cwd: options.cwd ?? '/home/u/p'});
	const facts = await place.look(machine, findRoots(machine));
	return facts.map(({place: id, file, line, variable, state, value, kind}) =>
		kind === 'variable' ? `${id} ${file}:${line} ${variable} ${state} ${value?.reveal() ?? '-'}` : `${id} ${file} ${kind}`,
	);
}

test('files of the project folder', async () => {
	expect(
		await seen(envFiles, {
			files: {
				'~/p/.env': {text: '# ANTHROPIC_API_KEY=no\nexport ANTHROPIC_API_KEY="k" # c\nOTHER=1\nANTHROPIC_MODEL=\n', mode: 0o600},
				'~/p/.env.local': {text: "ANTHROPIC_BASE_URL='http://x' \n", mode: 0o600},
				'~/.envrc': {text: 'dotenv\nexport ANTHROPIC_AUTH_TOKEN=t\nunset ANTHROPIC_API_KEY\nANTHROPIC_MODEL=private\n', mode: 0o600},
				'~/p/mise.toml': {
					text: '[tools]\nANTHROPIC_MODEL = "no"\n[env]\nANTHROPIC_API_KEY = "m"\nCLAUDE_CODE_USE_BEDROCK = 1\nANTHROPIC_MODEL = "{{env.X}}"\n',
					mode: 0o600,
				},
			},
		}),
	).toEqual([
		'env-file /home/u/p/.env:2 ANTHROPIC_API_KEY text k',
		'env-file /home/u/p/.env:4 ANTHROPIC_MODEL empty ',
		'env-file /home/u/p/.env.local:1 ANTHROPIC_BASE_URL text http://x',
		'env-file /home/u/.envrc:2 ANTHROPIC_AUTH_TOKEN text t',
		'env-file /home/u/p/mise.toml:4 ANTHROPIC_API_KEY text m',
		'env-file /home/u/p/mise.toml:5 CLAUDE_CODE_USE_BEDROCK text 1',
		'env-file /home/u/p/mise.toml:6 ANTHROPIC_MODEL text -',
	]);
});

describe('fish universals', () => {
	const text = '# VERSION: 3.0\nSETUVAR --export ANTHROPIC_API_KEY:sk\\x2dant\\x2d\\u00e9\\x1eb\nSETUVAR ANTHROPIC_MODEL:m\n';
	test('are decoded, and their file tells who else can read them', async () => {
		expect(await seen(fishUniversals, {files: {'~/.config/fish/fish_variables': {text, mode: 0o644}}})).toEqual([
			'fish-universal /home/u/.config/fish/fish_variables:2 ANTHROPIC_API_KEY text sk-ant-é b',
			'fish-universal /home/u/.config/fish/fish_variables:3 ANTHROPIC_MODEL text m',
			'fish-universal /home/u/.config/fish/fish_variables file',
		]);
	});
	test('a private file, or one without a secret, has no such trouble', async () => {
		expect(await seen(fishUniversals, {files: {'~/.config/fish/fish_variables': {text, mode: 0o600}}})).toHaveLength(2);
		expect(
			await seen(fishUniversals, {files: {'~/.config/fish/fish_variables': {text: 'SETUVAR ANTHROPIC_MODEL:m\n', mode: 0o644}}}),
		).toHaveLength(1);
	});
});

describe('the system', () => {
	test('Linux: /etc/environment, environment.d, pam', async () => {
		expect(
			await seen(systemEnvironment, {
				files: {
					'/etc/environment': 'PATH="/bin"\nANTHROPIC_API_KEY="k#x"\nexport ANTHROPIC_MODEL=\'m\'\n#ANTHROPIC_BASE_URL=no\n',
					'~/.config/environment.d/50.conf': "# c\nANTHROPIC_AUTH_TOKEN='a b'\nANTHROPIC_BASE_URL='$HOST/x'\nANTHROPIC_MODEL=a\\ b\n",
					'~/.config/environment.d/notes.txt': 'ANTHROPIC_AUTH_TOKEN=no',
					'~/.pam_environment': 'ANTHROPIC_API_KEY DEFAULT=d OVERRIDE="o p"\nANTHROPIC_MODEL DEFAULT=${HOME}\n',
				},
			}),
		).toEqual([
			'system-environment /etc/environment:2 ANTHROPIC_API_KEY text k',
			'system-environment /etc/environment:3 ANTHROPIC_MODEL text m',
			'system-environment /home/u/.config/environment.d/50.conf:2 ANTHROPIC_AUTH_TOKEN text a b',
			'system-environment /home/u/.config/environment.d/50.conf:3 ANTHROPIC_BASE_URL text -',
			'system-environment /home/u/.config/environment.d/50.conf:4 ANTHROPIC_MODEL text a b',
			'system-environment /home/u/.pam_environment:1 ANTHROPIC_API_KEY text o p',
			'system-environment /home/u/.pam_environment:2 ANTHROPIC_MODEL text -',
		]);
	});
	test('macOS: agents that call launchctl setenv', async () => {
		const plist = (...strings: string[]): string =>
			`<plist><dict><array>\n${strings.map(text => `<string>${text}</string>\n`).join('')}</array></dict></plist>`;
		expect(
			await seen(systemEnvironment, {
				platform: 'darwin',
				home: '/Users/u',
				cwd: '/Users/u',
				files: {
					'~/Library/LaunchAgents/a.plist': plist('/bin/launchctl', 'setenv', 'ANTHROPIC_API_KEY', 'k&amp;1'),
					'~/Library/LaunchAgents/b.plist': plist(
						'sh',
						'-c',
						'launchctl setenv ANTHROPIC_MODEL "m 1"; launchctl setenv ANTHROPIC_BASE_URL $X',
					),
				},
			}),
		).toEqual([
			'system-environment /Users/u/Library/LaunchAgents/a.plist:3 ANTHROPIC_API_KEY text k&1',
			'system-environment /Users/u/Library/LaunchAgents/b.plist:4 ANTHROPIC_MODEL text m 1',
			'system-environment /Users/u/Library/LaunchAgents/b.plist:4 ANTHROPIC_BASE_URL text -',
		]);
	});
	test('Windows: the registry, asked for by key and never by value', async () => {
		const asked: string[] = [];
		const stdout = '\r\nHKEY_CURRENT_USER\\Environment\r\n    Path    REG_EXPAND_SZ    %X%\r\n    ANTHROPIC_API_KEY    REG_SZ    k v\r\n';
		const run: PretendOptions['run'] = async (file, args) => {
			asked.push([file, ...args].join(' '));
			return args[1]?.startsWith('HKCU') ? {state: 'ended', code: 0, stdout, stderr: ''} : {state: 'missing'};
		};
		expect(await seen(systemEnvironment, {platform: 'win32', home: 'C:\\Users\\u', cwd: 'C:\\Users\\u', run})).toEqual([
			'system-environment HKCU\\Environment:null ANTHROPIC_API_KEY text k v',
		]);
		expect(asked).toHaveLength(2);
	});
});

import {describe, expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {ancestors} from '../../source/shells/ancestors.ts';
import {type Ancestor, detectShell} from '../../source/shells/detect.ts';

const process = (program: string, ...args: readonly string[]): Ancestor => ({program, args: [program, ...args]});
const asked = (
	above: readonly Ancestor[],
	variables: Readonly<Record<string, string>> = {SHELL: '/bin/zsh'},
	platform: 'linux' | 'darwin' | 'win32' = 'linux',
) => {
	const found = detectShell(variables, above, platform);
	return found === null ? null : [found.shell.name, found.by];
};

describe('the shell that asks', () => {
	it.each([
		['a shell started in the login shell', [process('fish'), process('zsh')], 'fish'],
		['npx between', [process('node', 'npx'), process('sh', '-c', 'wizard export'), process('npm exec'), process('fish', '-l')], 'fish'],
		['make between', [process('sh', '-ec', 'wizard export'), process('make'), process('bash')], 'bash'],
		['a script of sh', [process('sh', './setup.sh'), process('nu')], 'sh'],
		['a line of sh that takes the text in', [process('sh', '-ec', 'eval "$(wizard export)"; claude'), process('fish')], 'sh'],
		['a bash script', [process('bash', './setup.sh'), process('zsh')], 'bash'],
		["an editor's terminal", [process('bash', '--init-file', '/x/shellIntegration-bash.sh'), process('code')], 'bash'],
		['a login', [process('-zsh'), process('login')], 'zsh'],
		['sh itself at the prompt', [process('sh'), process('sshd')], 'sh'],
		['dash with options', [process('dash', '-i', '-u'), process('zsh')], 'sh'],
		['busybox', [process('busybox', 'sh'), process('init')], 'sh'],
		['another program of busybox', [process('busybox', 'watch'), process('fish')], 'fish'],
		['cmd running one line for npm', [{program: 'cmd.exe', args: ['cmd.exe', '/d', '/s', '/c', 'wizard']}, process('pwsh')], 'powershell'],
	] as const)('%s', (_, above, name) => {
		expect(asked(above)).toEqual([name, 'parent']);
	});

	it('falls back to what shells set for their children, then to the login shell', () => {
		const above = [process('node'), process('tmux: server')];
		expect(asked(above, {NU_VERSION: '0.115.1', SHELL: '/bin/bash'})).toEqual(['nushell', 'variable']);
		expect(asked(above, {SHELL: '/usr/bin/fish'})).toEqual(['fish', 'login-shell']);
		expect(asked(above, {SHELL: '/usr/sbin/nologin'})).toBeNull();
		expect(asked([], {})).toBeNull();
	});

	it('on Windows tells cmd by its prompt, and Git Bash by SHELL', () => {
		expect(asked([], {PROMPT: '$P$G'}, 'win32')).toEqual(['cmd', 'system']);
		expect(asked([], {}, 'win32')).toEqual(['powershell', 'system']);
		expect(asked([], {SHELL: '/usr/bin/bash.exe', PROMPT: '$P$G'}, 'win32')).toEqual(['bash', 'login-shell']);
	});
});

describe('the processes above', () => {
	it('are read from /proc, whatever stands in their names', async () => {
		const files = {
			'/proc/4242/stat': '4242 (node) S 300 1 1',
			'/proc/300/stat': '300 (a) b (c) R 200 1 1',
			'/proc/300/comm': 'a) b (c\n',
			'/proc/300/cmdline': 'a) b (c\0',
			'/proc/200/stat': '200 (fish) S 0 1 1',
			'/proc/200/comm': 'fish\n',
			'/proc/200/cmdline': 'fish\0-l\0',
		};
		expect(await ancestors(pretend({files}))).toEqual([
			{program: 'a) b (c', args: ['a) b (c']},
			{program: 'fish', args: ['fish', '-l']},
		]);
	});

	it('are asked from ps where there is no /proc', async () => {
		const stdout =
			'    1     0 /sbin/launchd\n  300     1 /bin/zsh -l\n  310   300 npm exec wizard\n  320   310 sh -c wizard export\n 4242   320 node wizard\n';
		const machine = pretend({platform: 'darwin', run: async () => ({state: 'ended', code: 0, stdout, stderr: ''})});
		const found = await ancestors(machine);
		expect(found.map(({program}) => program)).toEqual(['sh', 'npm', '/bin/zsh', '/sbin/launchd']);
		expect(asked(found)).toEqual(['zsh', 'parent']);
	});

	it('are none where nothing tells', async () => {
		expect(await ancestors(pretend())).toEqual([]);
		expect(await ancestors(pretend({platform: 'darwin'}))).toEqual([]);
		expect(await ancestors(pretend({platform: 'win32'}))).toEqual([]);
	});
});

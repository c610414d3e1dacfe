import {describe, expect, it} from 'vitest';
import {shellNamed, shells} from '../../source/shells/index.ts';
import {ownFile} from '../../source/shells/own-file.ts';
import type {Shell, ShellRoots} from '../../source/shells/shell.ts';

const linux: ShellRoots = {home: '/home/ada', xdgConfig: '/home/ada/.config', zdotdir: '/home/ada', platform: 'linux', variables: {}};
const mac: ShellRoots = {home: '/Users/ada', xdgConfig: '/Users/ada/.config', zdotdir: '/Users/ada', platform: 'darwin', variables: {}};
const windows: ShellRoots = {
	home: 'C:\\Users\\ada',
	xdgConfig: 'C:\\Users\\ada\\.config',
	zdotdir: 'C:\\Users\\ada',
	platform: 'win32',
	variables: {APPDATA: 'C:\\Users\\ada\\AppData\\Roaming'},
};
const only =
	(...files: readonly string[]) =>
	(path: string) =>
		files.includes(path);

function the(name: string): Shell {
	const shell = shellNamed(name);
	if (shell === null) throw new Error(name);
	return shell;
}

const users = (shell: Shell, where: ShellRoots) =>
	shell
		.startupFiles(where)
		.filter(({owner}) => owner === 'user')
		.map(({path}) => path);

describe('startup files', () => {
	it.each(shells.map(shell => [shell.name, shell] as const))(
		'%s: each is named once with one moment, and the one to write is among them',
		(_, shell) => {
			for (const where of [
				linux,
				mac,
				windows,
				{...linux, zdotdir: '/home/ada/dots'},
				{...linux, variables: {ENV: '~/.env.sh', BASH_ENV: '$HOME/.bash_env'}},
			]) {
				const files = shell.startupFiles(where);
				const names = files.map(({path, folderOf}) => `${path} ${folderOf ?? ''}`);
				expect(new Set(names).size).toBe(names.length);
				const written = shell.writes(where);
				if (written !== null) expect(users(shell, where)).toContain(written);
				for (const {path, owner} of files) if (owner === 'system') expect(path.startsWith(where.home)).toBe(false);
			}
		},
	);

	it('bash: on macOS writes to the login file that is there, and never hides it by another', () => {
		const bash = the('bash');
		expect(bash.writes(linux)).toBe('/home/ada/.bashrc');
		expect(bash.writes(mac)).toBe('/Users/ada/.bash_profile');
		expect(bash.writes(mac, only('/Users/ada/.profile'))).toBe('/Users/ada/.profile');
		expect(bash.writes(mac, only('/Users/ada/.profile', '/Users/ada/.bash_login'))).toBe('/Users/ada/.bash_login');
	});

	it('tcsh: writes to .cshrc unless .tcshrc is there', () => {
		expect(the('tcsh').writes(linux)).toBe('/home/ada/.cshrc');
		expect(the('tcsh').writes(linux, only('/home/ada/.tcshrc', '/home/ada/.cshrc'))).toBe('/home/ada/.tcshrc');
	});

	it('zsh: with ZDOTDIR elsewhere writes to the file that is read wherever ZDOTDIR is set', () => {
		expect(the('zsh').writes(linux)).toBe('/home/ada/.zshenv');
		expect(the('zsh').writes({...linux, zdotdir: '/home/ada/dots'})).toBe('/home/ada/dots/.zshrc');
		expect(users(the('zsh'), {...linux, zdotdir: '/home/ada/dots'})[0]).toBe('/home/ada/.zshenv');
	});

	it('ksh and sh: ENV names the file, where it can be read without running anything', () => {
		expect(the('ksh').writes({...linux, variables: {ENV: '$HOME/.my'}})).toBe('/home/ada/.my');
		expect(the('ksh').writes({...linux, variables: {ENV: '$(id)/x'}})).toBe('/home/ada/.kshrc');
		expect(the('mksh').writes(linux, only('/home/ada/.mkshrc'))).toBe('/home/ada/.mkshrc');
		expect(the('sh').writes({...linux, variables: {ENV: '${HOME}/.shinit'}})).toBe('/home/ada/.shinit');
		expect(the('sh').writes(linux)).toBe('/home/ada/.profile');
	});

	it('PowerShell: the profile of every host, where this system and OneDrive keep it', () => {
		const powershell = the('pwsh');
		expect(powershell.writes(linux)).toBe('/home/ada/.config/powershell/profile.ps1');
		expect(powershell.writes(windows)).toBe('C:\\Users\\ada\\Documents\\PowerShell\\profile.ps1');
		const cloud = {...windows, variables: {OneDrive: 'C:\\Users\\ada\\OneDrive'}};
		expect(powershell.writes(cloud)).toBe('C:\\Users\\ada\\OneDrive\\Documents\\PowerShell\\profile.ps1');
		expect(powershell.writes(cloud, only('C:\\Users\\ada\\Documents\\WindowsPowerShell\\profile.ps1'))).toBe(
			'C:\\Users\\ada\\Documents\\WindowsPowerShell\\profile.ps1',
		);
		expect(users(powershell, windows)).toHaveLength(6);
	});

	it('nushell: its own folder on each system', () => {
		expect(the('nu').writes(linux)).toBe('/home/ada/.config/nushell/config.nu');
		expect(the('nu').writes(mac)).toBe('/Users/ada/Library/Application Support/nushell/config.nu');
		expect(the('nu').writes(windows)).toBe('C:\\Users\\ada\\AppData\\Roaming\\nushell\\config.nu');
		expect(the('nu').writes({...mac, variables: {XDG_CONFIG_HOME: '/Users/ada/.config'}})).toBe('/Users/ada/.config/nushell/config.nu');
	});

	it('our own file has the ending of the shell that reads it', () => {
		expect(ownFile(the('fish'), linux)).toBe('/home/ada/.config/claude-auth-wizard/credential.fish');
		expect(ownFile(the('pwsh'), windows)).toBe('C:\\Users\\ada\\AppData\\Roaming\\claude-auth-wizard\\credential.ps1');
	});
});

import {expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {wishOf} from '../../source/setups/setup.ts';
import {storeNamed} from '../../source/stores/index.ts';
import {routerSetup, storeRoots} from '../setups/carry-out.ts';

/** The startup file that gets the source line. */
function written(shell: string, platform: 'linux' | 'darwin', files: PretendOptions['files']): string | undefined {
	const machine = pretend({platform, files: files ?? {}});
	const kept = storeNamed('shell').keep(wishOf(routerSetup), storeRoots(machine, null, shell));
	if (kept.state === 'refused') throw new Error(kept.why);
	const line = kept.edits.find(edit => edit.kind === 'put-source-line');
	return line?.kind === 'put-source-line' ? line.file.replace(machine.environment.home, '~') : undefined;
}

// A shell that reads only the first of several files must not get a new one in front of the user's.
it.each([
	['bash', 'linux', {'~/.profile': ''}, '~/.bashrc'],
	['bash', 'darwin', {}, '~/.bash_profile'],
	['bash', 'darwin', {'~/.profile': ''}, '~/.profile'],
	['bash', 'darwin', {'~/.profile': '', '~/.bash_login': ''}, '~/.bash_login'],
	['bash', 'darwin', {'~/.profile': '', '~/.bash_profile': {link: 'dotfiles/profile'}, '~/dotfiles/profile': ''}, '~/.bash_profile'],
	['tcsh', 'linux', {'~/.cshrc': ''}, '~/.cshrc'],
	['tcsh', 'linux', {'~/.cshrc': '', '~/.tcshrc': ''}, '~/.tcshrc'],
	['tcsh', 'linux', {}, '~/.cshrc'],
] as const)('%s on %s with %j writes %s', (shell, platform, files, file) => {
	expect(written(shell, platform, files)).toBe(file);
});

/** Every startup file that loads ours. */
function loaders(shell: string, home: PretendOptions): readonly string[] {
	const machine = pretend(home);
	const kept = storeNamed('shell').keep(wishOf(routerSetup), storeRoots(machine, null, shell));
	if (kept.state === 'refused') throw new Error(kept.why);
	return kept.edits.flatMap(edit => (edit.kind === 'put-source-line' ? [edit.file.replace(machine.environment.home, '~')] : []));
}

// `bash -lc` reads no .bashrc, a terminal's bash no .profile; which .zshenv is read depends on who has set ZDOTDIR.
it.each([
	['bash', {}, ['~/.bashrc', '~/.profile']],
	['bash', {files: {'~/.bash_login': '', '~/.profile': ''}}, ['~/.bashrc', '~/.bash_login']],
	['bash', {platform: 'darwin', files: {'~/.bashrc': ''}}, ['~/.bash_profile', '~/.bashrc']],
	['zsh', {files: {'~/.zprofile': ''}}, ['~/.zshenv']],
	['zsh', {variables: {ZDOTDIR: '/home/ada/dots'}, files: {'~/.zshenv': ''}}, ['~/dots/.zshrc', '~/.zshenv']],
	['zsh', {variables: {ZDOTDIR: '/home/ada/dots'}}, ['~/dots/.zshrc', '~/dots/.zshenv']],
	['sh', {variables: {ENV: '~/.shinit'}}, ['~/.shinit', '~/.profile']],
	['ksh', {}, ['~/.kshrc', '~/.profile']],
] as const)('%s with %j loads it in login and in interactive shells: %j', (shell, home, files) => {
	expect(loaders(shell, home)).toEqual(files);
});

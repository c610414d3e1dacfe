import {exportIfEntered, posix, posixLiteral} from './posix.ts';
import {expandHome, joinOn, system, user} from './reads.ts';
import type {Shell, ShellRoots} from './shell.ts';

/** A login bash reads the first of these that exists, and only that: making .bash_profile hides a .profile. */
const loginFiles = (where: ShellRoots) => ['.bash_profile', '.bash_login', '.profile'].map(name => joinOn(where)(where.home, name));

export const bash: Shell = {
	...posix,
	name: 'bash',
	title: 'bash',
	programs: ['bash', 'rbash'],
	extension: '.sh',
	// `bash -c` reads none of them, which is why an editor or a cron job does not see what .bashrc exports. (Debian's reads .bashrc
	// even so where stdin is a socket, as under rshd and in the pipes of Node, and SHLVL is not set.)
	startupFiles: where => {
		const env = expandHome(where.variables['BASH_ENV'], where);
		return [
			...(env === null ? [] : [user.always(env)]),
			system.login('/etc/profile'),
			system.login('/etc/profile.d', {folderOf: '.sh'}),
			...loginFiles(where).map(file => user.login(file, {firstOf: 'bash login'})),
			system.interactive('/etc/bash.bashrc'),
			system.interactive('/etc/bashrc'),
			user.interactive(joinOn(where)(where.home, '.bashrc')),
		];
	},
	// Terminals on macOS open login shells, those elsewhere interactive ones.
	writes: (where, exists = () => false) =>
		where.platform === 'darwin'
			? (loginFiles(where).find(exists) ?? joinOn(where)(where.home, '.bash_profile'))
			: joinOn(where)(where.home, '.bashrc'),
	// No start reads both by itself. A login file that sources .bashrc does not do for ours: distributions' .bashrc returns at its
	// beginning where the shell is not interactive, as in `bash -lc`. A new .profile hides no other file.
	writesToo: (where, exists) =>
		where.platform === 'darwin'
			? [joinOn(where)(where.home, '.bashrc')].filter(exists)
			: [loginFiles(where).find(exists) ?? joinOn(where)(where.home, '.profile')],
	askHidden: (name, prompt) => `printf '%s' ${posixLiteral(prompt)} >&2; IFS= read -rs ${name} || :; echo >&2; ${exportIfEntered(name)}`,
};

import {posix, readWithoutEcho} from './posix.ts';
import {expandHome, joinOn, system, user} from './reads.ts';
import type {Shell} from './shell.ts';

/** The standard's shell, as dash, busybox, yash and `sh` itself. printf is a builtin of all of these. */
export const sh: Shell = {
	...posix,
	name: 'sh',
	title: 'sh',
	programs: ['sh', 'dash', 'ash', 'busybox', 'yash', 'posh'],
	extension: '.sh',
	// ENV is read by interactive shells only, and by login shells after .profile.
	startupFiles: where => {
		const env = expandHome(where.variables['ENV'], where);
		return [
			system.login('/etc/profile'),
			system.login('/etc/profile.d', {folderOf: '.sh'}),
			user.login(joinOn(where)(where.home, '.profile')),
			...(env === null ? [] : [user.interactive(env)]),
			user.interactive(joinOn(where)(where.home, '.yashrc')),
		];
	},
	writes: where => expandHome(where.variables['ENV'], where) ?? joinOn(where)(where.home, '.profile'),
	writesToo: where => (expandHome(where.variables['ENV'], where) === null ? [] : [joinOn(where)(where.home, '.profile')]),
	askHidden: (name, prompt) => readWithoutEcho(name, prompt, "printf '%s'"),
};

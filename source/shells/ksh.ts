import {posix, readWithoutEcho} from './posix.ts';
import {expandHome, joinOn, system, user} from './reads.ts';
import type {Shell} from './shell.ts';

/** ksh93 and mksh. Their `read -s` is something else (ksh93 writes to the history), and printf is no builtin of mksh: print is. */
export const ksh: Shell = {
	...posix,
	name: 'ksh',
	title: 'ksh',
	programs: ['ksh', 'ksh93', 'ksh93u+m', 'mksh', 'lksh', 'pdksh', 'oksh', 'rksh'],
	extension: '.sh',
	startupFiles: where => {
		const join = joinOn(where);
		const env = expandHome(where.variables['ENV'], where);
		return [
			system.login('/etc/profile'),
			system.login('/etc/profile.d', {folderOf: '.sh'}),
			user.login(join(where.home, '.profile')),
			system.interactive('/etc/ksh.kshrc'),
			system.interactive('/etc/mkshrc'),
			...(env === null
				? [user.interactive(join(where.home, '.kshrc')), user.interactive(join(where.home, '.mkshrc'))]
				: [user.interactive(env)]),
		];
	},
	writes: (where, exists = () => false) => {
		const [kshrc, mkshrc] = [joinOn(where)(where.home, '.kshrc'), joinOn(where)(where.home, '.mkshrc')];
		return expandHome(where.variables['ENV'], where) ?? (exists(mkshrc) && !exists(kshrc) ? mkshrc : kshrc);
	},
	// `ksh -lc` reads no file of interactive shells.
	writesToo: where => [joinOn(where)(where.home, '.profile')],
	askHidden: (name, prompt) => readWithoutEcho(name, prompt, 'print -rn --'),
};

import {exportIfEntered, posix, posixLiteral} from './posix.ts';
import {joinOn, system, user} from './reads.ts';
import {oneLine} from './refuse.ts';
import type {Shell, StartupFile} from './shell.ts';

/** Debian keeps the system-wide files in /etc/zsh, other systems in /etc. */
const systemWide = (as: (file: string) => StartupFile, name: string) => [as(`/etc/${name}`), as(`/etc/zsh/${name}`)];

export const zsh: Shell = {
	...posix,
	name: 'zsh',
	title: 'zsh',
	programs: ['zsh'],
	extension: '.zsh',
	// ZDOTDIR moves all of them, and is itself often set in ~/.zshenv, which a new terminal then reads first.
	startupFiles: where => {
		const join = joinOn(where);
		const moved = where.zdotdir !== where.home;
		return [
			...systemWide(system.always, 'zshenv'),
			user.always(join(where.home, '.zshenv')),
			...(moved ? [user.always(join(where.zdotdir, '.zshenv'))] : []),
			...systemWide(system.login, 'zprofile'),
			user.login(join(where.zdotdir, '.zprofile')),
			...systemWide(system.interactive, 'zshrc'),
			user.interactive(join(where.zdotdir, '.zshrc')),
			...systemWide(system.login, 'zlogin'),
			user.login(join(where.zdotdir, '.zlogin')),
		];
	},
	// .zshenv reaches `zsh -c`, so editors and agents too. With ZDOTDIR it depends on where that is set which .zshenv is read;
	// .zshrc is read either way.
	writes: where => (where.zdotdir === where.home ? joinOn(where)(where.home, '.zshenv') : joinOn(where)(where.zdotdir, '.zshrc')),
	// A shell that is no terminal's, as `zsh -lc`, reads no .zshrc; which .zshenv it reads depends on who has set ZDOTDIR.
	writesToo: (where, exists) => {
		if (where.zdotdir === where.home) return [];
		const [first, moved] = [joinOn(where)(where.home, '.zshenv'), joinOn(where)(where.zdotdir, '.zshenv')];
		return exists(first) && !exists(moved) ? [first] : [...[first].filter(exists), moved];
	},
	askHidden: (name, prompt) => `printf '%s' ${posixLiteral(prompt)} >&2; IFS= read -rs ${name} || :; echo >&2; ${exportIfEntered(name)}`,
	remark: text => `: ${posixLiteral(oneLine(text))}`,
};

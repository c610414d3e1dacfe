import {bash} from './bash.ts';
import {cmd} from './cmd.ts';
import {elvish} from './elvish.ts';
import {fish} from './fish.ts';
import {ksh} from './ksh.ts';
import {nushell} from './nushell.ts';
import {powershell} from './powershell.ts';
import {sh} from './sh.ts';
import type {Shell} from './shell.ts';
import {tcsh} from './tcsh.ts';
import {xonsh} from './xonsh.ts';
import {zsh} from './zsh.ts';

/** The most used first: the order in which choices are offered and startup files are looked at. */
export const shells: readonly Shell[] = [zsh, bash, fish, powershell, nushell, sh, ksh, tcsh, elvish, xonsh, cmd];

/** By its name or by what its program is called: `pwsh`, `nu`, `dash`, `/usr/bin/mksh`, `-zsh` as login starts it. */
export function shellNamed(name: string): Shell | null {
	const program = (name.split(/[\\/]/).at(-1) ?? '')
		.replace(/^-/, '')
		.toLowerCase()
		.replace(/\.exe$/, '');
	return shells.find(shell => shell.programs.includes(program)) ?? null;
}

import {joinOn} from './reads.ts';
import type {Shell, ShellRoots} from './shell.ts';

/** The file of ours (0600) that one line of the startup file loads: the secret never stands in a file that people put into git. */
export function ownFile(shell: Shell, where: ShellRoots): string {
	const folder =
		where.platform === 'win32' ? where.variables['APPDATA'] || joinOn(where)(where.home, 'AppData', 'Roaming') : where.xdgConfig;
	return joinOn(where)(folder, 'claude-auth-wizard', `credential${shell.extension}`);
}

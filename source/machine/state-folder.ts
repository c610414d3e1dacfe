import path from 'node:path';
import type {Platform} from './machine.ts';

/** Where our backups, history and locks are: never beside the user's files, where a folder listing or a dotfiles repository would take them in. */
export function stateFolder(platform: Platform, home: string, variables: Readonly<Record<string, string>>): string {
	const name = 'claude-auth-wizard';
	switch (platform) {
		case 'linux':
			return path.posix.join(absoluteOr(variables['XDG_STATE_HOME'], `${home}/.local/state`), name);
		case 'darwin':
			return path.posix.join(absoluteOr(variables['XDG_STATE_HOME'], `${home}/Library/Application Support`), name);
		case 'win32':
			return path.win32.join(variables['LOCALAPPDATA'] || path.win32.join(home, 'AppData', 'Local'), name);
	}
}

/** The XDG specification: a relative path in these variables is to be ignored. */
function absoluteOr(given: string | undefined, otherwise: string): string {
	return given !== undefined && path.posix.isAbsolute(given) ? given : otherwise;
}

import path from 'node:path';
import type {Environment} from './machine.ts';

/** Where small answers are kept from one run to the next; the user may empty it at any time. */
export function cacheFolder({platform, home, variables}: Environment): string {
	const name = 'claude-auth-wizard';
	const given = variables['XDG_CACHE_HOME'];
	if (platform === 'win32') return path.join(variables['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), name, 'cache');
	if (given !== undefined && path.isAbsolute(given)) return path.join(given, name);
	return path.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', name);
}

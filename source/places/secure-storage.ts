import type {Environment} from '../machine/machine.ts';
import {pathOf, type Roots} from './roots.ts';

/** Where logins are kept. `tag` is the folder that a Keychain entry is named after, null for the usual one. */
export type SecureStorage = {readonly folder: string; readonly tag: string | null};

/**
 * The configuration folder, or CLAUDE_SECURESTORAGE_CONFIG_DIR, which claude honours without documenting it: empty it means the usual
 * folder even where CLAUDE_CONFIG_DIR is set (read in the text of 2.1.329).
 */
export function secureStorage(environment: Environment, roots: Roots): SecureStorage {
	const own = environment.variables['CLAUDE_SECURESTORAGE_CONFIG_DIR'];
	const {join, resolve} = pathOf(environment);
	if (own === undefined)
		return {folder: roots.config, tag: roots.configIsMoved ? (environment.variables['CLAUDE_CONFIG_DIR'] ?? null) : null};
	return own === '' ? {folder: join(roots.home, '.claude'), tag: null} : {folder: resolve(environment.cwd, own), tag: own};
}

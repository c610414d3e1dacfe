import type {Environment} from '../machine/machine.ts';

/**
 * What `claude --version` gets: nothing of the user's that is secret or could make it do more than answer. Version managers find
 * the program by their own variables, Windows programs need a few to start at all.
 */
const passed: readonly string[] = [
	'PATH',
	'HOME',
	'TMPDIR',
	'LD_LIBRARY_PATH',
	'XDG_DATA_HOME',
	'NVM_DIR',
	'VOLTA_HOME',
	'ASDF_DIR',
	'ASDF_DATA_DIR',
	'MISE_DATA_DIR',
	'FNM_DIR',
	'N_PREFIX',
	'PNPM_HOME',
];
const passedOnWindows: readonly string[] = [
	'PATHEXT',
	'SYSTEMROOT',
	'SYSTEMDRIVE',
	'COMSPEC',
	'USERPROFILE',
	'APPDATA',
	'LOCALAPPDATA',
	'TEMP',
	'TMP',
];

const quiet = {
	TERM: 'dumb',
	DISABLE_AUTOUPDATER: '1',
	DISABLE_TELEMETRY: '1',
	DISABLE_ERROR_REPORTING: '1',
	CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
};

export function childEnvironment({variables, platform, home}: Environment): Readonly<Record<string, string>> {
	const names = new Set(platform === 'win32' ? [...passed, ...passedOnWindows] : passed);
	const kept = Object.entries(variables).filter(([name]) => names.has(platform === 'win32' ? name.toUpperCase() : name));
	return {HOME: home, ...Object.fromEntries(kept), ...quiet};
}

import path from 'node:path';
import type {Machine} from '../machine/machine.ts';
import {programNames} from './path-entries.ts';

/**
 * Where installers put `claude`, for the many whose PATH does not lead there: other shells, cron, editors started from a dock.
 * `*` stands for every name in a folder. Sources: Claude Code's setup page, and each version manager's own documentation.
 */
const onUnix: readonly string[] = [
	'~/.local/bin',
	'~/.claude/local',
	'~/.claude/local/node_modules/.bin',
	'~/.nvm/versions/node/*/bin',
	'~/.local/share/fnm/node-versions/*/installation/bin',
	'~/.fnm/node-versions/*/installation/bin',
	'~/Library/Application Support/fnm/node-versions/*/installation/bin',
	'~/.volta/bin',
	'~/.asdf/shims',
	'~/.asdf/installs/nodejs/*/bin',
	'~/.local/share/mise/shims',
	'~/.local/share/mise/installs/node/*/bin',
	'~/.local/share/mise/installs/claude/*/bin',
	'~/.local/share/mise/installs/npm-anthropic-ai-claude-code/*/bin',
	'~/n/bin',
	'~/.npm-global/bin',
	'~/.npm-packages/bin',
	'~/.npm/bin',
	'~/.local/share/pnpm',
	'~/Library/pnpm',
	'~/.yarn/bin',
	'~/.config/yarn/global/node_modules/.bin',
	'~/.bun/bin',
	'~/.nix-profile/bin',
	'/opt/homebrew/bin',
	'/home/linuxbrew/.linuxbrew/bin',
	'/usr/local/bin',
	'/usr/bin',
	'/snap/bin',
	'/run/current-system/sw/bin',
];

const onWindows: readonly string[] = [
	'~\\.local\\bin',
	'~\\AppData\\Roaming\\npm',
	'~\\AppData\\Local\\Microsoft\\WinGet\\Links',
	'~\\AppData\\Local\\pnpm',
	'~\\AppData\\Local\\Volta\\bin',
	'~\\AppData\\Roaming\\nvm\\*',
	'~\\.bun\\bin',
	'~\\scoop\\shims',
	'~\\.claude\\local',
	'C:\\Program Files\\nodejs',
	'C:\\ProgramData\\chocolatey\\bin',
];

/** Each names a folder the user moved; `/bin` is added where that is how the tool does it. */
const byVariable: readonly (readonly [variable: string, below: string])[] = [
	['NVM_DIR', 'versions/node/*/bin'],
	['FNM_DIR', 'node-versions/*/installation/bin'],
	['VOLTA_HOME', 'bin'],
	['ASDF_DATA_DIR', 'shims'],
	['MISE_DATA_DIR', 'shims'],
	['N_PREFIX', 'bin'],
	['NPM_CONFIG_PREFIX', 'bin'],
	['npm_config_prefix', 'bin'],
	['PNPM_HOME', ''],
	['BUN_INSTALL', 'bin'],
	['HOMEBREW_PREFIX', 'bin'],
];

const editorFolders: readonly string[] = [
	'.vscode',
	'.vscode-server',
	'.vscode-insiders',
	'.vscode-server-insiders',
	'.vscode-oss',
	'.cursor',
	'.cursor-server',
	'.windsurf',
	'.windsurf-server',
];

/** Every `claude` in a known location, in the order in which a user would most likely mean it; editors' own copies last. */
export function knownLocations(machine: Machine): readonly string[] {
	const {platform, home, variables} = machine.environment;
	const rules = platform === 'win32' ? path.win32 : path.posix;
	const moved = byVariable.flatMap(([name, below]) => (variables[name] ? [rules.join(variables[name], below)] : []));
	const usual = (platform === 'win32' ? onWindows : onUnix).map(folder => (folder.startsWith('~') ? home + folder.slice(1) : folder));
	const folders = [...moved, ...npmrcPrefix(machine, rules), ...usual].flatMap(folder => expand(machine, folder, rules));
	const names = programNames(machine.environment);
	const inFolders = folders.map(folder => names.map(name => rules.join(folder, name)).find(file => isFile(machine, file)));
	return [...inFolders.filter(file => file !== undefined), ...nativeWithoutLauncher(machine, rules), ...editorCopies(machine, rules)];
}

/** `npm config set prefix` is the usual answer to EACCES, and where its bin folder is then forgotten on PATH. */
function npmrcPrefix({environment, files}: Machine, rules: path.PlatformPath): readonly string[] {
	const reading = files.read(rules.join(environment.home, '.npmrc'), 65_536);
	if (reading.state !== 'bytes') return [];
	const stated = /^\s*prefix\s*=\s*(.+?)\s*$/m.exec(new TextDecoder().decode(reading.bytes))?.[1];
	if (stated === undefined) return [];
	const folder = stated.replace(/^["']|["']$/g, '').replace(/^(?:~|\$\{HOME\})(?=[/\\]|$)/, () => environment.home);
	return rules.isAbsolute(folder) ? [environment.platform === 'win32' ? folder : rules.join(folder, 'bin')] : [];
}

/** The native installer's versions, newest first, where the launcher that should lead to one of them is gone. */
function nativeWithoutLauncher({environment, files}: Machine, rules: path.PlatformPath): readonly string[] {
	const folder = rules.join(
		environment.variables['XDG_DATA_HOME'] || rules.join(environment.home, '.local', 'share'),
		'claude',
		'versions',
	);
	const newest = (files.list(folder) ?? [])
		.filter(name => /^\d+\.\d+\.\d+/.test(name))
		.sort(byNumber)
		.at(-1);
	return newest === undefined ? [] : [rules.join(folder, newest)];
}

function editorCopies(machine: Machine, rules: path.PlatformPath): readonly string[] {
	const program = machine.environment.platform === 'win32' ? 'claude.exe' : 'claude';
	return editorFolders
		.map(folder => rules.join(machine.environment.home, folder, 'extensions'))
		.flatMap(folder =>
			(machine.files.list(folder) ?? [])
				.filter(name => name.startsWith('anthropic.claude-code-'))
				.sort(byNumber)
				.slice(-1)
				.map(name => rules.join(folder, name, 'resources', 'native-binary', program)),
		)
		.filter(file => isFile(machine, file));
}

function expand(machine: Machine, pattern: string, rules: path.PlatformPath): readonly string[] {
	const star = pattern.indexOf('*');
	if (star === -1) return [pattern];
	const names = machine.files.list(pattern.slice(0, star)) ?? [];
	return [...names]
		.sort(byNumber)
		.reverse()
		.map(name => rules.join(pattern.slice(0, star), name, pattern.slice(star + 1)));
}

function isFile(machine: Machine, file: string): boolean {
	return machine.files.stat(file, 'follow')?.kind === 'file';
}

function byNumber(one: string, other: string): number {
	return one.localeCompare(other, 'en', {numeric: true});
}

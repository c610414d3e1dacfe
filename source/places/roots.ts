import path from 'node:path';
import type {Environment, Machine} from '../machine/machine.ts';

/** The folders and files that Claude Code and the shells start from on this machine, after every variable that moves them. */
export type Roots = {
	readonly home: string;
	/** Where the user stands: project settings are those of this folder. */
	readonly project: string;
	/** The folder that holds `.git`, or null outside a repository. */
	readonly repository: string | null;
	/** `~/.claude` or CLAUDE_CONFIG_DIR. */
	readonly config: string;
	readonly configIsMoved: boolean;
	/** `.claude.json`: beside the home, or inside CLAUDE_CONFIG_DIR. */
	readonly globalConfig: string;
	/** Where an administrator's settings are. */
	readonly managed: string;
	readonly xdgConfig: string;
	/** Where zsh reads its startup files. */
	readonly zdotdir: string;
	/** Anthropic profiles. */
	readonly profiles: string;
};

export function findRoots(machine: Machine): Roots {
	const {variables, home, cwd} = machine.environment;
	const join = pathOf(machine.environment).join;
	const xdgConfig = variables['XDG_CONFIG_HOME'] || join(home, '.config');
	// Set but empty, it moves the settings to the folder the user stands in: measured on 2.1.100 and 2.1.329.
	const moved = variables['CLAUDE_CONFIG_DIR'];
	const config = moved === undefined ? join(home, '.claude') : absolute(machine.environment, moved);
	return {
		home,
		project: cwd,
		repository: findRepository(machine, cwd),
		config,
		configIsMoved: moved !== undefined,
		globalConfig: moved === undefined ? join(home, '.claude.json') : join(config, '.claude.json'),
		managed: managedFolder(machine.environment),
		xdgConfig,
		zdotdir: variables['ZDOTDIR'] || home,
		profiles: profilesFolder(machine.environment, xdgConfig),
	};
}

/** The path rules of the machine looked at, which in tests is not always the one running. */
export function pathOf(environment: Environment): path.PlatformPath {
	return environment.platform === 'win32' ? path.win32 : path.posix;
}

function absolute(environment: Environment, folder: string): string {
	return pathOf(environment).resolve(environment.cwd, folder);
}

function managedFolder({platform}: Environment): string {
	switch (platform) {
		case 'linux':
			return '/etc/claude-code';
		case 'darwin':
			return '/Library/Application Support/ClaudeCode';
		case 'win32':
			return 'C:\\Program Files\\ClaudeCode';
	}
}

function profilesFolder(environment: Environment, xdgConfig: string): string {
	const own = environment.variables['ANTHROPIC_CONFIG_DIR'];
	if (own) return own;
	const join = pathOf(environment).join;
	return environment.platform === 'win32'
		? join(environment.variables['APPDATA'] ?? environment.home, 'Anthropic')
		: join(xdgConfig, 'anthropic');
}

function findRepository(machine: Machine, start: string): string | null {
	const {join, dirname} = pathOf(machine.environment);
	for (let folder = start; ; folder = dirname(folder)) {
		if (machine.files.stat(join(folder, '.git')) !== null) return folder;
		if (dirname(folder) === folder) return null;
	}
}

import type {Install} from './installed.ts';

/**
 * How a copy came here, told from where it lies. The names are those Claude Code's own `doctor` uses; a project's
 * node_modules counts as npm-local, like ~/.claude/local.
 */
export function installKind(path: string, real: string): Install {
	const at = real.replaceAll('\\', '/');
	const named = path.replaceAll('\\', '/');
	if (/\/extensions\/anthropic\.claude-code-/.test(at)) return 'vscode';
	if (/\/claude\/versions\/[^/]+$/.test(at)) return 'native';
	if (/\/(?:Caskroom|WinGet|scoop|chocolatey)\//i.test(`${at}${named}`) || /^\/(?:nix\/store|snap)\//.test(at)) return 'package-manager';
	if (/\/\.claude\/local\//.test(at)) return 'npm-local';
	if (/\/node_modules\/@anthropic-ai\//.test(at)) return isGlobal(at) ? 'npm-global' : 'npm-local';
	if (/\/AppData\/Roaming\/npm\/claude/i.test(named) || /\/\.volta\/bin\//.test(named)) return 'npm-global';
	if (/\/\.local\/bin\/claude\.exe$/i.test(at)) return 'native';
	if (/^\/usr\/(?:bin|lib|libexec|share)\//.test(at)) return 'package-manager';
	return 'unknown';
}

/** npm and its version managers use lib/node_modules below a prefix, pnpm, yarn and bun a folder named global. */
function isGlobal(at: string): boolean {
	return /\/(?:lib|npm|nodejs|global(?:\/[^/]+)?|v\d+\.\d+\.\d+)\/(?:\.pnpm\/[^/]+\/)?node_modules\/@anthropic-ai\//.test(at);
}

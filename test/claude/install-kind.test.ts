import {expect, test} from 'vitest';
import {installKind} from '../../source/claude/install-kind.ts';

test.each([
	['/home/ada/.local/bin/claude', '/home/ada/.local/share/claude/versions/2.1.329', 'native'],
	['C:\\Users\\ada\\.local\\bin\\claude.exe', 'C:\\Users\\ada\\.local\\bin\\claude.exe', 'native'],
	['/usr/local/bin/claude', '/usr/local/lib/node_modules/@anthropic-ai/claude-code/cli.js', 'npm-global'],
	[
		'/home/ada/.nvm/versions/node/v22.1.0/bin/claude',
		'/home/ada/.nvm/versions/node/v22.1.0/lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe',
		'npm-global',
	],
	[
		'/home/ada/.local/share/pnpm/claude',
		'/home/ada/.local/share/pnpm/global/5/.pnpm/@anthropic-ai+claude-code@2.1.0/node_modules/@anthropic-ai/claude-code/cli.js',
		'npm-global',
	],
	['/home/ada/.bun/bin/claude', '/home/ada/.bun/install/global/node_modules/@anthropic-ai/claude-code/cli.js', 'npm-global'],
	['/home/ada/.volta/bin/claude', '/home/ada/.volta/bin/volta-shim', 'npm-global'],
	['C:\\Users\\ada\\AppData\\Roaming\\npm\\claude.cmd', 'C:\\Users\\ada\\AppData\\Roaming\\npm\\claude.cmd', 'npm-global'],
	['/srv/app/node_modules/.bin/claude', '/srv/app/node_modules/@anthropic-ai/claude-code/cli.js', 'npm-local'],
	['/home/ada/.claude/local/claude', '/home/ada/.claude/local/claude', 'npm-local'],
	['/opt/homebrew/bin/claude', '/opt/homebrew/Caskroom/claude-code/2.1.300/claude', 'package-manager'],
	['/usr/bin/claude', '/usr/bin/claude', 'package-manager'],
	['/home/ada/.nix-profile/bin/claude', '/nix/store/abc-claude-code/bin/claude', 'package-manager'],
	['x', '/home/ada/.vscode/extensions/anthropic.claude-code-2.1.0-linux-x64/resources/native-binary/claude', 'vscode'],
	['/home/ada/bin/claude', '/home/ada/bin/claude', 'unknown'],
	['/usr/local/bin/claude', '/usr/local/bin/claude', 'unknown'],
])('%s → %s: %s', (path, real, kind) => {
	expect(installKind(path, real)).toBe(kind);
});

/** What a file that is looked into is to Claude Code or to the programs beside it. */
export type Candidate =
	/** `.claude/settings.json`: comes with the repository. */
	| 'project-settings'
	/** `.claude/settings.local.json`: the user's own, unless git brings it. */
	| 'local-settings'
	/** A copy or a backup of the two, which nobody reads. */
	| 'spare-settings'
	/** A login, where CLAUDE_CONFIG_DIR was pointed into a project. */
	| 'stored-login'
	| 'mcp-servers'
	| 'env-file'
	| 'direnv';

/** Null for nearly every name, so that is decided first: by its first letter, outside `.claude`. */
export function candidateFor(name: string, inClaude: boolean): Candidate | null {
	if (inClaude) {
		if (name === 'settings.json') return 'project-settings';
		if (name === 'settings.local.json') return 'local-settings';
		if (name === '.credentials.json') return 'stored-login';
		return /^settings.*\.json$/.test(name) ? 'spare-settings' : null;
	}
	if (name.charCodeAt(0) !== 46) return null;
	if (name === '.mcp.json') return 'mcp-servers';
	if (!name.startsWith('.env')) return null;
	if (/^\.envrc(?:[._-]|$)/.test(name)) return 'direnv';
	return /^\.env(?:[._-]|$)/.test(name) ? 'env-file' : null;
}

/** The same names for git, in whichever folder. It may give a few more than `candidateFor` takes. */
export const candidatePatterns: readonly string[] = [
	':(top,glob)**/.claude/settings*.json',
	':(top,glob)**/.claude/.credentials.json',
	':(top,glob)**/.mcp.json',
	':(top,glob)**/.env*',
];

export function isJson(candidate: Candidate): boolean {
	return candidate !== 'env-file' && candidate !== 'direnv';
}

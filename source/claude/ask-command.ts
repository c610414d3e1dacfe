import {isOlder} from './is-older.ts';

/** How one short prompt is asked: what stands on the command line, and what is laid over the user's own environment and settings. */
export type AskCommand = {
	readonly args: readonly string[];
	/** Outranks the user's variables; nothing in it is a credential or an address. */
	readonly variables: Readonly<Record<string, string>>;
	/** For a file to be given by --settings, which outranks the `env` of all of the user's settings; null where this version is not known to take it. */
	readonly settings: object | null;
};

/** Short, and without a space that costs: the request shall stay small. */
const prompt = 'Say ok';

/**
 * Chosen by version. No flag here has a say in which credential goes out: `--bare` and CLAUDE_CODE_SIMPLE leave out logins,
 * `--setting-sources` leaves out the very settings that are to be proved. Measured on a loopback server with hooks, rules, agents,
 * skills, an output style and a language of the user's: 435 bytes on 2.0.77, 932 on 2.1.100, 968 on 2.1.197, about 1 740 on 2.1.329
 * (a plain `claude -p` sends 49 to 95 kB), and nothing but this one request.
 */
export function askCommand(version: string | null): AskCommand {
	const args = ['-p', prompt, '--output-format', 'json', '--system-prompt', prompt, '--strict-mcp-config'];
	if (version !== null && isOlder(version, tried)) return {args, variables: quiet, settings: null};
	return {
		// An empty list of tools; `--disallowedTools` would have to name them all.
		args: [...args, '--tools', '', '--disable-slash-commands', '--no-session-persistence'],
		variables: quiet,
		settings: {
			// Hooks are programs of the user's; those of SessionStart and UserPromptSubmit add their output to the request.
			disableAllHooks: true,
			// Each adds up to a thousand bytes on 2.1.329, which forgoes the default system prompt but not these.
			outputStyle: 'default',
			language: '',
			env: quiet,
		},
	};
}

/** Laid over the environment and, against an `env` of the user's settings that says otherwise, into settings of our own as well. */
const quiet = {
	// Otherwise a wrong key is tried eleven times over three minutes.
	CLAUDE_CODE_MAX_RETRIES: '0',
	MAX_THINKING_TOKENS: '0',
	// Also ends three warm-up requests of 13 to 41 kB that 2.0.77 makes beside the prompt.
	DISABLE_PROMPT_CACHING: '1',
	CLAUDE_CODE_DISABLE_CLAUDE_MDS: '1',
	CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
	CLAUDE_CODE_DISABLE_GIT_INSTRUCTIONS: '1',
	CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
	DISABLE_TELEMETRY: '1',
	DISABLE_ERROR_REPORTING: '1',
	DISABLE_AUTOUPDATER: '1',
} as const;

/** The oldest version these flags were tried on. An unknown version is most likely a new one. */
const tried = [2, 0, 77];

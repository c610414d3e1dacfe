/**
 * A shell as the wizard needs it: the files it reads and when, how a value is written so that it comes back unchanged, and the
 * snippets that set, clear and ask for one. Everything here is text in, text out.
 */
export type Shell = {
	readonly name: ShellName;
	/** As in a sentence: "PowerShell". */
	readonly title: string;
	/** What the program may be called: the words of `--shell`, and the process names that tell which shell asks. */
	readonly programs: readonly string[];
	/** The ending of a file of ours in this shell's language. */
	readonly extension: string;
	/** Startup files in the order the shell reads them. Clean more files than you write. */
	readonly startupFiles: (where: ShellRoots) => readonly StartupFile[];
	/**
	 * The file a new export or our source line belongs in, by platform; null where the shell has none. `exists` decides between
	 * files of which the shell reads only the first: making another one would hide the user's.
	 */
	readonly writes: (where: ShellRoots, exists?: (path: string) => boolean) => string | null;
	/** Files that load ours besides, for the starts in which the shell does not read that one. */
	readonly writesToo?: (where: ShellRoots, exists: (path: string) => boolean) => readonly string[];
	/** The value as a literal of this shell; refuses what has no safe form, by name. */
	readonly quote: (value: string) => Quoted;
	readonly set: (name: string, quoted: string) => string;
	/** Must succeed, silently, also where a variable is not set. */
	readonly unset: (...names: string[]) => string;
	/** Exports under a second name what the first holds; an unset one gives an empty value. */
	readonly copy: (name: string, from: string) => string;
	/** Asks without echo and without a trace in the history, then exports; null where the shell cannot. */
	readonly askHidden: (name: string, prompt: string) => string | null;
	/** Loads one of our files when it exists, and is silent when it does not. */
	readonly source: (file: string) => string;
	readonly comment: (text: string) => string;
	/** A comment that may also be pasted at the prompt, where zsh and tcsh take `#` for a command. */
	readonly remark: (text: string) => string;
	/** What ends a statement besides the end of the line; tcsh's eval takes lines for words. */
	readonly lineEnd: '' | ';';
	/** Runs what a command prints in this very shell; null where the shell has no way. */
	readonly evaluate: (command: string) => string | null;
};

export type ShellName = 'sh' | 'bash' | 'zsh' | 'fish' | 'ksh' | 'tcsh' | 'nushell' | 'elvish' | 'xonsh' | 'powershell' | 'cmd';

export type ShellRoots = {
	readonly home: string;
	readonly xdgConfig: string;
	readonly zdotdir: string;
	readonly platform: 'linux' | 'darwin' | 'win32';
	readonly variables: Readonly<Record<string, string>>;
};

export type StartupFile = {
	readonly path: string;
	/** Then `path` is a folder, and all its files with this ending are read, by name: '.fish' of conf.d, '.nu' of autoload. */
	readonly folderOf?: string;
	/** Of the files that share this word the shell reads only the first that exists, in the order of the list. */
	readonly firstOf?: string;
	/** Which starts of the shell read it: `always` is read even by `shell -c`. */
	readonly when: 'always' | 'interactive' | 'login';
	/** System-wide files can be read but are not ours to edit. */
	readonly owner: 'user' | 'system';
};

export type Quoted = {readonly ok: true; readonly text: string} | {readonly ok: false; readonly why: string};

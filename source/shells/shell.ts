/**
 * A shell as the wizard needs it: the files it reads and when, how a value is written so that it comes back unchanged, and the
 * snippets that set, clear and ask for one. Everything here is text in, text out.
 */
export type Shell = {
	readonly name: ShellName;
	/** As in a sentence: "PowerShell". */
	readonly title: string;
	/** Startup files in the order the shell reads them. Clean more files than you write. */
	readonly startupFiles: (where: ShellRoots) => readonly StartupFile[];
	/** The file a new export or our source line belongs in, by platform; null where the shell has none. */
	readonly writes: (where: ShellRoots) => string | null;
	/** The value as a literal of this shell; refuses what has no safe form, by name. */
	readonly quote: (value: string) => Quoted;
	readonly set: (name: string, quoted: string) => string;
	/** Must succeed, silently, also where the variable is not set. */
	readonly unset: (name: string) => string;
	/** Asks without echo and without a trace in the history, then exports; null where the shell cannot. */
	readonly askHidden: (name: string, prompt: string) => string | null;
	/** Loads one of our files when it exists, and is silent when it does not. */
	readonly source: (file: string) => string;
	readonly comment: (text: string) => string;
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
	/** A folder whose files with this ending are all read (fish conf.d, nushell autoload). */
	readonly folderOf?: string;
	/** Which starts of the shell read it. `environment-only` is read even by `shell -c`. */
	readonly when: 'always' | 'interactive' | 'login';
	/** System-wide files can be read but are not ours to edit. */
	readonly owner: 'user' | 'system';
};

export type Quoted = {readonly ok: true; readonly text: string} | {readonly ok: false; readonly why: string};

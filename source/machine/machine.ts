/**
 * The only door to the computer. Everything the program knows or changes goes through one Machine, so that tests,
 * previews and dry runs are other Machines (see pretend.ts) and never an `if (dryRun)`.
 */

import type {Memory, Notes, Scratch} from './keeping.ts';

export type {Memory, Notes, Scratch} from './keeping.ts';

export type Machine = {
	readonly environment: Environment;
	readonly files: Files;
	readonly folders: Folders;
	readonly writing: Writing;
	readonly programs: Programs;
	readonly network: Network;
	readonly clock: Clock;
	readonly memory: Memory;
	readonly notes: Notes;
	readonly scratch: Scratch;
	/** The same computer from another home, with these variables, a state folder of its own and no parent processes: as if somebody else sat here. */
	readonly at: (home: string, variables: Readonly<Record<string, string>>) => Machine;
};

export type Platform = 'linux' | 'darwin' | 'win32';

export type Environment = {
	readonly variables: Readonly<Record<string, string>>;
	readonly platform: Platform;
	readonly home: string;
	readonly cwd: string;
	/** Our own folder, 0700: backups, history, locks. */
	readonly state: string;
	/** Effective user, -1 where the system has none (Windows). */
	readonly uid: number;
	readonly pid: number;
};

/** What reading a path gave. Every outcome is a value: looking never throws and never hangs. */
export type Reading =
	| {readonly state: 'absent'}
	| {readonly state: 'unreadable'; readonly why: Unreadable; readonly message: string}
	| {readonly state: 'bytes'; readonly bytes: Uint8Array; readonly real: string; readonly stat: Stat};

export type Unreadable = 'denied' | 'not-a-file' | 'too-large' | 'link-loop' | 'failed';

export type Stat = {
	readonly kind: 'file' | 'folder' | 'link' | 'other';
	/** Permission bits only, as in 0o644. */
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly mtime: number;
};

/** Files are read with blocking calls: the program starts faster. */
export type Files = {
	/**
	 * Whole content of a regular file, links followed. Devices, pipes and anything over `limit` bytes (2 MiB unless told: Claude Code's
	 * own limit for settings) are refused unread.
	 */
	read(path: string, limit?: number): Reading;
	/** Names in a folder, sorted; null where there is no readable folder. */
	list(path: string): readonly string[] | null;
	/** Of the path itself, or of what it points to with `follow`; null where there is nothing. */
	stat(path: string, follow?: 'follow'): Stat | null;
	/** One step of a link, as written in it; null where the path is not a link. */
	linkTarget(path: string): string | null;
	/** The path with every link resolved; null where it leads nowhere. */
	real(path: string): string | null;
	/** The file that a write to the path would change: every link resolved, the last also where it leads nowhere yet; null for a circle. */
	target(path: string): string | null;
	/** May this user run the file? */
	executable(path: string): boolean;
};

/** A path with one character for each byte (`latin1`), because names of others need not be text; on Windows, where they are, it is text. */
export type BytePath = string;

/** Folders that anybody may have filled: nothing in them is followed, waited for or run. */
export type Folders = {
	/** What stands in a folder, in the order the system gives it. */
	entries(path: BytePath): Entries;
	/** Whole content of a regular file, no link. Anything else is refused unopened, by a look that `seen` in `entries` saves. */
	read(
		path: BytePath,
		limit: number,
		seen?: 'file',
	): Exclude<Reading, {state: 'bytes'}> | {readonly state: 'bytes'; readonly bytes: Uint8Array};
	/** The path with every link resolved; null where it leads nowhere. */
	real(path: BytePath): BytePath | null;
	bytePath(text: string): BytePath;
	/** As text, with a replacement mark for what is none. */
	text(path: BytePath): string;
};

/** Unreadable also where there is no such folder: it may have gone since it was seen. */
export type Entries = {readonly state: 'entries'; readonly entries: readonly Entry[]} | {readonly state: 'unreadable'};

/** One name in a folder, with what it is itself: a link is a link, wherever it leads. */
export type Entry = {
	readonly name: BytePath;
	isFile(): boolean;
	isDirectory(): boolean;
	isSymbolicLink(): boolean;
};

/** Changes files one at a time. Whatever happens, also a kill or a full disk, the file is wholly the old or wholly the new one. */
export type Writing = {
	/** Brings one file from the very bytes a plan was made from to those it asks for, or changes nothing and says why. */
	replace(wish: Replacement): Written;
	/** Removes what a killed run of ours left beside the file, and gives how many. */
	sweep(path: string): number;
	/** Removes a folder that is empty. */
	removeFolder(path: string): boolean;
};

export type Replacement = {
	/** As the user knows it. Links stay: the file behind them is written. */
	readonly path: string;
	/** What must stand there now; null for nothing. */
	readonly before: Uint8Array | null;
	/** Null removes the file. */
	readonly after: Uint8Array | null;
	/** Null keeps the mode; a new file gets 0644, and with a secret group and others lose theirs. */
	readonly mode: number | null;
	/** Null keeps the owner; a new file gets ours, and under root that of its folder. */
	readonly owner: Owner | null;
	readonly secret: boolean;
	/** Whose lock is held meanwhile: claude has one for `.claude.json`. */
	readonly lock: 'ours' | 'claude';
};

export type Owner = Pick<Stat, 'uid' | 'gid'>;

export type Written =
	| {
			readonly state: 'written';
			readonly real: string;
			/** Null where there was nothing, or is nothing now. */
			readonly was: Stat | null;
			readonly is: Stat | null;
			readonly notes: readonly WriteNote[];
			/** Folders that had to be made, outermost first. */
			readonly folders: readonly string[];
	  }
	/** It is as wished already. */
	| {readonly state: 'same'; readonly real: string; readonly is: Stat | null}
	/** It is not what the plan was made from. */
	| {readonly state: 'conflict'; readonly message: string; readonly touched: boolean}
	| {readonly state: 'refused'; readonly why: WriteRefusal; readonly message: string; readonly touched: boolean};

/** What the user should know: others could read the file and no longer can; or it had other names (hard links), and those keep the old content. */
export type WriteNote = 'narrowed' | 'parted';

export type WriteRefusal = 'denied' | 'protected' | 'read-only' | 'mounted' | 'full' | 'locked' | 'not-a-file' | 'link-loop' | 'failed';

export type ProgramOptions = {
	readonly input?: string;
	/** The whole environment of the child: nothing is inherited. */
	readonly env: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** Milliseconds; the child and its group are ended when it is over. */
	readonly timeout: number;
	readonly signal?: AbortSignal;
};

/** How a program ended. `argv` never carries a secret: `input` and `env` do. */
export type Outcome =
	| {readonly state: 'ended'; readonly code: number; readonly stdout: string; readonly stderr: string}
	| {readonly state: 'missing'}
	| {readonly state: 'not-runnable'; readonly message: string}
	| {readonly state: 'timeout'; readonly stdout: string; readonly stderr: string}
	| {readonly state: 'killed'; readonly signal: string; readonly stdout: string; readonly stderr: string};

/** What a program prints, piece by piece as it is read: nothing is held, and a program that prints too fast waits. */
export type Stream = {
	readonly pieces: AsyncIterable<Uint8Array>;
	/** How it ended, with an empty `stdout`; known when the pieces are over. */
	readonly ended: Promise<Outcome>;
};

export type Programs = {
	/** Whoever stops reading the pieces ends the program. */
	stream(file: string, args: readonly string[], options: Omit<ProgramOptions, 'input'> & {readonly input?: Uint8Array}): Stream;
	run(file: string, args: readonly string[], options: ProgramOptions): Promise<Outcome>;
	/** Starts a program that goes on when we have ended, without a terminal; its output goes to a file. Null where it could not start, else its id. */
	leave(
		file: string,
		args: readonly string[],
		options: Pick<ProgramOptions, 'env' | 'cwd'> & {readonly log: string},
	): Promise<number | null>;
	/** Asks a program, by its id, to end. False where there is none, or it is not ours to end. */
	end(pid: number): boolean;
	/**
	 * Hands the terminal to a program (such as `claude auth login`) and gives its exit code, or null where it could not start. With
	 * `output`, its stdout goes to stderr. Ctrl-C reaches both; with `interrupts` also what is sent to us alone reaches it.
	 */
	handOver(
		file: string,
		args: readonly string[],
		options: Pick<ProgramOptions, 'env' | 'cwd'> & {readonly output?: 'stderr'; readonly interrupts?: 'passed-on'},
	): Promise<number | null>;
};

export type Call = {
	readonly method: 'GET' | 'HEAD' | 'POST';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	readonly timeout: number;
	readonly signal?: AbortSignal;
};

/** Redirects are never followed. `body` is at most the first 64 KiB. */
export type Reply =
	| {
			readonly state: 'answered';
			readonly status: number;
			readonly headers: Readonly<Record<string, string>>;
			readonly body: string;
			readonly ms: number;
	  }
	| {readonly state: 'failed'; readonly code: string; readonly message: string; readonly ms: number};

export type Network = {
	call(call: Call): Promise<Reply>;
};

export type Clock = {
	/** Milliseconds since 1970. */
	now(): number;
	/** Lets in what waits, such as a Ctrl-C: writes block, so between two of them somebody has to. With a time, at least so many milliseconds. */
	pause(milliseconds?: number): Promise<void>;
};

import type {Machine} from '../machine/machine.ts';
import type {Conversation} from './conversation.ts';
import type {GivenOptions, OptionName} from './options.ts';

/**
 * Something the user can type after `wizard`. What stands here is enough for help and for reading the command line; the work
 * itself is behind `load`, so that a start pays only for the one command it runs.
 */
export type Command = {
	readonly name: string;
	/** One line for the program's own help. */
	readonly summary: string;
	/** How it is written, as in `wizard export [options]`. */
	readonly usage: string;
	/** Names from the table in options.ts, in the order in which help shows them; `--help` is understood everywhere. */
	readonly options: readonly OptionName[];
	/** What one of them does here, where the table's sentence would say too little. */
	readonly means?: {readonly [Name in OptionName]?: string};
	/** How many words may follow the command, apart from options; what stands after `--` is not counted. */
	readonly operands: Count;
	/** May something follow `--`? Only for commands that start another command. */
	readonly rest: 'refused' | 'taken';
	readonly examples: readonly Example[];
	readonly load: () => Promise<Run>;
};

export type Count = {readonly least: number; readonly most: number};

export type Example = {readonly line: string; readonly does: string};

/** Gives the exit code of contract.md. Throws only where the program itself is at fault. */
export type Run = (invocation: Invocation, context: Context) => Promise<number>;

/** A command line that has been understood: every option is known to this command and has a value where it needs one. */
export type Invocation = {
	readonly command: string;
	/** By the name as typed, without dashes: `options.json`, `options['base-url']`. Absent means not given. */
	readonly options: GivenOptions;
	readonly operands: readonly string[];
	/** What stood after `--`, untouched. */
	readonly rest: readonly string[];
};

/** All that a command may touch. */
export type Context = {
	readonly machine: Machine;
	/** Writes to stdout and ends the line. Under `--json` exactly one object goes there. */
	readonly out: (text: string) => void;
	/** Writes to stderr and ends the line. */
	readonly err: (text: string) => void;
	/** Everything on stdin, for `--secret-stdin` and texts that are piped in; of a terminal, a secret is one line that is not shown. */
	readonly input: (what?: 'secret') => Promise<string>;
	/** The same piece by piece, for logs of any size. */
	readonly pieces: () => AsyncIterable<string>;
	/** A question on stderr and one typed line; only a yes is a yes, and without a terminal there is none. */
	readonly confirm: (question: string) => Promise<boolean>;
	/** The same for a line of text that may be seen; null without a terminal. */
	readonly ask: (question: string) => Promise<string | null>;
	/** Opens a talk on this terminal: screens, or plain lines for readers and terminals that cannot be drawn on. */
	readonly converse: (how: 'screens' | 'plain') => Promise<Conversation>;
	/**
	 * From this call on, a first Ctrl-C no longer ends the program but aborts the signal, so that a change can be taken back; the
	 * command then answers with 130. A second one ends it.
	 */
	readonly takeInterrupt: () => AbortSignal;
	/** Says what went wrong on stderr, or as the contract's error object on stdout under `--json`, and gives the code back. */
	readonly fail: (code: number, message: string, hint?: string) => number;
	readonly terminal: Terminal;
};

export type Terminal = {
	readonly stdinIsTTY: boolean;
	readonly stdoutIsTTY: boolean;
	readonly stderrIsTTY: boolean;
	/** 80 where the width is not known. */
	readonly columns: number;
	/** Colour on stdout: a terminal that wants it, after NO_COLOR, FORCE_COLOR and TERM=dumb. */
	readonly colour: boolean;
	/** Marks and lines beyond ASCII. */
	readonly unicode: boolean;
};

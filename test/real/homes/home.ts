export type ShellName = 'bash' | 'zsh' | 'fish';

/** What the user really holds, and so what the strict server takes. */
export type HeldName = 'router-bearer' | 'router-x-api-key' | 'proxy-key' | 'console-key' | 'subscription';

export type StoreName = 'settings' | 'shell' | 'project' | 'helper';

/** One thing on the disk. `text` may name the server as {{url}} and the home as {{home}}; it is UTF-8 where nothing else is said. */
export type Entry =
	| {
			readonly path: string;
			readonly kind: 'file';
			readonly text: string;
			readonly mode: number;
			readonly encoding?: 'utf16le' | 'latin1';
	  }
	| {readonly path: string; readonly kind: 'link'; readonly to: string};

/** A broken home as data: it can be written down, read again and judged without the generator that drew it. */
export type Home = {
	/** Says how to draw it again, or which regression it is. */
	readonly name: string;
	readonly shell: ShellName;
	readonly held: HeldName;
	readonly secret: string;
	readonly store: StoreName;
	/** The user's own command that prints the secret, where the store is the helper. */
	readonly secretCommand?: string;
	readonly faults: readonly string[];
	readonly entries: readonly Entry[];
	/** The folder is a repository; these files of it are tracked. */
	readonly tracked: readonly string[] | null;
	/** How a new terminal starts the shell. */
	readonly launch: string;
	/** What the user types there: claude, or his alias for it. */
	readonly command: string;
	/** What the terminal the user sits in has exported already. */
	readonly stale: Readonly<Record<string, string>>;
	/** The server's path before /v1. */
	readonly prefix: string;
	/** Lines that are not about credentials, by path: they stay, byte for byte and in this order. */
	readonly lines: Readonly<Record<string, readonly string[]>>;
	/** Members of JSON files that stay as they are. */
	readonly members: Readonly<Record<string, unknown>>;
	/** Variables that a repair may take away or change; the others keep their value in every shell. */
	readonly mayGo: readonly string[];
	/** Every secret that stands somewhere in it. */
	readonly secrets: readonly string[];
	/** A model of another endpoint: no request may still ask for it. */
	readonly foreignModels: readonly string[];
};

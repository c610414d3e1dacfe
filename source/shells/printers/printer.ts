import type {Printed, Wish} from '../wish.ts';

/** Something that is no shell but starts Claude Code with variables: what it reads, and how a wish is written there. */
export type Printer = {
	readonly name: PrinterName;
	/** As in a sentence: "a systemd user session". */
	readonly title: string;
	/** The file the text is for, as one would name it to a colleague. */
	readonly file: string;
	/**
	 * Files that belong to the user hold the secret where one was given. Those that are shared (committed, or built into an image)
	 * never do: they name the place it comes from.
	 */
	readonly secrets: 'held' | 'named';
	/** Is the user's saved login there, where it runs? Where it is not, a subscription comes by the token of `claude setup-token`. */
	readonly logins: 'there' | 'absent';
	readonly print: (wish: Wish) => Printed;
};

export type PrinterName =
	| 'dotenv'
	| 'direnv'
	| 'mise'
	| 'systemd'
	| 'systemd-service'
	| 'cron'
	| 'docker'
	| 'devcontainer'
	| 'github-actions'
	| 'vscode'
	| 'agent-sdk-typescript'
	| 'agent-sdk-python'
	| 'ansible'
	| 'managed-settings'
	| 'jamf'
	| 'intune';

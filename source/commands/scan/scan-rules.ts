/** What a scan can find. The names are permanent: scripts and SARIF readers go by them. */
export type ScanRule =
	| 'redirected-address'
	| 'unchecked-tls'
	| 'project-helper'
	| 'key-passed-on'
	| 'key-tracked'
	| 'key-not-ignored'
	| 'key-in-history'
	| 'key-in-folder'
	| 'key-unchecked'
	| 'git-failed'
	| 'settings-invalid'
	| 'moved-config'
	| 'not-read';

type About = {
	readonly summary: string;
	/** The severity that most findings of this kind have. */
	readonly level: 'error' | 'warning' | 'note';
	readonly help: string;
};

/** In words that fit every finding of the kind, for readers that show rules apart from results. */
export const scanRules: Readonly<Record<ScanRule, About>> = {
	'redirected-address': {
		summary: 'Settings of a project send the credential to another host',
		level: 'error',
		help: 'Claude Code takes the address from the settings of the project and sends the key or login of whoever starts it to that host, with claude -p at once. Remove the entry, or agree on the host first.',
	},
	'unchecked-tls': {
		summary: 'Settings of a project weaken the check of certificates',
		level: 'error',
		help: 'Without that check, or with a certificate of somebody else, whoever is on the way can read the credential. Remove the entry.',
	},
	'project-helper': {
		summary: 'Settings of a project name a command that Claude Code runs',
		level: 'warning',
		help: 'The command runs as whoever starts claude in the folder, with claude -p at once. Read it before you start claude there.',
	},
	'key-passed-on': {
		summary: "A server in .mcp.json is handed the user's credential",
		level: 'error',
		help: 'Claude Code fills in ${NAME} in .mcp.json from the environment of whoever starts it. Give the server a credential of its own.',
	},
	'key-tracked': {
		summary: 'A credential is in a file that git tracks',
		level: 'error',
		help: 'Everyone who can read the repository has it. Revoke it, take the file out of git with git rm --cached, and ignore it.',
	},
	'key-not-ignored': {
		summary: 'A credential is in a file that git does not ignore',
		level: 'error',
		help: 'The next git add takes it in. Add the file to .gitignore.',
	},
	'key-in-history': {
		summary: "A credential is in git's history",
		level: 'error',
		help: 'Removing a file keeps its older versions. Revoke the credential: that is the only cure where others have a copy.',
	},
	'key-in-folder': {
		summary: 'A credential is in a folder without git',
		level: 'note',
		help: 'Nothing publishes it by itself; whoever copies the folder copies it too.',
	},
	'key-unchecked': {
		summary: 'A credential is in a repository that git could not be asked about',
		level: 'warning',
		help: 'Whether the file is published is not known.',
	},
	'git-failed': {
		summary: 'The history of a repository could not be read',
		level: 'warning',
		help: 'Whether a credential is in it is not known.',
	},
	'settings-invalid': {
		summary: 'A settings file is not valid JSON',
		level: 'warning',
		help: 'Claude Code skips the whole file, with claude -p without a word: its permissions and its address do not count.',
	},
	'moved-config': {
		summary: 'Settings of a project move the place where logins are kept',
		level: 'warning',
		help: 'Logins and state would be written to a folder that the project names. Remove the entry.',
	},
	'not-read': {
		summary: 'A file or folder was not looked into',
		level: 'note',
		help: 'It is unreadable, too large, no regular file, or a link that leads out of the folder.',
	},
};

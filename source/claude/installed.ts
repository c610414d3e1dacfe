/** One copy of Claude Code on this computer, as far as looking and `claude --version` tell. */
export type Copy = {
	/** As the shell or a known location names it. */
	readonly path: string;
	/** With every link resolved; the same as `path` where it leads nowhere. */
	readonly real: string;
	readonly reach: Reach;
	readonly install: Install;
	/** As in `2.1.329`; null where nothing tells. */
	readonly version: string | null;
	readonly versionFrom: VersionSource | null;
	readonly condition: Condition;
	readonly oddities: readonly Oddity[];
};

/**
 * `here`: what this shell starts. `shadowed`: on PATH behind another. `passed-over`: on PATH, but no shell can start it.
 * `off-path`: in a known location only. `private`: an editor's own copy.
 */
export type Reach = 'here' | 'shadowed' | 'passed-over' | 'off-path' | 'private';

export type Install = 'native' | 'npm-global' | 'npm-local' | 'package-manager' | 'vscode' | 'unknown';

/** `memory` is what the program itself said when its file had the same size and date. */
export type VersionSource = 'itself' | 'memory' | 'package' | 'file-name';

export type Condition =
	| {readonly state: 'runs'}
	/** Not started: another copy comes first, or it stands in the current folder, where anyone may have put it. */
	| {readonly state: 'not-tried'; readonly why: string}
	| {readonly state: 'silent'; readonly why: string}
	| {readonly state: 'broken'; readonly kind: Break; readonly why: string};

export type Break = 'stub' | 'dangling-link' | 'not-executable' | 'not-startable' | 'fails' | 'not-claude-code';

/** What makes a copy different from the plain program, and so may bend what doctor says. */
export type Oddity =
	/** A script around the program; `sets` are the variables of Claude Code it names. */
	| {readonly kind: 'script'; readonly sets: readonly string[]}
	/** A version manager decides at each start which program runs. */
	| {readonly kind: 'shim'}
	/** Inside WSL, a copy that belongs to Windows: it reads Windows' files. */
	| {readonly kind: 'windows-copy'}
	/** By a PATH entry that is not absolute: in another folder another file runs. */
	| {readonly kind: 'current-folder'; readonly entry: string}
	| {readonly kind: 'package-differs'; readonly packageVersion: string};

/** Everything found. A missing `claude` is a result like any other. */
export type Installed = {
	/** The copy that counts: the one this shell runs, else one that is only elsewhere; null where there is none at all. */
	readonly chosen: Copy | null;
	readonly others: readonly Copy[];
};

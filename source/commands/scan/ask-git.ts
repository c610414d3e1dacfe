import type {BytePath, Machine, Outcome, Stream} from '../../machine/machine.ts';

/**
 * A repository of others may name programs in its own configuration. What we ask runs none of them: the file monitor, the paths of
 * hooks, signatures, external diffs and filters, submodules, and fetching what a partial clone has left out are all turned off, and a
 * bare repository inside another is not taken for one. The user's own ignore rules still count.
 */
const safe: readonly string[] = [
	'core.fsmonitor=false',
	'core.hooksPath=/dev/null',
	'core.untrackedCache=false',
	'core.quotePath=false',
	'log.showSignature=false',
	'log.mailmap=false',
	'submodule.recurse=false',
	'diff.submodule=short',
	'diff.external=',
	'protocol.allow=never',
	'safe.bareRepository=explicit',
];

const patience = 600_000;

/** `where`: a folder with a `.git`, or a bare repository itself. */
export type Repository = {readonly path: BytePath; readonly kind: 'work-tree' | 'bare'};

export function askGit(
	{environment, programs, folders}: Machine,
	{path, kind}: Repository,
	args: readonly string[],
	input?: Uint8Array,
): Stream {
	const {variables, home} = environment;
	const env = {
		HOME: home,
		PATH: variables['PATH'] ?? '',
		...(variables['XDG_CONFIG_HOME'] === undefined ? {} : {XDG_CONFIG_HOME: variables['XDG_CONFIG_HOME']}),
		...(variables['SYSTEMROOT'] === undefined ? {} : {SYSTEMROOT: variables['SYSTEMROOT']}),
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_OPTIONAL_LOCKS: '0',
		GIT_TERMINAL_PROMPT: '0',
		GIT_NO_LAZY_FETCH: '1',
		GIT_NO_REPLACE_OBJECTS: '1',
		GIT_ALLOW_PROTOCOL: 'none',
		GIT_ATTR_NOSYSTEM: '1',
		LC_ALL: 'C',
	};
	const at = kind === 'bare' ? ['--git-dir=.'] : [];
	const flags = ['--no-pager', ...at, ...safe.flatMap(setting => ['-c', setting])];
	const cwd = folders.text(path);
	return programs.stream('git', [...flags, ...args], {env, cwd, timeout: patience, ...(input === undefined ? {} : {input})});
}

/** Gives each text up to a null character to `take`, without holding what came before; null once git has ended well, else why not. */
export async function eachToken({pieces, ended}: Stream, take: (token: BytePath) => void | Promise<void>): Promise<string | null> {
	let rest = '';
	for await (const piece of pieces) {
		const tokens = (rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')).split('\0');
		rest = tokens.pop() ?? '';
		for (const token of tokens) await take(token);
	}
	if (rest !== '') await take(rest);
	return failureOf(await ended);
}

/** `check-ignore` answers 1 where nothing is ignored. */
export function failureOf(outcome: Outcome): string | null {
	switch (outcome.state) {
		case 'ended':
			return outcome.code <= 1 ? null : reasonIn(outcome.stderr);
		case 'missing':
			return 'git is not installed';
		case 'not-runnable':
			return outcome.message;
		case 'timeout':
			return 'git took too long';
		case 'killed':
			return 'git was ended';
	}
}

function reasonIn(stderr: string): string {
	if (/dubious ownership|safe\.directory/.test(stderr)) return 'it belongs to another user, and git refuses it';
	return /^(?:fatal|error): (.{1,200})/m.exec(stderr)?.[1] ?? 'git gives no reason';
}

import type {BytePath, Machine} from '../../machine/machine.ts';
import {askGit, eachToken, type Repository} from './ask-git.ts';
import {candidateFor, candidatePatterns} from './candidate.ts';
import {eachBlob} from './git-blobs.ts';
import {keySpot, spotOf} from './judge-file.ts';
import {historyFinding, markOf} from './judge-key.ts';
import {keysIn} from './keys-in.ts';
import type {ScanFinding} from './scan-finding.ts';
import {valuesIn} from './values-in.ts';
import {join} from './walk.ts';

type Version = {readonly path: string; readonly commit: string};

/** So many versions of files are looked into at a time. */
const batch = 256;

/**
 * Keys in all versions of the files in question that any branch, tag or stash still holds, each once, in the newest version that has
 * it. `known` are marks of keys already told; new ones are added. Gives why it broke off, or null.
 */
export async function searchHistory(
	machine: Machine,
	repository: Repository,
	known: Set<string>,
	report: (finding: ScanFinding) => void,
): Promise<string | null> {
	const sep = machine.environment.platform === 'win32' ? '\\' : '/';
	const seen = new Set<string>();
	const waiting = new Map<string, Version>();
	let failed: string | null = null;
	const readWaiting = async () => {
		const ids = [...waiting.keys()];
		const why = await eachBlob(machine, repository, ids, async (id, bytes) => {
			const version = waiting.get(id);
			if (version !== undefined) await judge(version, bytes);
		});
		failed ??= why;
		waiting.clear();
	};
	const judge = async ({path, commit}: Version, bytes: Uint8Array) => {
		const candidate = candidateOf(path);
		if (candidate === null) return;
		const file = join(repository.path, sep === '/' ? path : path.replaceAll('/', sep), sep);
		for (const value of (await valuesIn(bytes, candidate)).values)
			for (const key of keysIn(value)) {
				const spot = keySpot(key, spotOf(value, candidate, file));
				const mark = markOf(key, spot);
				if (known.has(mark)) continue;
				known.add(mark);
				report(historyFinding(key, spot, commit));
			}
	};

	let commit = '';
	let id: string | null = null;
	const log = askGit(machine, repository, [...question, '--', ...candidatePatterns]);
	const unread = await eachToken(log, async token => {
		if (id !== null) {
			// The same content under another name is the same key; a file that only moved is told once.
			if (!seen.has(id) && candidateOf(token) !== null) {
				seen.add(id);
				waiting.set(id, {path: token, commit});
			}
			id = null;
			if (waiting.size >= batch) await readWaiting();
			return;
		}
		const raw = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /.exec(token);
		// Only files: a link's content is a path, and a submodule has none.
		if (raw !== null) id = raw[1]?.startsWith('100') ? (raw[2] ?? '') : '';
		else commit = token.trim() || commit;
	});
	if (waiting.size > 0) await readWaiting();
	return unread ?? failed;
}

/** Where a repository keeps its history, which several worktrees may share; null where git does not say. */
export async function commonFolder(machine: Machine, repository: Repository): Promise<string | null> {
	let folder: string | null = null;
	const said = askGit(machine, repository, ['rev-parse', '--path-format=absolute', '--git-common-dir']);
	const failed = await eachToken(said, text => {
		folder = text.trim();
	});
	return failed === null ? folder : null;
}

/** Every version that was ever written, also in a merge, also where the history would leave out a side branch. */
const question: readonly string[] = [
	'log',
	'--all',
	'--full-history',
	'-m',
	'--root',
	'--raw',
	'-z',
	'--no-abbrev',
	'--no-renames',
	'--no-ext-diff',
	'--no-textconv',
	'--ignore-submodules=all',
	'--diff-filter=AMT',
	'--no-color',
	'--no-show-signature',
	'--format=%H',
];

function candidateOf(path: BytePath) {
	const steps = path.split('/');
	return candidateFor(steps.at(-1) ?? '', steps.at(-2) === '.claude');
}

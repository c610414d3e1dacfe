import type {BytePath, Machine} from '../../machine/machine.ts';
import type {Repository} from './ask-git.ts';
import {commonFolder, searchHistory} from './git-history.ts';
import {gitStates} from './git-states.ts';
import {gitFailed} from './not-looked-into.ts';
import type {Draft, ScanFinding} from './scan-finding.ts';

/** What waits for git's answers. Each repository is asked once, when all its files are known, and while the walk goes on elsewhere. */
export type Repositories = {
	readonly add: (repository: BytePath | null, drafts: readonly Draft[]) => Promise<void>;
	/** Nothing more will come from there. */
	readonly leave: (repository: BytePath) => Promise<void>;
	readonly bare: (path: BytePath) => Promise<void>;
	/** Waits for what is still asked. */
	readonly end: () => Promise<void>;
};

/** Questions are gathered until a repository is left, but never more than this. */
const mostDrafts = 1000;

/** So many repositories are asked at once; a faster walk waits for them, so that no more is held. */
const atOnce = 4;

export function repositories(machine: Machine, history: boolean, tell: (finding: ScanFinding | null) => void): Repositories {
	const waiting = new Map<BytePath, Draft[]>();
	/** Marks of keys that are told already, by repository, so that its history does not tell them again. */
	const marks = new Map<BytePath, Set<string>>();
	const searched = new Set<string>();
	const running = new Set<Promise<void>>();

	const settle = async (path: BytePath, drafts: readonly Draft[]) => {
		const known = marks.get(path) ?? new Set();
		if (history) marks.set(path, known);
		const answers = await gitStates(machine, {path, kind: 'work-tree'}, [...new Set(drafts.map(({file}) => file))]);
		if (answers.state === 'failed') tell(gitFailed(path, answers.why, 'files'));
		for (const {file, decide, mark} of drafts) {
			const state = answers.state === 'failed' ? 'unknown' : answers.of(file);
			if (state === 'tracked' && mark !== null) known.add(mark);
			tell(decide(state));
		}
	};
	const search = async (repository: Repository) => {
		// Worktrees of one repository share its history.
		const common = (await commonFolder(machine, repository)) ?? repository.path;
		if (searched.has(common)) return;
		searched.add(common);
		const why = await searchHistory(machine, repository, marks.get(repository.path) ?? new Set(), tell);
		marks.delete(repository.path);
		if (why !== null) tell(gitFailed(repository.path, why, 'history'));
	};
	const start = async (work: () => Promise<void>) => {
		while (running.size >= atOnce) await Promise.race(running);
		const task: Promise<void> = work().finally(() => running.delete(task));
		running.add(task);
	};
	return {
		async add(repository, drafts) {
			if (repository === null) {
				for (const {decide} of drafts) tell(decide('no-repository'));
				return;
			}
			const together = waiting.get(repository) ?? [];
			waiting.set(repository, together);
			together.push(...drafts);
			if (together.length < mostDrafts) return;
			waiting.delete(repository);
			await settle(repository, together);
		},
		async leave(path) {
			const drafts = waiting.get(path);
			waiting.delete(path);
			if (drafts === undefined && !history) return;
			await start(async () => {
				if (drafts !== undefined) await settle(path, drafts);
				if (history) await search({path, kind: 'work-tree'});
			});
		},
		async bare(path) {
			if (history) await start(() => search({path, kind: 'bare'}));
		},
		async end() {
			await Promise.all(running);
		},
	};
}

import type {BytePath, Machine} from '../../machine/machine.ts';
import {findRoots} from '../../places/roots.ts';
import {commonFolder, searchHistory} from './git-history.ts';
import {gitStates} from './git-states.ts';
import {judgeFile} from './judge-file.ts';
import {gitFailed, notRead} from './not-looked-into.ts';
import {readFound} from './read-found.ts';
import type {Draft, ScanFinding} from './scan-finding.ts';
import {newTally, type Tally} from './tally.ts';
import {valuesIn} from './values-in.ts';
import {type Found, walk} from './walk.ts';

export type Listener = {
	readonly finding: (finding: ScanFinding) => void;
	/** Every now and then, for the one who waits. */
	readonly progress: (tally: Tally) => void;
};

/** Questions to git are gathered until a repository is left, but never more than this. */
const mostDrafts = 1000;

/** How many folders are looked at between two pauses, in which a Ctrl-C can come in. */
const stride = 256;

/** Everything below these folders, told as it is found. Each is a real path, and none is inside another. */
export async function scanFolders(
	machine: Machine,
	roots: readonly BytePath[],
	history: boolean,
	{finding, progress}: Listener,
): Promise<Tally> {
	const {folders, clock, environment} = machine;
	const sep = environment.platform === 'win32' ? '\\' : '/';
	const own = folders.real(folders.bytePath(findRoots(machine).config));
	const tally = newTally();
	const drafts = new Map<BytePath | null, Draft[]>();
	const known = new Set<string>();
	const searched = new Set<string>();
	const tell = (one: ScanFinding | null) => {
		if (one === null) return;
		tally.findings[one.severity]++;
		finding(one);
	};

	const settle = async (repository: BytePath | null) => {
		const waiting = drafts.get(repository) ?? [];
		drafts.delete(repository);
		if (waiting.length === 0) return;
		if (repository === null) {
			for (const {decide} of waiting) tell(decide('no-repository'));
			return;
		}
		const files = [...new Set(waiting.map(({file}) => file))];
		const answers = await gitStates(machine, {path: repository, kind: 'work-tree'}, files);
		if (answers.state === 'failed') tell(gitFailed(repository, answers.why, 'files'));
		for (const {file, decide, mark} of waiting) {
			const state = answers.state === 'failed' ? 'unknown' : answers.of(file);
			if (state === 'tracked' && mark !== null) known.add(mark);
			tell(decide(state));
		}
	};
	const search = async (path: BytePath, kind: 'work-tree' | 'bare') => {
		// Worktrees of one repository share its history.
		const common = await commonFolder(machine, {path, kind});
		if (common !== null && searched.has(common)) return;
		searched.add(common ?? path);
		const why = await searchHistory(machine, {path, kind}, known, tell);
		if (why !== null) tell(gitFailed(path, why, 'history'));
		known.clear();
	};
	const lookInto = async (found: Found, repository: BytePath | null, root: BytePath) => {
		const reading = readFound(machine, found, root, sep);
		if (reading.state === 'left-out') return;
		tally.files++;
		if (reading.state === 'not-read') return tell(notRead(found, reading.why));
		const {path, bytes} = reading;
		const contents = await valuesIn(bytes, found.candidate);
		const judged = judgeFile(contents, found.candidate, path, path.slice(0, path.lastIndexOf(sep)) === own);
		for (const one of judged.findings) tell(one);
		if (judged.drafts.length === 0) return;
		const waiting = drafts.get(repository) ?? [];
		drafts.set(repository, waiting);
		waiting.push(...judged.drafts);
		if (repository === null || waiting.length >= mostDrafts) await settle(repository);
	};

	for (const root of roots) {
		const around = repositoryAround(machine, root, sep);
		for (const step of walk(folders, root, around, sep)) {
			switch (step.kind) {
				case 'folder':
					for (const found of step.files) await lookInto(found, step.repository, root);
					if (++tally.folders % stride === 0) {
						progress(tally);
						await clock.pause();
					}
					break;
				case 'left':
					await settle(step.repository);
					if (history) await search(step.repository, 'work-tree');
					break;
				case 'bare':
					tally.bare++;
					if (history) await search(step.path, 'bare');
					break;
				case 'skipped':
					tally.skipped[step.name]++;
					break;
				case 'unreadable':
					tally.unreadable++;
					tally.firstUnreadable ??= folders.text(step.path);
					break;
			}
		}
		// The walk leaves only the repositories that it has entered.
		if (around === null) continue;
		await settle(around);
		if (history) await search(around, 'work-tree');
	}
	return tally;
}

/** The folder may be a part of a repository. */
function repositoryAround({folders}: Machine, root: BytePath, sep: string): BytePath | null {
	for (let folder = root; folder.includes(sep); folder = folder.slice(0, folder.lastIndexOf(sep)))
		if (folders.real(`${folder}${sep}.git`) !== null) return folder;
	return folders.real(`${sep}.git`) === null ? null : sep;
}

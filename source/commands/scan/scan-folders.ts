import type {BytePath, Machine} from '../../machine/machine.ts';
import {findRoots} from '../../places/roots.ts';
import {judgeFile} from './judge-file.ts';
import {notRead} from './not-looked-into.ts';
import {readFound} from './read-found.ts';
import {repositories} from './repositories.ts';
import type {ScanFinding} from './scan-finding.ts';
import {newTally, type Tally} from './tally.ts';
import {valuesIn} from './values-in.ts';
import {type Found, walk} from './walk.ts';

export type Listener = {
	readonly finding: (finding: ScanFinding) => void;
	/** Every now and then, for the one who waits. */
	readonly progress: (tally: Tally) => void;
};

/** How many folders are looked at between two pauses, in which a Ctrl-C and git's answers can come in. */
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
	const tell = (one: ScanFinding | null) => {
		if (one === null) return;
		tally.findings[one.severity]++;
		finding(one);
	};
	const asked = repositories(machine, history, tell);

	const lookInto = async (found: Found, repository: BytePath | null, root: BytePath) => {
		const reading = readFound(machine, found, root, sep);
		if (reading.state === 'left-out') return;
		tally.files++;
		if (reading.state === 'not-read') return tell(notRead(found, reading.why));
		const {path, bytes} = reading;
		const contents = await valuesIn(bytes, found.candidate);
		const {findings, drafts} = judgeFile(contents, found.candidate, path, path.slice(0, path.lastIndexOf(sep)) === own);
		for (const one of findings) tell(one);
		if (drafts.length > 0) await asked.add(repository, drafts);
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
					await asked.leave(step.repository);
					break;
				case 'bare':
					tally.bare++;
					await asked.bare(step.path);
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
		if (around !== null && around !== root) await asked.leave(around);
	}
	await asked.end();
	return tally;
}

/** The folder may be a part of a repository. */
function repositoryAround({folders}: Machine, root: BytePath, sep: string): BytePath | null {
	for (let folder = root; folder.includes(sep); folder = folder.slice(0, folder.lastIndexOf(sep)))
		if (folders.real(`${folder}${sep}.git`) !== null) return folder;
	return folders.real(`${sep}.git`) === null ? null : sep;
}

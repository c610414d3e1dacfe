import type {BytePath, Machine} from '../../machine/machine.ts';
import type {GitState} from '../../plan/git-safety.ts';
import {askGit, eachToken, type Repository} from './ask-git.ts';
import {candidatePatterns} from './candidate.ts';

export type GitAnswers =
	| {readonly state: 'known'; readonly of: (file: BytePath) => GitState}
	| {readonly state: 'failed'; readonly why: string};

/** What git does with these files of one repository, in two questions however many they are. */
export async function gitStates(machine: Machine, repository: Repository, files: readonly BytePath[]): Promise<GitAnswers> {
	const within = new Map(files.map(file => [relativeTo(repository.path, file, machine), file]));
	const tracked = new Set<BytePath>();
	const listing = askGit(machine, repository, ['ls-files', '-z', '--', ...candidatePatterns]);
	const unlisted = await eachToken(listing, name => {
		const file = within.get(name);
		if (file !== undefined) tracked.add(file);
	});
	if (unlisted !== null) return {state: 'failed', why: unlisted};
	const asked = [...within].filter(([, file]) => !tracked.has(file));
	const ignored = new Set<BytePath>();
	if (asked.length > 0) {
		const input = new Uint8Array(
			Buffer.from(asked.map(([name]) => `${name}\0`).join(''), machine.environment.platform === 'win32' ? 'utf8' : 'latin1'),
		);
		const failed = await eachToken(askGit(machine, repository, ['check-ignore', '-z', '--stdin'], input), name => {
			const file = within.get(name);
			if (file !== undefined) ignored.add(file);
		});
		if (failed !== null) return {state: 'failed', why: failed};
	}
	return {state: 'known', of: file => (tracked.has(file) ? 'tracked' : ignored.has(file) ? 'ignored' : 'not-ignored')};
}

/** git writes folders with `/` everywhere. */
function relativeTo(folder: BytePath, file: BytePath, {environment}: Machine): string {
	if (environment.platform !== 'win32') return file.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
	return file.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '');
}

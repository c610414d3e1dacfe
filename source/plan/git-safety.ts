import type {Machine} from '../machine/machine.ts';
import {pathOf} from '../places/roots.ts';
import type {FileChange} from './change.ts';

/** What git does with a file: a secret may only go where it is `ignored` or where there is no repository. */
export type GitState = 'tracked' | 'not-ignored' | 'ignored' | 'no-repository' | 'unknown';

export type Exposed = {
	readonly change: FileChange;
	readonly state: Exclude<GitState, 'ignored' | 'no-repository'>;
	readonly why: string;
	readonly hint: string;
};

/** The changes that would put a secret where git keeps or would add it, dotfiles behind symlinks included. */
export async function exposedByGit(changes: readonly FileChange[], machine: Machine): Promise<readonly Exposed[]> {
	const exposed: Exposed[] = [];
	for (const change of changes) {
		if (!change.secret || change.after === null) continue;
		const state = await gitState(change.path, machine);
		if (state === 'ignored' || state === 'no-repository') continue;
		exposed.push({change, state, ...words(state, change.named, storesBeside(change.named))});
	}
	return exposed;
}

/** `path` has its links resolved already: a dotfiles repository shows only behind them. */
export async function gitState(path: string, machine: Machine): Promise<GitState> {
	const {dirname, basename} = pathOf(machine.environment);
	if (!inRepository(path, machine)) return 'no-repository';
	const folder = nearestFolder(dirname(path), machine);
	const relative = folder === dirname(path) ? basename(path) : path;
	const tracked = await git(machine, folder, ['ls-files', '--error-unmatch', '--', relative]);
	if (tracked === null) return 'unknown';
	if (tracked === 0) return 'tracked';
	const ignored = await git(machine, folder, ['check-ignore', '--quiet', '--', relative]);
	if (ignored === null || (ignored !== 0 && ignored !== 1)) return 'unknown';
	return ignored === 0 ? 'ignored' : 'not-ignored';
}

/** Asked of the folders first, so that git is started only where there is something to ask. */
function inRepository(path: string, {files, environment}: Machine): boolean {
	const {dirname, join} = pathOf(environment);
	for (let folder = dirname(path); ; folder = dirname(folder)) {
		if (files.stat(join(folder, '.git')) !== null) return true;
		if (dirname(folder) === folder) return false;
	}
}

function nearestFolder(folder: string, {files, environment}: Machine): string {
	const {dirname} = pathOf(environment);
	let nearest = folder;
	while (files.stat(nearest, 'follow')?.kind !== 'folder' && dirname(nearest) !== nearest) nearest = dirname(nearest);
	return nearest;
}

async function git(machine: Machine, folder: string, args: readonly string[]): Promise<number | null> {
	const {variables, home} = machine.environment;
	const env = {HOME: home, PATH: variables['PATH'] ?? '', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C'};
	const outcome = await machine.programs.run('git', ['-C', folder, ...args], {env, timeout: 10_000});
	return outcome.state === 'ended' ? outcome.code : null;
}

/** The user's own settings are tracked where dotfiles are in git; then the other stores are the way out. */
function storesBeside(named: string): string {
	return /settings\.local\.json$/.test(named) ? '--store settings or helper' : '--store shell or helper';
}

function words(state: Exposed['state'], named: string, stores: string): {readonly why: string; readonly hint: string} {
	switch (state) {
		case 'tracked':
			return {
				why: `git tracks ${named}: the key would be in the next commit`,
				hint: `Keep it elsewhere (${stores}), or take the file out of git: git rm --cached`,
			};
		case 'not-ignored':
			return {
				why: `${named} is in a git repository that does not ignore it: the key would be added with the next commit`,
				hint: `Add the file to .gitignore, or keep the key elsewhere (${stores})`,
			};
		case 'unknown':
			return {
				why: `${named} is in a git repository, and git could not be asked whether it is ignored`,
				hint: 'Install git, or keep the key outside the repository',
			};
	}
}

import {createHash} from 'node:crypto';
import type {GitState} from '../../plan/git-safety.ts';
import type {FoundKey} from './keys-in.ts';
import type {Draft, ScanFinding, Spot} from './scan-finding.ts';

/** A key in a file of the folder: what it means depends on what git does with the file. */
export function keyDraft(key: FoundKey, spot: Spot): Draft {
	return {file: spot.file, mark: markOf(key, spot), decide: state => keyFinding(key, spot, state)};
}

/** Tells the same key in the same file again, also in an older version, without keeping the key. */
export function markOf(key: FoundKey, {file}: Spot): string {
	return createHash('sha256').update(`${file}\0${key.text}`).digest('hex');
}

function keyFinding(key: FoundKey, spot: Spot, git: GitState): ScanFinding | null {
	const base = {spot, git, commit: null};
	const {variable} = spot;
	const whose = key.meaning === null ? '' : ` It is ${key.meaning}.`;
	switch (git) {
		case 'ignored':
			return null;
		case 'tracked':
			return {
				...base,
				id: 'key-tracked',
				severity: 'error',
				title: `${variable} holds a key, and git tracks the file`,
				why: `Everyone who can read the repository has the key.${whose}`,
				fix: {summary: 'Revoke the key, take the file out of git with git rm --cached, and ignore it.', command: null},
			};
		case 'not-ignored':
			return {
				...base,
				id: 'key-not-ignored',
				severity: 'error',
				title: `${variable} holds a key, and git does not ignore the file`,
				why: `The next git add takes the key into the repository.${whose}`,
				fix: {summary: 'Add the file to .gitignore.', command: null},
			};
		case 'no-repository':
			return {
				...base,
				id: 'key-in-folder',
				severity: 'info',
				title: `${variable} holds a key, in a folder without git`,
				why: `Nothing publishes it by itself; whoever copies the folder copies the key.${whose}`,
				fix: {summary: 'Ignore the file before the folder becomes a repository.', command: null},
			};
		case 'unknown':
			return {
				...base,
				id: 'key-unchecked',
				severity: 'warning',
				title: `${variable} holds a key, and git could not be asked about the file`,
				why: `Whether the repository publishes it is not known.${whose}`,
				fix: {summary: 'Ask git in that folder.', command: 'git status'},
			};
	}
}

/** A key in an older version of a file. `commit` is the one that wrote this version. */
export function historyFinding(key: FoundKey, spot: Spot, commit: string): ScanFinding {
	return {
		spot,
		git: 'tracked',
		commit,
		id: 'key-in-history',
		severity: 'error',
		title: `${spot.variable} held a key, and git keeps it in its history`,
		why: `Everyone who has a copy of the repository has the key.${key.meaning === null ? '' : ` It is ${key.meaning}.`}`,
		fix: {summary: 'Revoke the key. Rewriting the history does not reach the copies of others.', command: null},
	};
}

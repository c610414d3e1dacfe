import type {Machine} from '../machine/machine.ts';
import type {Fact, PlaceId} from './fact.ts';
import {isTracked} from './git-index.ts';
import {pathOf} from './roots.ts';
import {holdsSecret} from './show.ts';

/** A file in which a credential stands, and who else gets to see it. */
export type KeyFile = {
	readonly file: string;
	readonly facts: readonly Fact[];
	/** Any account of this computer may open it: its own mode lets them, and so does every folder on the way. */
	readonly open: boolean;
	/** It is this user's, so that its mode can be changed without being root. */
	readonly own: boolean;
	/** Milliseconds since 1970. */
	readonly changedAt: number;
	/** git has it in its index, so that the next commit or push carries it. Links are followed: a dotfiles repository shows only behind them. */
	readonly tracked: boolean;
};

/** Files of the user's alone: what an administrator sets for all may be read by all. */
const places: readonly PlaceId[] = [
	'startup-file',
	'fish-universal',
	'user-settings',
	'project-settings',
	'local-settings',
	'env-file',
	'editor-settings',
	'login',
];

export function keyFiles(machine: Machine, facts: readonly Fact[]): readonly KeyFile[] {
	const byFile = new Map<string, Fact[]>();
	for (const fact of facts) {
		const key = places.includes(fact.place) && fact.kind !== 'file' && (fact.kind === 'login' || holdsSecret(fact));
		if (key && fact.file !== null && fact.state !== 'absent') byFile.set(fact.file, [...(byFile.get(fact.file) ?? []), fact]);
	}
	return [...byFile].map(([file, held]) => lookAt(machine, file, held));
}

function lookAt(machine: Machine, file: string, facts: readonly Fact[]): KeyFile {
	const {files, environment} = machine;
	const real = files.real(file) ?? file;
	const stat = files.stat(real);
	const windows = environment.platform === 'win32';
	return {
		file,
		facts,
		open: !windows && stat !== null && (stat.mode & 0o004) !== 0 && waysIn(machine, real),
		own: stat !== null && (environment.uid === stat.uid || environment.uid === 0),
		changedAt: stat?.mtime ?? 0,
		tracked: isTracked(machine, real),
	};
}

/** A home that is closed (0700, 0750) closes every file in it. */
function waysIn({files, environment}: Machine, path: string): boolean {
	const {dirname} = pathOf(environment);
	for (let folder = dirname(path); ; folder = dirname(folder)) {
		if (((files.stat(folder)?.mode ?? 0) & 0o001) === 0) return false;
		if (dirname(folder) === folder) return true;
	}
}

import {cacheFolder} from '../machine/cache-folder.ts';
import type {Machine} from '../machine/machine.ts';
import {pathOf} from '../places/roots.ts';

/** Our folders of this user: history, backups, notes, and the cache. */
export function ownState(machine: Machine): readonly string[] {
	const {state} = machine.environment;
	return [state, cacheFolder(machine.environment)].filter(folder => machine.files.stat(folder, 'follow')?.kind === 'folder');
}

/** Removes them with all that is in them, and gives what would not go. A link in there is nobody's doing of ours: it stays. */
export function removeOwnState(machine: Machine): readonly string[] {
	return ownState(machine)
		.toReversed()
		.flatMap(folder => empty(machine, folder));
}

function empty(machine: Machine, folder: string): readonly string[] {
	const {files, writing, environment} = machine;
	const {join} = pathOf(environment);
	const left: string[] = [];
	for (const name of files.list(folder) ?? []) {
		const path = join(folder, name);
		const kind = files.stat(path)?.kind;
		if (kind === 'folder') left.push(...empty(machine, path));
		else if (kind !== undefined && (kind !== 'file' || !remove(machine, path))) left.push(path);
	}
	// Removing a file takes a lock, for which a folder is made here.
	writing.removeFolder(join(environment.state, 'locks'));
	if (left.length === 0 && !writing.removeFolder(folder) && files.stat(folder) !== null) left.push(folder);
	return left;
}

function remove({files, writing}: Machine, path: string): boolean {
	const reading = files.read(path, Number.POSITIVE_INFINITY);
	if (reading.state !== 'bytes') return false;
	const wish = {path, before: reading.bytes, after: null, mode: null, owner: null, secret: false, lock: 'ours'} as const;
	return writing.replace(wish).state === 'written';
}

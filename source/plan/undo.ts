import type {Machine} from '../machine/machine.ts';
import {readBackup} from './backups.ts';
import {carry} from './carry.ts';
import {listReceipts, saveReceipt} from './journal.ts';
import {takeOutSecrets} from './keep-secrets.ts';
import type {FileReceipt, Receipt} from './receipt.ts';
import type {Turn} from './turn.ts';
import {type Left, turnAll} from './turn-all.ts';

export type Undone =
	/** `theirs`: files that others had changed since; their changes were kept. */
	| {readonly state: 'undone'; readonly receipt: Receipt; readonly theirs: readonly string[]; readonly left: readonly Left[]}
	| {readonly state: 'unknown'; readonly id: string | null}
	| {readonly state: 'already'; readonly receipt: Receipt}
	/** The contents were purged or have expired. */
	| {readonly state: 'gone'; readonly receipt: Receipt}
	/** Nothing was changed: these files stand in the way. */
	| {readonly state: 'refused'; readonly receipt: Receipt; readonly conflicts: readonly Left[]; readonly left: readonly Left[]}
	| {readonly state: 'cancelled'; readonly receipt: Receipt; readonly left: readonly Left[]};

/** Takes back one change, the last one where `id` is null: bytes, mode, owner and absence, all files or none. */
export async function undo(id: string | null, machine: Machine, {signal}: {readonly signal?: AbortSignal} = {}): Promise<Undone> {
	const receipt = listReceipts(machine).find(candidate => (id === null ? candidate.state !== 'undone' : candidate.id === id));
	if (receipt === undefined) return {state: 'unknown', id};
	if (receipt.state === 'undone') return {state: 'already', receipt};
	const turns: Turn[] = [];
	for (const file of receipt.files.toReversed()) {
		const backup = readBackup(machine, receipt.id, file);
		if (backup.state === 'gone') return {state: 'gone', receipt};
		turns.push(backwards(machine, file, backup));
	}
	const conflicts = turns.flatMap(wish => conflictOf(machine, wish));
	if (conflicts.length > 0) return {state: 'refused', receipt, conflicts, left: []};
	const turned = await turnAll(machine, turns, signal);
	switch (turned.state) {
		case 'cancelled':
			return {state: 'cancelled', receipt, left: turned.left};
		case 'stopped':
			return {state: 'refused', receipt, conflicts: [{path: turned.path, message: turned.stop.message}], left: turned.left};
		case 'done': {
			const theirs = turns.filter((_, index) => turned.turned[index]?.theirs).map(({path}) => path);
			for (const file of receipt.files) if (file.before.state === 'absent') removeFolders(machine, file);
			const left = await takeOutSecrets(machine, receipt.keeps);
			const done: Receipt = {...receipt, state: 'undone'};
			saveReceipt(machine, done);
			return {state: 'undone', receipt: done, theirs, left};
		}
	}
}

/** The mode goes back too, unless somebody chose another since. */
function backwards(machine: Machine, file: FileReceipt, {before, after}: {before: Uint8Array | null; after: Uint8Array | null}): Turn {
	const is = machine.files.stat(file.path, 'follow')?.mode;
	const [was, became] = [file.before, file.after].map(side => (side.state === 'bytes' ? side : null));
	const ours = is === undefined || became?.mode === null || became?.mode === undefined || is === became.mode;
	return {
		path: file.path,
		kind: file.kind,
		entries: file.entries,
		from: after,
		to: before,
		mode: ours ? (was?.mode ?? null) : null,
		owner: was?.owner ?? null,
		secret: false,
		theirs: 'keep',
	};
}

function conflictOf(machine: Machine, wish: Turn): readonly Left[] {
	const reading = machine.files.read(wish.path, Number.POSITIVE_INFINITY);
	if (reading.state === 'unreadable') return [{path: wish.path, message: reading.message}];
	const carried = carry(wish, reading.state === 'bytes' ? reading.bytes : null);
	return carried.state === 'conflict' ? [{path: wish.path, message: carried.message}] : [];
}

function removeFolders(machine: Machine, file: FileReceipt): void {
	for (const folder of file.folders.toReversed()) machine.writing.removeFolder(folder);
}

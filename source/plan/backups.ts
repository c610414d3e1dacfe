import {createHash} from 'node:crypto';
import type {Machine, Written} from '../machine/machine.ts';
import {listReceipts, timeOf} from './journal.ts';
import {ownPath, readOwn, writeOwn} from './own-folder.ts';
import type {FileReceipt, Side} from './receipt.ts';

const folder = 'backups';
const days = 30;
const most = 20;

/** Backups hold secrets, the old ones and the new: they are kept for 30 days, and of the last 20 changes. */
export type Backup = {readonly id: string; readonly at: number; readonly bytes: number; readonly files: readonly string[]};

export function keepBackup(machine: Machine, id: string, name: string, bytes: Uint8Array): Written {
	return writeOwn(machine, bytes, folder, id, name);
}

/** The two contents of a file, before and after. `gone` where the backup was purged, has expired, or is not what was kept. */
export function readBackup(
	machine: Machine,
	id: string,
	file: FileReceipt,
): {readonly state: 'kept'; readonly before: Uint8Array | null; readonly after: Uint8Array | null} | {readonly state: 'gone'} {
	const before = contentOf(machine, id, file.before);
	const after = contentOf(machine, id, file.after);
	return before === undefined || after === undefined ? {state: 'gone'} : {state: 'kept', before, after};
}

/** Newest first. */
export function listBackups(machine: Machine): readonly Backup[] {
	const receipts = new Map(listReceipts(machine).map(receipt => [receipt.id, receipt]));
	return (machine.files.list(ownPath(machine, folder)) ?? [])
		.map(id => {
			const receipt = receipts.get(id);
			const sizes = namesOf(machine, id).map(name => machine.files.stat(ownPath(machine, folder, id, name))?.size ?? 0);
			return {
				id,
				at: receipt?.at ?? timeOf(id),
				bytes: sizes.reduce((sum, size) => sum + size, 0),
				files: receipt?.files.map(file => file.path) ?? [],
			};
		})
		.filter(({id}) => namesOf(machine, id).length > 0)
		.sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
}

/** Removes the contents kept for one change, or for all. Their history stays, but can no longer be undone. Gives the ids. */
export function purgeBackups(machine: Machine, which: 'all' | string): readonly string[] {
	const purged = listBackups(machine).filter(({id}) => which === 'all' || which === id);
	for (const {id} of purged) remove(machine, id);
	return purged.map(({id}) => id);
}

/** What is too old, or no longer among the last, goes. */
export function expireBackups(machine: Machine): readonly string[] {
	const oldest = machine.clock.now() - days * 24 * 60 * 60 * 1000;
	const expired = listBackups(machine).filter(({at}, index) => at < oldest || index >= most);
	for (const {id} of expired) remove(machine, id);
	return expired.map(({id}) => id);
}

export function fingerprint(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function contentOf(machine: Machine, id: string, side: Side): Uint8Array | null | undefined {
	if (side.state === 'absent') return null;
	const bytes = readOwn(machine, folder, id, side.backup);
	return bytes !== null && fingerprint(bytes) === side.sha256 ? bytes : undefined;
}

function namesOf(machine: Machine, id: string): readonly string[] {
	return machine.files.list(ownPath(machine, folder, id)) ?? [];
}

function remove(machine: Machine, id: string): void {
	for (const name of namesOf(machine, id)) writeOwn(machine, null, folder, id, name);
	machine.writing.removeFolder(ownPath(machine, folder, id));
}

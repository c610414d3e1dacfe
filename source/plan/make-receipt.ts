import type {Machine, Stat} from '../machine/machine.ts';
import {fingerprint} from './backups.ts';
import type {FileChange} from './change.ts';
import {newId} from './journal.ts';
import type {Plan} from './plan.ts';
import type {FileReceipt, Receipt, Side} from './receipt.ts';

/** The receipt before anything is done: what there is now, and what there will be. */
export function makeReceipt(plan: Plan, changes: readonly FileChange[], machine: Machine): Receipt {
	const summaries = [...plan.steps.map(step => step.edit.summary), ...plan.keeps.map(keep => keep.summary)];
	const keeps = plan.keeps.map(({program, back}) => ({program, back}));
	const files = changes.map((change, index): FileReceipt => {
		const stat = machine.files.stat(change.named, 'follow');
		return {
			path: change.named,
			real: change.path,
			kind: change.kind,
			before: sideOf(change.before, stat, `${index}.before`),
			after: sideOf(change.after, null, `${index}.after`),
			entries: change.entries,
			folders: [],
		};
	});
	return {schema: 1, id: newId(machine), at: machine.clock.now(), state: 'started', summaries, files, keeps};
}

export function sideOf(bytes: Uint8Array | null, stat: Stat | null, backup: string): Side {
	if (bytes === null) return {state: 'absent'};
	const owner = stat === null ? null : {uid: stat.uid, gid: stat.gid};
	return {state: 'bytes', sha256: fingerprint(bytes), mode: stat?.mode ?? null, owner, backup};
}

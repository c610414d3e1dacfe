import type {Machine} from '../machine/machine.ts';
import {listReceipts} from '../plan/journal.ts';
import type {Left} from '../plan/turn-all.ts';
import {type Undone, undo} from '../plan/undo.ts';

type Done = Undone & {readonly state: 'undone'};

/**
 * All changes of one run, the last first; what was taken back alone before is left out. Where an earlier one cannot be taken back, it
 * stays, with what stands in its way.
 */
export type UndoneRun =
	| {readonly state: 'undone'; readonly changes: readonly Done[]; readonly blocked: readonly Left[]}
	| Exclude<Undone, {state: 'undone'}>;

/** Takes back a change, and the earlier ones of the same run with it: what a repair did in several rounds is one thing to its user. */
export async function undoRun(id: string | null, machine: Machine, given: {readonly signal?: AbortSignal} = {}): Promise<UndoneRun> {
	const changes: Done[] = [];
	for (let next: string | null | undefined = id; next !== undefined; ) {
		const undone: Undone = await undo(next, machine, given);
		if (undone.state === 'undone') changes.push(undone);
		else if (changes.length === 0) return undone;
		else if (undone.state !== 'already') return {state: 'undone', changes, blocked: inTheWay(undone)};
		next = 'receipt' in undone ? earlier(undone.receipt.follows, machine) : undefined;
	}
	return {state: 'undone', changes, blocked: []};
}

function inTheWay(undone: Exclude<Undone, Done>): readonly Left[] {
	if (undone.state === 'refused') return undone.conflicts;
	return 'receipt' in undone ? [{path: undone.receipt.id, message: 'its backup is gone, or it was stopped'}] : [];
}

/** Old changes are forgotten one by one. */
function earlier(id: string | undefined, machine: Machine): string | undefined {
	return id !== undefined && listReceipts(machine).some(receipt => receipt.id === id) ? id : undefined;
}

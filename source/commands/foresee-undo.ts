import type {Machine} from '../machine/machine.ts';
import {overlay} from '../machine/overlay.ts';
import type {Fact} from '../places/fact.ts';
import {look} from '../places/look.ts';
import {same} from '../plan/carry.ts';
import type {FileChange} from '../plan/change.ts';
import type {Plan} from '../plan/plan.ts';
import type {FileReceipt} from '../plan/receipt.ts';
import {type UndoneRun, undoRun} from './undo-run.ts';

/** What an undo would do: its outcome on an overlay, the same as a plan to show, and whatever in it may be secret. */
export type ForeseenUndo = {readonly undone: UndoneRun; readonly plan: Plan; readonly facts: readonly Fact[]};

export async function foreseeUndo(id: string | null, machine: Machine): Promise<ForeseenUndo> {
	const above = overlay(machine);
	const undone = await undoRun(id, above);
	if (undone.state !== 'undone') return {undone, plan: planOf([], []), facts: []};
	const {changes} = undone;
	const touched = new Map(changes.flatMap(({receipt}) => receipt.files).map(file => [file.path, file]));
	const files = [...touched.values()].flatMap(file => changeOf(file, machine, above));
	const named = [...new Set(changes.flatMap(({theirs}) => theirs))].map(
		file => `Others changed ${file} since: their changes are kept, only ours are taken back.`,
	);
	return {undone, plan: planOf(files, named), facts: [...(await look(machine)), ...(await look(above))]};
}

/** A plan that is only shown. */
function planOf(files: readonly FileChange[], notes: readonly string[]): Plan {
	return {files, steps: [], keeps: [], tells: [], masked: [], notes};
}

function changeOf({path, kind}: FileReceipt, now: Machine, then: Machine): readonly FileChange[] {
	const [before, after] = [now, then].map(machine => {
		const reading = machine.files.read(path, Number.POSITIVE_INFINITY);
		return reading.state === 'bytes' ? reading : null;
	});
	const mode = after === null || after?.stat.mode === before?.stat.mode ? null : (after?.stat.mode ?? null);
	const bytes = {before: before?.bytes ?? null, after: after?.bytes ?? null};
	if (same(bytes.before, bytes.after) && mode === null) return [];
	return [{path, named: path, kind, ...bytes, mode, secret: kind === 'own', entries: []}];
}

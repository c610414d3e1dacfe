import type {Machine} from '../machine/machine.ts';
import type {FileChange} from './change.ts';
import {agree, sameEdit} from './contradictions.ts';
import type {Edit, FileEdit, KeepSecret, Tell} from './edit.ts';
import type {Planned, Refusal, Step} from './plan.ts';
import {planFile} from './plan-file.ts';

/**
 * Turns edits into the changes of files they amount to, from the bytes that stand on disk now. Edits of one file, also by two names
 * of it, become one change; what is done already is left out, so that a second plan is empty; what cannot be done, or not together,
 * is refused before anything is written.
 */
export function makePlan(edits: readonly Edit[], machine: Pick<Machine, 'files' | 'environment'>): Planned {
	const refusals: Refusal[] = [];
	const changes: FileChange[] = [];
	const steps: Step[] = [];
	const notes: string[] = [];
	for (const [path, group] of byTarget(edits.filter(isFileEdit), machine, refusals)) {
		const agreed = agree(group);
		if (agreed.state === 'contradiction') {
			refusals.push(contradiction(agreed.pair));
			continue;
		}
		const planned = planFile(path, agreed.edits, machine);
		if (planned.state === 'refused') refusals.push(planned.refusal);
		else {
			changes.push(...planned.changes);
			steps.push(...planned.steps);
			notes.push(...planned.notes);
		}
	}
	if (refusals.length > 0) return {state: 'refused', refusals};
	return {
		state: 'planned',
		plan: {
			files: inOrder(changes),
			steps,
			keeps: unique(edits.filter((edit): edit is KeepSecret => edit.kind === 'keep-secret')),
			tells: unique(edits.filter((edit): edit is Tell => edit.kind === 'tell')),
			masked: edits.flatMap(edit => (edit.kind === 'mask-setting' ? [edit.masks] : [])),
			notes: [...new Set(notes)],
		},
	};
}

function isFileEdit(edit: Edit): edit is FileEdit {
	return edit.kind !== 'tell' && edit.kind !== 'keep-secret';
}

function byTarget(edits: readonly FileEdit[], machine: Pick<Machine, 'files'>, refusals: Refusal[]): ReadonlyMap<string, FileEdit[]> {
	const groups = new Map<string, FileEdit[]>();
	for (const edit of edits) {
		const path = machine.files.target(edit.file);
		if (path === null) {
			const why = 'its links lead round in a circle';
			refusals.push({kind: 'unreadable', why, file: edit.file, line: null, column: null, edits: [edit]});
		} else groups.set(path, [...(groups.get(path) ?? []), edit]);
	}
	return groups;
}

function contradiction([one, other]: readonly [FileEdit, FileEdit]): Refusal {
	const why = `two steps do not go together: “${one.summary}” and “${other.summary}”`;
	return {kind: 'contradiction', why, file: one.file, line: null, column: null, edits: [one, other]};
}

/** What a credential needs comes first and what takes an old one away last: cut short, there are two rather than none. */
function inOrder(changes: readonly FileChange[]): readonly FileChange[] {
	return changes.toSorted((one, other) => rank(one) - rank(other));
}

function rank(change: FileChange): number {
	if (change.after === null) return 6;
	switch (change.kind) {
		case 'own':
			return 1;
		case 'settings':
			return 2;
		case 'global-config':
			return 3;
		case 'startup':
			return 4;
		case 'variables':
			return 5;
	}
}

function unique<E extends Edit>(edits: readonly E[]): readonly E[] {
	return edits.filter((edit, index) => edits.findIndex(other => sameEdit(other, edit)) === index);
}

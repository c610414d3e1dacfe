import type {Machine} from '../machine/machine.ts';
import {same} from './carry.ts';
import type {Entry, FileChange} from './change.ts';
import type {FileEdit} from './edit.ts';
import {editText} from './edit-text.ts';
import {entriesOf, kindOf} from './file-kind.ts';
import {bringsSecret, modeFor, octal} from './file-mode.ts';
import {addsForeign, type FileText, readText, writeText} from './file-text.ts';
import {keepComments} from './keep-comments.ts';
import {lineBefore} from './line-before.ts';
import type {Refusal, Step} from './plan.ts';

export type FilePlanned =
	| {readonly state: 'planned'; readonly changes: readonly FileChange[]; readonly steps: readonly Step[]; readonly notes: readonly string[]}
	| {readonly state: 'refused'; readonly refusal: Refusal};

/** The edits of one file, one after the other, as one change. */
export function planFile(path: string, edits: readonly FileEdit[], machine: Pick<Machine, 'files' | 'environment'>): FilePlanned {
	const named = edits[0]?.file ?? path;
	const refused = (
		kind: Refusal['kind'],
		why: string,
		about: readonly FileEdit[],
		line: number | null = null,
		column: number | null = null,
	): FilePlanned => ({
		state: 'refused',
		refusal: {kind, why, file: named, line, column, edits: about},
	});
	const reading = machine.files.read(path, Number.POSITIVE_INFINITY);
	if (reading.state === 'unreadable') return refused('unreadable', reading.message, edits);
	const seen = reading.state === 'absent' ? {bytes: null, mode: null} : {bytes: reading.bytes, mode: reading.stat.mode};
	const file = seen.bytes === null ? null : readText(seen.bytes);
	const ordered = inOrder(edits);
	const steps: Step[] = [];
	const entries: Entry[] = [];
	const aside: FileChange[] = [];
	const notes: string[] = [];
	let now = seen.bytes;
	for (const edit of ordered) {
		const text = now === null ? null : textOf(now, file);
		const outcome = editText(edit, text);
		if (outcome.state === 'refused') return refused(outcome.kind, outcome.why, [edit], outcome.line, outcome.column);
		if (outcome.state === 'same') continue;
		const after = outcome.text === null ? null : writeText({text: outcome.text, encoding: file?.encoding ?? 'utf-8'});
		const foreign = file?.encoding === 'latin-1' && addsForeign(text ?? '', outcome.text ?? '');
		if (foreign || (after === null && outcome.text !== null))
			return refused('impossible', 'its encoding cannot hold what is put in', [edit]);
		steps.push({
			edit,
			line: seen.bytes === null || outcome.line === null ? null : lineBefore(textOf(seen.bytes, file), text ?? '', outcome.line),
			before: now,
			after,
		});
		entries.push(...entriesOf(edit));
		now = after;
		if (edit.kind === 'remove-line' || edit.kind === 'erase-fish-universal')
			notes.push(`Other programs that read ${edit.variable} will no longer find it in ${named}.`);
		const did = [...outcome.did, ...(file?.encoding === 'utf-16' && !outcome.text?.startsWith('\uFEFF') ? ['wrote it as UTF-8'] : [])];
		if (did.length > 0) notes.push(`${named}: ${did.join(', ')}.`);
		if (outcome.comments.length > 0) {
			const kept = keepComments(named, outcome.comments, machine);
			aside.push(kept.change);
			notes.push(kept.note);
		}
	}
	const secret = edits.some(bringsSecret);
	const mode = modeFor(edits, seen.mode, machine.environment.platform);
	if (mode !== null && seen.mode !== null && edits.every(edit => edit.kind !== 'write-own-file'))
		notes.push(`${named} could be read by other users (${octal(seen.mode)}); its mode becomes ${octal(mode)}.`);
	if (same(now, seen.bytes) && (mode === null || now === null)) return {state: 'planned', changes: [], steps: [], notes: []};
	const private_ = edits.find(edit => edit.kind === 'make-private');
	if (private_ !== undefined && mode !== null) steps.push({edit: private_, line: null, before: now, after: now});
	const change: FileChange = {path, named, kind: kindOf(edits), before: seen.bytes, after: now, mode, secret, entries};
	return {state: 'planned', changes: [...aside, change], steps, notes};
}

/** A file is mended before anything else; lines that are named by their number go from the last to the first, so that the numbers hold. */
function inOrder(edits: readonly FileEdit[]): readonly FileEdit[] {
	const rank = (edit: FileEdit) => (edit.kind === 'mend-settings' ? 0 : 'line' in edit ? 1 : 2);
	return edits.toSorted((one, other) => {
		if (rank(one) !== rank(other) || !('line' in one) || !('line' in other)) return rank(one) - rank(other);
		const column = (edit: FileEdit) => ('column' in edit ? edit.column : 0);
		return other.line - one.line || column(other) - column(one);
	});
}

function textOf(bytes: Uint8Array, file: FileText | null): string {
	return file?.encoding === 'latin-1' ? Buffer.from(bytes).toString('latin1') : readText(bytes).text;
}

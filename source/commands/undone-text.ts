import {printable} from '../places/show.ts';
import {preview} from '../plan/preview.ts';
import type {FileReceipt, Receipt} from '../plan/receipt.ts';
import type {ForeseenUndo} from './foresee-undo.ts';
import {tilde} from './tilde.ts';
import type {UndoneRun} from './undo-run.ts';

type Run = UndoneRun & {readonly state: 'undone'};
type Done = Run['changes'][number];

export function undoneText({changes, blocked}: Run, home: string): readonly string[] {
	const stays = blocked.map(({path, message}) => `${named(path, home)} stays as the earlier round left it: ${printable(message)}.`);
	return [...changes.flatMap(change => textOf(change, home)), ...stays];
}

function textOf({receipt, theirs, left}: Done, home: string): readonly string[] {
	const files = receipt.files.length;
	return [
		`${receipt.id} is undone: ${files === 1 ? 'one file is' : `${files} files are`} as before.`,
		...theirs.map(file => `${named(file, home)} was changed by others since; their changes were kept.`),
		...left.map(({path, message}) => `The secret could not be taken out of ${named(path, home)}: ${printable(message)}.`),
	];
}

/** As apply's own object; `kept` are files in which others had changed something, `undoneEarlier` the other rounds of the same repair. */
export function undoneJson({changes, blocked}: Run, home: string) {
	const [last, ...earlier] = changes.map(({receipt}) => receipt.id);
	const kept = new Set(changes.flatMap(({theirs}) => theirs.map(file => named(file, home))));
	return {
		schema: 1,
		changed: true,
		edits: changes.flatMap(({receipt}) => edits(receipt, home)),
		undone: last,
		undoneEarlier: earlier,
		kept: [...kept],
		left: [...changes.flatMap(change => change.left), ...blocked].map(({path, message}) => ({
			what: named(path, home),
			why: printable(message),
		})),
	};
}

/** In the shape of a dry run. */
export function foreseenJson({plan, facts}: ForeseenUndo, home: string) {
	const items = plan.files.map(change => ({
		kind: 'undo',
		file: named(change.named, home),
		line: null,
		summary: summaryOf(change),
		diff: preview({...plan, files: [change], notes: []}, {home, colour: false, facts}),
	}));
	return {schema: 1, changed: items.length > 0, plan: items, cannot: [], notes: plan.notes.map(note => printable(tilde(note, home)))};
}

function edits({files, keeps}: Receipt, home: string): readonly {readonly file: string | null; readonly summary: string}[] {
	const there = (side: FileReceipt['before']) => (side.state === 'absent' ? null : side);
	return [
		...files.map(({path, before, after}) => ({file: named(path, home), summary: summaryOf({before: there(after), after: there(before)})})),
		...keeps.map(({program}) => ({file: null, summary: `Take the secret out again (${program})`})),
	];
}

/** `before` is what stands there now, `after` what comes back. */
function summaryOf({before, after}: {readonly before: unknown; readonly after: unknown}): string {
	return after === null ? 'Remove it, as there was none before' : before === null ? 'Bring it back' : 'Put it back as it was';
}

function named(file: string, home: string): string {
	return printable(tilde(file, home));
}

import type {Machine, WriteNote} from '../machine/machine.ts';
import {expireBackups, keepBackup, purgeBackups} from './backups.ts';
import {same} from './carry.ts';
import type {FileChange} from './change.ts';
import {dropReceipt, listReceipts, saveReceipt} from './journal.ts';
import {keepSecrets, takeOutSecrets} from './keep-secrets.ts';
import {makeReceipt, sideOf} from './make-receipt.ts';
import type {Plan} from './plan.ts';
import type {FileReceipt, Receipt} from './receipt.ts';
import type {Turned} from './turn.ts';
import {type Left, turnAll} from './turn-all.ts';

export type Applied =
	| {readonly state: 'applied'; readonly receipt: Receipt; readonly notes: readonly FileNote[]}
	/** Everything is as wished already. */
	| {readonly state: 'nothing'}
	/** Nothing was changed, but for what `left` names: that could not be brought back and stays in the history. */
	| {readonly state: 'refused'; readonly path: string; readonly why: Refused; readonly message: string; readonly left: readonly Left[]}
	| {readonly state: 'cancelled'; readonly left: readonly Left[]};

export type FileNote = {readonly path: string; readonly note: WriteNote};

type Refused = (Turned & {state: 'stopped'})['why'] | 'store' | 'state-folder';

/**
 * Does what the plan says, all of it or nothing. The contents before and after and a receipt are on the disk before the first file is
 * changed, so that also a run that is killed half way can be undone.
 */
export async function apply(plan: Plan, machine: Machine, {signal}: {readonly signal?: AbortSignal} = {}): Promise<Applied> {
	const changes = plan.files.filter(change => !isDone(change, machine));
	if (changes.length === 0 && plan.keeps.length === 0) return {state: 'nothing'};
	sweepKilledRuns(machine);
	const started = makeReceipt(plan, changes, machine);
	const unkept = keepContents(machine, started, changes);
	if (unkept !== null)
		return giveUp(machine, started, {state: 'refused', path: machine.environment.state, why: 'state-folder', message: unkept, left: []});
	const stored = await keepSecrets(machine, plan.keeps, signal);
	if (stored.state === 'failed' && signal?.aborted) return giveUp(machine, started, {state: 'cancelled', left: stored.left});
	if (stored.state === 'failed')
		return giveUp(machine, started, {state: 'refused', path: stored.program, why: 'store', message: stored.message, left: stored.left});
	const turned = await turnAll(
		machine,
		changes.map(change => ({
			...change,
			path: change.named,
			from: change.before,
			to: change.after,
			owner: null,
			theirs: change.kind === 'global-config' ? 'keep' : 'refuse',
		})),
		signal,
	);
	switch (turned.state) {
		case 'done':
			return finish(machine, started, turned.turned);
		case 'stopped': {
			const left = [...turned.left, ...(await takeOutSecrets(machine, stored.kept))];
			return giveUp(machine, started, {state: 'refused', path: turned.path, why: turned.stop.why, message: turned.stop.message, left});
		}
		case 'cancelled':
			return giveUp(machine, started, {state: 'cancelled', left: [...turned.left, ...(await takeOutSecrets(machine, stored.kept))]});
	}
}

/** What a killed run left beside the files it was at may hold a secret. */
function sweepKilledRuns(machine: Machine): void {
	const killed = listReceipts(machine).filter(receipt => receipt.state === 'started');
	for (const file of killed.flatMap(receipt => receipt.files)) machine.writing.sweep(file.path);
}

/** Content and mode are those the change ends with. */
function isDone(change: FileChange, machine: Machine): boolean {
	const reading = machine.files.read(change.named, Number.POSITIVE_INFINITY);
	if (reading.state === 'absent') return change.after === null;
	if (reading.state === 'unreadable' || !same(reading.bytes, change.after)) return false;
	const open = (reading.stat.mode & 0o077) !== 0 && machine.environment.platform !== 'win32';
	return change.mode === null ? !(change.secret && open) : reading.stat.mode === change.mode;
}

/** Null when contents and receipt are safe on the disk. */
function keepContents(machine: Machine, receipt: Receipt, contents: readonly Pick<FileChange, 'before' | 'after'>[]): string | null {
	for (const [index, {before, after}] of contents.entries()) {
		for (const [name, bytes] of [
			[`${index}.before`, before],
			[`${index}.after`, after],
		] as const) {
			const written = bytes === null ? null : keepBackup(machine, receipt.id, name, bytes);
			if (written !== null && 'message' in written) return written.message;
		}
	}
	const saved = saveReceipt(machine, receipt);
	return 'message' in saved ? saved.message : null;
}

/** What really stood there, where claude saved its file between plan and apply, replaces what the plan was made from. */
function finish(machine: Machine, started: Receipt, turned: readonly (Turned & {state: 'turned'})[]): Applied {
	if (turned.every(({from, to, was, is}) => same(from, to) && was?.mode === is?.mode) && started.keeps.length === 0)
		return giveUp(machine, started, {state: 'nothing'});
	const files = started.files.map((file, index): FileReceipt => {
		const done = turned[index];
		if (done === undefined) return file;
		const {from, to, was, is, real, folders} = done;
		return {...file, real, folders, before: sideOf(from, was, `${index}.before`), after: sideOf(to, is, `${index}.after`)};
	});
	const receipt: Receipt = {...started, state: 'applied', files};
	const other = turned.map(({theirs, from, to}) => (theirs ? {before: from, after: to} : {before: null, after: null}));
	// Should this fail on a disk just filled up, the receipt from the start is there and undo works from that.
	keepContents(machine, receipt, other);
	expireBackups(machine);
	const notes = receipt.files.flatMap(({path}, index) => (turned[index]?.notes ?? []).map(note => ({path, note})));
	return {state: 'applied', receipt, notes};
}

/** Where all is as it was, nothing happened, and the history does not mention it. */
function giveUp(machine: Machine, started: Receipt, outcome: Exclude<Applied, {state: 'applied'}>): Applied {
	if (outcome.state !== 'nothing' && outcome.left.length > 0) return outcome;
	purgeBackups(machine, started.id);
	dropReceipt(machine, started.id);
	return outcome;
}

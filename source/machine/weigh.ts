import type {Files, Replacement, Stat, WriteNote, Written} from './machine.ts';
import {refusalOfReading} from './write-refusal.ts';

/** What stands at the target now; null for nothing. */
export type Standing = {readonly bytes: Uint8Array; readonly stat: Stat} | null;

/** What is at the target, or why that is nothing a file can replace. */
export function standingAt(files: Files, target: string): {readonly now: Standing} | (Written & {state: 'refused'}) {
	const reading = files.read(target, Number.POSITIVE_INFINITY);
	switch (reading.state) {
		case 'absent':
			return {now: null};
		case 'bytes':
			return {now: reading};
		case 'unreadable':
			return refusalOfReading(reading);
	}
}

export type Weighed =
	| {readonly state: 'same'}
	| {readonly state: 'conflict'; readonly message: string}
	| {readonly state: 'go'; readonly mode: number; readonly notes: readonly WriteNote[]};

/** Is the file what the plan was made from, is it so already, and which mode will it have? The same answer on every machine. */
export function weigh(wish: Replacement, standing: Standing): Weighed {
	const {mode, notes} = modeFor(wish, standing);
	if (wish.after === null ? standing === null : equal(wish.after, standing?.bytes) && standing?.stat.mode === mode) return {state: 'same'};
	if (wish.before === null && standing !== null) return {state: 'conflict', message: 'it did not exist when the plan was made'};
	if (wish.before !== null && standing === null) return {state: 'conflict', message: 'it is gone since the plan was made'};
	if (wish.before !== null && !equal(wish.before, standing?.bytes))
		return {state: 'conflict', message: 'it was changed since the plan was made'};
	return {state: 'go', mode, notes};
}

export function equal(one: Uint8Array, other: Uint8Array | undefined): boolean {
	return other !== undefined && Buffer.compare(one, other) === 0;
}

/** Windows has no such bits: whatever is asked for, a file there stays as open as its folder. */
export function withoutModes(wish: Replacement, platform: string): Replacement {
	return platform === 'win32' ? {...wish, mode: null, owner: null, secret: false} : wish;
}

function modeFor(wish: Replacement, standing: Standing): {readonly mode: number; readonly notes: readonly WriteNote[]} {
	const was = standing?.stat.mode ?? 0o644;
	const mode = wish.mode ?? (wish.secret ? was & 0o7700 : was);
	return {mode, notes: standing !== null && (was & 0o077 & ~mode) !== 0 ? ['narrowed'] : []};
}

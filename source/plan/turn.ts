import type {Machine, Owner, Stat, WriteNote, WriteRefusal} from '../machine/machine.ts';
import {carry, type Step, same} from './carry.ts';
import type {FileKind} from './change.ts';

/** One file brought from one content to another: forwards to apply, backwards to undo. */
export type Turn = Step & {
	readonly path: string;
	readonly kind: FileKind;
	/** Null keeps what the file has. */
	readonly mode: number | null;
	readonly owner: Owner | null;
	readonly secret: boolean;
	/** What others changed meanwhile: `keep` it and move our entries only, or `refuse`. */
	readonly theirs: 'keep' | 'refuse';
};

export type Turned =
	| {
			readonly state: 'turned';
			readonly real: string;
			/** What really stood there and stands there now, with the changes of others. */
			readonly from: Uint8Array | null;
			readonly to: Uint8Array | null;
			readonly was: Stat | null;
			readonly is: Stat | null;
			readonly notes: readonly WriteNote[];
			readonly theirs: boolean;
			readonly folders: readonly string[];
	  }
	| {
			readonly state: 'stopped';
			readonly why: 'conflict' | WriteRefusal;
			readonly message: string;
			/** The file was exchanged before it went wrong. This is what it was; null for nothing. */
			readonly touched: {readonly was: Stat | null} | null;
	  };

/** claude saves `.claude.json` up to ten times at a start: between our reading and our writing it may do so again. */
const attempts = 10;

export function turn(machine: Pick<Machine, 'files' | 'writing'>, wish: Turn): Turned {
	let touched: {readonly was: Stat | null} | null = null;
	for (let attempt = 1; ; attempt++) {
		const reading = machine.files.read(wish.path, Number.POSITIVE_INFINITY);
		if (reading.state === 'unreadable')
			return {state: 'stopped', why: reading.why === 'too-large' ? 'failed' : reading.why, message: reading.message, touched};
		const current = reading.state === 'bytes' ? reading.bytes : null;
		const was = reading.state === 'bytes' ? reading.stat : null;
		const carried = carry(wish, current);
		if (carried.state === 'conflict') return {state: 'stopped', why: 'conflict', message: carried.message, touched};
		const theirs = carried.state === 'same' ? !same(current, wish.to) : carried.theirs;
		if (theirs && wish.theirs === 'refuse') return {state: 'stopped', why: 'conflict', message: 'it was changed meanwhile', touched};
		const after = carried.state === 'same' ? current : carried.bytes;
		const {path, mode, owner, secret} = wish;
		const lock = wish.kind === 'global-config' ? 'claude' : 'ours';
		const written = machine.writing.replace({path, before: current, after, mode, owner, secret, lock});
		switch (written.state) {
			case 'written':
				return {...written, state: 'turned', from: current, to: after, theirs};
			case 'same':
				return {
					state: 'turned',
					real: written.real,
					from: current,
					to: after,
					was: written.is,
					is: written.is,
					notes: [],
					theirs,
					folders: [],
				};
			case 'refused':
				return {state: 'stopped', why: written.why, message: written.message, touched: touched ?? (written.touched ? {was} : null)};
			case 'conflict':
				if (written.touched) touched ??= {was};
				if (attempt === attempts) return {state: 'stopped', why: 'conflict', message: written.message, touched};
		}
	}
}

import {randomBytes} from 'node:crypto';
import fs from 'node:fs';

/** A held lock. `ours` is false once somebody took it for abandoned. */
export type Lock = {readonly ours: () => boolean; readonly release: () => void};

/** After this long without a sign of life a lock is abandoned; claude uses the same figure. */
const stale = 10_000;
/** Longer than `stale`, so that a lock left by a killed program never stops us. */
const patience = 11_000;

/**
 * Takes a lock that is a folder, or gives null when somebody holds it for too long.
 *
 * It is the protocol claude uses for `.claude.json`, seen with strace on 2.1.329 and 2.1.100: it makes the folder
 * `<path as configured, links not resolved>.lock`, sets its date to the next full second, reads, writes a temp beside the link's target,
 * renames, removes the folder; one dated more than 10 s ago it removes and makes anew. Where somebody else holds it, 2.1.329 tries again
 * for about a second and 2.1.100 not at all, and both then WRITE WITHOUT IT. So a lock is held for milliseconds only, and the content
 * is compared once more right before the rename.
 */
export function takeLock(folder: string, wait = patience): Lock | null {
	const until = Date.now() + wait;
	for (;;) {
		try {
			fs.mkdirSync(folder, {mode: 0o700});
			const mine = fs.lstatSync(folder).ino;
			const ours = () => inode(folder) === mine;
			return {ours, release: () => void (ours() && removeQuietly(folder))};
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		}
		if (isStale(folder)) breakLock(folder);
		else if (Date.now() > until) return null;
		else rest(20);
	}
}

function isStale(folder: string): boolean {
	const stat = fs.lstatSync(folder, {throwIfNoEntry: false});
	return stat !== undefined && stat.mtimeMs < Date.now() - stale;
}

/** Aside first: of two programs that find the same stale lock only one gets it, and a lock that was fresh after all is put back. */
function breakLock(folder: string): void {
	const aside = `${folder}.${randomBytes(6).toString('hex')}`;
	try {
		fs.renameSync(folder, aside);
		if (isStale(aside)) fs.rmdirSync(aside);
		else fs.renameSync(aside, folder);
	} catch {
		// Somebody was quicker; the next round sees what is there now.
	}
}

function inode(folder: string): number | null {
	return fs.lstatSync(folder, {throwIfNoEntry: false})?.ino ?? null;
}

function removeQuietly(folder: string): void {
	try {
		fs.rmdirSync(folder);
	} catch {
		// Left behind it is abandoned in 10 s.
	}
}

/** Blocks: between lock and rename nothing else of ours may run. */
function rest(milliseconds: number): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

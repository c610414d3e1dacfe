import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {type Lock, takeLock} from './folder-lock.ts';
import type {Environment, Replacement, Writing, Written} from './machine.ts';
import {makeFolders} from './make-folders.ts';
import {realFiles} from './real-files.ts';
import {inheritedOwner, removeTemp, sweepTemps, syncFolder, writeTemp} from './temp-file.ts';
import {equal, type Standing, standingAt, weigh, withoutModes} from './weigh.ts';
import {refusal, refusalOf} from './write-refusal.ts';

const minute = 60_000;

/**
 * Lock, read, compare, temp beside the target, write all, owner, mode, fsync, compare again, rename, fsync the folder, read back. The file
 * itself is never opened for writing: where it cannot be replaced whole, that is refused with the reason.
 */
export function realWriting({state}: Pick<Environment, 'state'>): Writing {
	return {
		replace(wish) {
			const target = realFiles.target(wish.path);
			return target === null
				? refusal('link-loop', 'its links lead round in a circle')
				: replaceTarget(withoutModes(wish, process.platform), target, lockFor(wish, target, state));
		},
		sweep(file) {
			const target = realFiles.target(file);
			return target === null ? 0 : sweepTemps(target, minute);
		},
		removeFolder,
	};
}

function removeFolder(folder: string): boolean {
	try {
		fs.rmdirSync(folder);
		return true;
	} catch {
		return false;
	}
}

/** claude's lock stands beside the path it was told, links not followed. All other locks matter between wizards only, so they stay out of the user's folders. */
function lockFor(wish: Replacement, target: string, state: string): string {
	if (wish.lock === 'claude') return `${wish.path}.lock`;
	return path.join(state, 'locks', createHash('sha256').update(target).digest('hex').slice(0, 32));
}

function replaceTarget(wish: Replacement, target: string, lockFolder: string): Written {
	const folders: string[] = [];
	let lock: Lock | null = null;
	let touched = false;
	try {
		makeFolders(path.dirname(lockFolder));
		makeFolders(path.dirname(target), folders);
		lock = takeLock(lockFolder);
		if (lock === null) return refusal('locked', 'another program has been changing it for too long');
		sweepTemps(target, 0);
		const found = standingAt(realFiles, target);
		if ('state' in found) return found;
		const standing = found.now;
		const weighed = weigh(wish, standing);
		if (weighed.state === 'same') return {state: 'same', real: target, is: standing?.stat ?? null};
		if (weighed.state === 'conflict') return {...weighed, touched};
		const owner = wish.owner ?? standing?.stat ?? inheritedOwner(target);
		const temp = wish.after === null ? null : writeTemp(target, wish.after, weighed.mode, owner);
		if (!lock.ours() || !unchanged(target, standing)) {
			if (temp !== null) removeTemp(temp);
			return {state: 'conflict', message: 'another program changed it at the same moment', touched};
		}
		const notes = hasOtherNames(target) ? ([...weighed.notes, 'parted'] as const) : weighed.notes;
		put(temp, target);
		touched = true;
		syncFolder(path.dirname(target));
		return readBack(wish, target, {was: standing?.stat ?? null, notes, folders});
	} catch (error) {
		return refusalOf(error, touched);
	} finally {
		lock?.release();
		if (!touched) for (const folder of folders.toReversed()) removeFolder(folder);
	}
}

/** Programs that do not know our lock, or claude when it lost patience with it, may have written since. */
function unchanged(target: string, standing: Standing): boolean {
	const reading = realFiles.read(target, Number.POSITIVE_INFINITY);
	return reading.state === 'bytes'
		? standing !== null && equal(standing.bytes, reading.bytes)
		: standing === null && reading.state === 'absent';
}

function hasOtherNames(target: string): boolean {
	return (fs.statSync(target, {throwIfNoEntry: false})?.nlink ?? 1) > 1;
}

function put(temp: string | null, target: string): void {
	try {
		if (temp === null) fs.unlinkSync(target);
		else fs.renameSync(temp, target);
	} catch (error) {
		if (temp !== null) removeTemp(temp);
		throw error;
	}
}

function readBack(wish: Replacement, target: string, done: Pick<Written & {state: 'written'}, 'was' | 'notes' | 'folders'>): Written {
	const reading = realFiles.read(target, Number.POSITIVE_INFINITY);
	const as = wish.after === null ? reading.state === 'absent' : reading.state === 'bytes' && equal(wish.after, reading.bytes);
	if (!as) return {state: 'conflict', message: 'another program changed it right after', touched: true};
	return {state: 'written', real: target, is: reading.state === 'bytes' ? reading.stat : null, ...done};
}

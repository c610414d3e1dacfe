import {createHash, randomBytes} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {Owner} from './machine.ts';

/**
 * Writes the new content beside its target and gives the path, with mode and owner as they shall be and the bytes on the disk.
 * A random name, made by us alone (`wx`) and closed to others from its first moment: a planted link is not followed and no secret shows.
 */
export function writeTemp(target: string, bytes: Uint8Array, mode: number, owner: Owner | null): string {
	const temp = path.join(path.dirname(target), `${prefixFor(target)}${randomBytes(6).toString('hex')}.tmp`);
	const opened = fs.openSync(temp, 'wx', 0o600);
	try {
		// Given an open file, writeFileSync writes until all is written; a single write may stop short on a full disk without an error.
		fs.writeFileSync(opened, bytes);
		const made = fs.fstatSync(opened);
		if (owner !== null && (made.uid !== owner.uid || made.gid !== owner.gid)) fs.fchownSync(opened, owner.uid, owner.gid);
		fs.fchmodSync(opened, mode);
		fs.fsyncSync(opened);
	} catch (error) {
		removeTemp(temp);
		throw error;
	} finally {
		fs.closeSync(opened);
	}
	return temp;
}

/** Removes what killed runs of ours left beside the target: all of it under the target's lock, otherwise only what is old. */
export function sweepTemps(target: string, olderThan: number): number {
	const folder = path.dirname(target);
	let swept = 0;
	for (const name of listed(folder)) {
		if (!name.startsWith(prefixFor(target)) || !/-[\da-f]{12}\.tmp$/.test(name)) continue;
		const stat = fs.lstatSync(path.join(folder, name), {throwIfNoEntry: false});
		if (stat === undefined || stat.mtimeMs > Date.now() - olderThan) continue;
		removeTemp(path.join(folder, name));
		swept += 1;
	}
	return swept;
}

export function removeTemp(temp: string): void {
	try {
		fs.unlinkSync(temp);
	} catch {
		// The next run sweeps it.
	}
}

/**
 * Makes a rename or a removal last through a power cut. Windows cannot open folders, and does not need it; some file systems of a
 * network cannot do it, and a folder may be closed to readers: neither makes a change wrong that is done already.
 */
export function syncFolder(folder: string): void {
	if (process.platform === 'win32') return;
	let opened: number | null = null;
	try {
		opened = fs.openSync(folder, 'r');
		fs.fsyncSync(opened);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EACCES') throw error;
	} finally {
		if (opened !== null) fs.closeSync(opened);
	}
}

/** Root writing in somebody's home (`sudo wizard`) must not leave files that their owner cannot read. */
export function inheritedOwner(file: string): Owner | null {
	if (process.geteuid?.() !== 0) return null;
	const {uid, gid} = fs.statSync(path.dirname(file));
	return uid === 0 ? null : {uid, gid};
}

function prefixFor(target: string): string {
	return `.wizard-${createHash('sha256').update(path.basename(target)).digest('hex').slice(0, 8)}-`;
}

function listed(folder: string): readonly string[] {
	try {
		return fs.readdirSync(folder);
	} catch {
		return [];
	}
}

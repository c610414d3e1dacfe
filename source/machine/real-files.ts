import fs from 'node:fs';
import rules from 'node:path';
import {follow} from './follow.ts';
import type {Files, Reading, Stat, Unreadable} from './machine.ts';

const mebibyte = 1024 * 1024;

/** Most of what is looked for is not there, and making an error object costs ten times the look: so nothing is thrown for that. */
const quietly = {throwIfNoEntry: false} as const;

export const realFiles: Files = {
	read: (path, limit) => readRegular(path, 'followed', limit),
	list(path) {
		return attempt(() => (fs.statSync(path, quietly)?.isDirectory() ? fs.readdirSync(path).sort() : null), null);
	},
	stat(path, follow) {
		return attempt(() => {
			const stat = follow ? fs.statSync(path, quietly) : fs.lstatSync(path, quietly);
			return stat === undefined ? null : toStat(stat);
		}, null);
	},
	linkTarget,
	target(path) {
		return attempt(() => follow(path, linkTarget, rules), null);
	},
	real(path) {
		return attempt(() => (fs.statSync(path, quietly) === undefined ? null : fs.realpathSync.native(path)), null);
	},
	executable(path) {
		return attempt(() => {
			if (!fs.statSync(path, quietly)?.isFile()) return false;
			fs.accessSync(path, fs.constants.X_OK);
			return true;
		}, false);
	},
};

function linkTarget(path: string): string | null {
	return attempt(() => (fs.lstatSync(path, quietly)?.isSymbolicLink() ? fs.readlinkSync(path) : null), null);
}

/**
 * Looks before it opens, because opening alone already wakes the writer of a pipe (1Password serves `.env` as one) or moves a device;
 * looks again at what was opened, because it may have been exchanged; and opens without waiting, so that nothing can hang us.
 */
export function readRegular(path: string | Buffer, links: 'followed' | 'refused', limit = 2 * mebibyte): Reading {
	let opened: number | null = null;
	try {
		const before = links === 'followed' ? fs.statSync(path, quietly) : fs.lstatSync(path, quietly);
		if (before === undefined) return {state: 'absent'};
		if (!before.isFile()) return notAFile(before);
		opened = fs.openSync(path, links === 'followed' ? openFlags : openFlags | (fs.constants.O_NOFOLLOW ?? 0));
		const stat = fs.fstatSync(opened);
		if (!stat.isFile()) return notAFile(stat);
		if (stat.size > limit) return tooLarge(stat.size, limit);
		const bytes = readAll(opened, stat.size, limit);
		if (bytes === null) return tooLarge(null, limit);
		return {
			state: 'bytes',
			bytes,
			// Asked of few files, and it costs two more looks at each.
			get real() {
				return realFiles.real(String(path)) ?? String(path);
			},
			stat: toStat(stat),
		};
	} catch (error) {
		return failure(error);
	} finally {
		if (opened !== null) fs.closeSync(opened);
	}
}

/** Windows has none of these flags. */
export const openFlags = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0) | (fs.constants.O_NOCTTY ?? 0);

/** To the end rather than to the stated size: files in /proc state none, and a log may grow. Null once it passes the limit. */
function readAll(opened: number, size: number, limit: number): Uint8Array | null {
	const parts: Buffer[] = [];
	let total = 0;
	for (;;) {
		// One byte more than stated shows the end; a small piece comes from Node's pool, which is cheaper than memory of its own.
		const part = Buffer.allocUnsafe(total > 0 ? 65_536 : size > 0 ? size + 1 : 4096);
		const count = fs.readSync(opened, part, 0, part.length, null);
		// A file that ends where its size says needs no second look.
		if (total === 0 && count === size && count > 0 && count <= limit) return part.subarray(0, count);
		if (count === 0) return Buffer.concat(parts, total);
		total += count;
		if (total > limit) return null;
		parts.push(part.subarray(0, count));
	}
}

function notAFile(stat: fs.Stats): Reading {
	if (stat.isSymbolicLink()) return unreadable('not-a-file', 'it is a link');
	return unreadable('not-a-file', stat.isDirectory() ? 'it is a folder' : 'it is a device, a pipe or a socket');
}

function tooLarge(size: number | null, limit: number): Reading {
	return unreadable('too-large', `it has ${size ?? `more than ${limit}`} bytes; the limit is ${limit}`);
}

function unreadable(why: Unreadable, message: string): Reading {
	return {state: 'unreadable', why, message};
}

function failure(error: unknown): Reading {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
	switch (code) {
		// ENOTDIR: a parent is a file, so nothing can be there.
		case 'ENOENT':
		case 'ENOTDIR':
			return {state: 'absent'};
		case 'EACCES':
		case 'EPERM':
			return unreadable('denied', 'this user may not read it');
		case 'ELOOP':
			return unreadable('link-loop', 'its links lead round in a circle');
		// A socket or a device without a driver, exchanged for the file between the two looks.
		case 'ENXIO':
		case 'EISDIR':
			return unreadable('not-a-file', 'it is a device, a pipe or a socket');
	}
	return unreadable('failed', `reading it failed (${code})`);
}

function toStat(stat: fs.Stats): Stat {
	return {
		kind: kindOf(stat),
		mode: stat.mode & 0o7777,
		uid: stat.uid,
		gid: stat.gid,
		size: stat.size,
		mtime: stat.mtimeMs,
	};
}

function kindOf(stat: fs.Stats): Stat['kind'] {
	if (stat.isFile()) return 'file';
	if (stat.isDirectory()) return 'folder';
	return stat.isSymbolicLink() ? 'link' : 'other';
}

/** Looking never throws: a path that is not there, not allowed or not a path at all gives `otherwise`. */
function attempt<T>(look: () => T, otherwise: T): T {
	try {
		return look();
	} catch {
		return otherwise;
	}
}

import fs from 'node:fs';
import process from 'node:process';
import type {BytePath, Folders} from './machine.ts';
import {openFlags, readRegular} from './real-files.ts';

const windows = process.platform === 'win32';
const encoding = windows ? 'utf8' : 'latin1';
const notAscii = /[^\u0000-\u007F]/;

/** Blocking calls: handing each folder to another thread and back takes longer than reading it. */
export const realFolders: Folders = {
	entries(path) {
		try {
			return {state: 'entries', entries: fs.readdirSync(onDisk(path), {withFileTypes: true, encoding})};
		} catch {
			return {state: 'unreadable'};
		}
	},
	read(path, limit, seen) {
		const place = onDisk(path);
		return (seen === undefined ? null : readSmall(place, limit)) ?? readRegular(place, 'refused', limit);
	},
	real(path) {
		try {
			return fs.realpathSync.native(onDisk(path), {encoding});
		} catch {
			return null;
		}
	},
	bytePath: text => (windows || !notAscii.test(text) ? text : Buffer.from(text).toString('latin1')),
	text: path => (windows || !notAscii.test(path) ? path : Buffer.from(path, 'latin1').toString()),
};

const room = Buffer.allocUnsafeSlow(65_536);

/**
 * What was just seen to be a file is opened and read, and nothing else: of a file that is small, a read that leaves room is the whole.
 * Null where it is not so simple. Should it be a pipe by now, the flags keep us from waiting.
 */
function readSmall(place: string | Buffer, limit: number) {
	let opened: number | null = null;
	try {
		opened = fs.openSync(place, openFlags | (fs.constants.O_NOFOLLOW ?? 0));
		const count = fs.readSync(opened, room, 0, room.length, null);
		if (count === room.length || count > limit) return null;
		return {state: 'bytes', bytes: Buffer.from(room.subarray(0, count))} as const;
	} catch {
		return null;
	} finally {
		if (opened !== null) fs.closeSync(opened);
	}
}

function onDisk(path: BytePath): string | Buffer {
	return windows || !notAscii.test(path) ? path : Buffer.from(path, 'latin1');
}

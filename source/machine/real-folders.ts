import fs from 'node:fs';
import process from 'node:process';
import type {BytePath, Folders} from './machine.ts';
import {readRegular} from './real-files.ts';

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
	read: (path, limit, seen) => readRegular(onDisk(path), 'refused', limit, seen),
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

function onDisk(path: BytePath): string | Buffer {
	return windows || !notAscii.test(path) ? path : Buffer.from(path, 'latin1');
}

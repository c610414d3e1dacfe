import type {Machine} from '../machine/machine.ts';
import {pathOf} from './roots.ts';

/** Large repositories have indexes of some ten megabytes; beyond this nothing is claimed. */
const largest = 64 * 1024 * 1024;

/**
 * Does git have this file in its index? Read from the index itself: starting git in a folder that somebody else may have prepared can
 * start what its configuration names. `real` has its links resolved.
 */
export function isTracked(machine: Machine, real: string): boolean {
	const {files, environment} = machine;
	const {dirname, join, relative} = pathOf(environment);
	for (let folder = dirname(real); ; folder = dirname(folder)) {
		if (files.stat(join(folder, '.git')) !== null) {
			const index = indexOf(machine, folder);
			return index !== null && names(index, relative(folder, real).replaceAll('\\', '/'));
		}
		if (dirname(folder) === folder) return false;
	}
}

/** `.git` is a file in worktrees and submodules, and says where the folder is. */
function indexOf({files, environment}: Machine, folder: string): Uint8Array | null {
	const {join, resolve} = pathOf(environment);
	const pointer = files.stat(join(folder, '.git'))?.kind === 'file' ? files.read(join(folder, '.git')) : null;
	const told = pointer?.state === 'bytes' ? /^gitdir: (.+)$/m.exec(new TextDecoder().decode(pointer.bytes))?.[1] : '.git';
	const reading = told === undefined ? null : files.read(join(resolve(folder, told.trim()), 'index'), largest);
	return reading?.state === 'bytes' ? reading.bytes : null;
}

/**
 * The entries of an index (git's index-format): 62 bytes, two more where a flag says so, then the path. Versions 2 and 3 write it
 * whole and pad the entry to a multiple of eight; version 4 writes how much of the path before is dropped, and what follows.
 */
function names(index: Uint8Array, wanted: string): boolean {
	const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
	if (index.length < 12 || view.getUint32(0) !== signature) return false;
	const version = view.getUint32(4);
	const path = asBytes(wanted);
	if (version < 4 && !Buffer.from(index.buffer, index.byteOffset, index.byteLength).includes(`${path}\0`, 0, 'latin1')) return false;
	let before = '';
	let at = 12;
	for (let left = view.getUint32(8); left > 0 && at + fixed < index.length; left--) {
		const start = at;
		at += fixed + (version >= 3 && (view.getUint16(start + fixed - 2) & extended) !== 0 ? 2 : 0);
		let kept = 0;
		if (version === 4) {
			let dropped = 0;
			for (let more = true; more; at++) {
				const byte = index[at] ?? 0;
				more = (byte & 0x80) !== 0;
				dropped = (dropped << 7) + (byte & 0x7f) + (more ? 1 : 0);
			}
			kept = Math.max(0, before.length - dropped);
		}
		const end = index.indexOf(0, at);
		if (end === -1) return false;
		before = before.slice(0, kept) + latin1.decode(index.subarray(at, end));
		if (before === path) return true;
		at = version === 4 ? end + 1 : start + Math.ceil((end - start + 1) / 8) * 8;
	}
	return false;
}

/** "DIRC" */
const signature = 0x44495243;
const fixed = 62;
const extended = 0x4000;

/** One sign a byte, so that lengths in bytes are lengths of text. */
const latin1 = new TextDecoder('latin1');

function asBytes(text: string): string {
	return latin1.decode(new TextEncoder().encode(text));
}

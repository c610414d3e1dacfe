import type {BytePath, Machine} from '../../machine/machine.ts';
import {candidateFor, isJson} from './candidate.ts';
import type {Found} from './walk.ts';

export type FoundFile =
	/** `path` is where the text stands, behind any link. */
	| {readonly state: 'bytes'; readonly path: BytePath; readonly bytes: Uint8Array}
	| {readonly state: 'not-read'; readonly why: string}
	/** Gone since it was seen, or looked into under its own name. */
	| {readonly state: 'left-out'};

const mebibyte = 1024 * 1024;

/** A link is followed to a file inside the folder that is scanned, and nowhere else. */
export function readFound({folders}: Machine, {path, candidate, is}: Found, root: BytePath, sep: string): FoundFile {
	const link = is === 'link';
	const real = link ? folders.real(path) : path;
	if (real === null) return {state: 'left-out'};
	if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
		return {state: 'not-read', why: 'it is a link that leads out of the folder'};
	const steps = real.split(sep);
	if (link && candidateFor(steps.at(-1) ?? '', steps.at(-2) === '.claude') !== null) return {state: 'left-out'};
	const reading = folders.read(real, isJson(candidate) ? 2 * mebibyte : mebibyte, is === 'file' ? is : undefined);
	switch (reading.state) {
		case 'absent':
			return {state: 'left-out'};
		case 'unreadable':
			return {state: 'not-read', why: reading.message};
		case 'bytes':
			return {state: 'bytes', path: real, bytes: reading.bytes};
	}
}

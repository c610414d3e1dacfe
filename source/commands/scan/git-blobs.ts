import type {Machine} from '../../machine/machine.ts';
import {askGit, failureOf, type Repository} from './ask-git.ts';

/** Larger ones are let past: no settings file is. */
const largestBlob = 2 * 1024 * 1024;

/** The contents of these objects, one after the other in their order, never two at once; null once git has ended well, else why not. */
export async function eachBlob(
	machine: Machine,
	repository: Repository,
	ids: readonly string[],
	take: (id: string, bytes: Uint8Array) => Promise<void>,
): Promise<string | null> {
	const input = new TextEncoder().encode(ids.map(id => `${id}\n`).join(''));
	const {pieces, ended} = askGit(machine, repository, ['cat-file', '--batch', '--buffer'], input);
	let held: Buffer = Buffer.alloc(0);
	/** What is being read: a head line, or the rest of an object with the line break behind it. */
	let reading: {id: string; left: number; parts: Buffer[] | null} | null = null;
	for await (const piece of pieces) {
		held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
		for (;;) {
			if (reading === null) {
				const end = held.indexOf(10);
				if (end === -1) break;
				const [id = '', type, size] = held.toString('latin1', 0, end).split(' ');
				held = held.subarray(end + 1);
				// `missing`: a partial clone has left it on the server.
				if (type !== 'blob') continue;
				const left = Number(size) + 1;
				reading = {id, left, parts: left > largestBlob ? null : []};
			}
			const part = held.subarray(0, reading.left);
			held = held.subarray(part.length);
			reading.left -= part.length;
			reading.parts?.push(part);
			if (reading.left > 0) break;
			const {id, parts} = reading;
			reading = null;
			if (parts !== null) await take(id, Buffer.concat(parts).subarray(0, -1));
		}
	}
	return failureOf(await ended);
}

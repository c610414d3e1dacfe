import type {Readable} from 'node:stream';

/** Reads a stream to its end but holds only its first `kept` bytes, so that neither we nor the writer can be choked. Call the answer for the text. */
export function gather(stream: Readable | null | undefined, kept: number): () => string {
	const parts: Buffer[] = [];
	let room = kept;
	stream?.on('data', (part: Buffer) => {
		if (room <= 0) return;
		parts.push(part.subarray(0, room));
		room -= part.length;
	});
	stream?.on('error', () => {});
	return () => Buffer.concat(parts).toString('utf8');
}

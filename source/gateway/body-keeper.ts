import type {IncomingMessage} from 'node:http';

export type Body =
	| {readonly state: 'whole' | 'cut-off'; readonly bytes: Buffer; readonly size: number}
	/** Read to its end, but not kept. */
	| {readonly state: 'too-large'; readonly bytes: null; readonly size: number};

/** As large as Anthropic takes a request; and what all requests at once may hold. */
const longest = 32 * 1024 * 1024;
const most = 64 * 1024 * 1024;

/** Holds bodies while they are looked at. However many come at once, memory stays below a limit: what is beyond it is only counted. */
export class BodyKeeper {
	#held = 0;

	async keep(request: IncomingMessage): Promise<Body> {
		let parts: Buffer[] | null = [];
		let kept = 0;
		let size = 0;
		request.on('data', (part: Buffer) => {
			size += part.length;
			if (parts === null) return;
			if (size > longest || this.#held + part.length > most) {
				parts = null;
				this.#held -= kept;
				kept = 0;
				return;
			}
			parts.push(part);
			kept += part.length;
			this.#held += part.length;
		});
		await new Promise<void>(resolve => request.once('close', resolve).once('end', resolve));
		this.#held -= kept;
		if (parts === null) return {state: 'too-large', bytes: null, size};
		return {state: request.complete ? 'whole' : 'cut-off', bytes: Buffer.concat(parts), size};
	}
}

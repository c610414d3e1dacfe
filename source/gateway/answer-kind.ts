import type {IncomingMessage} from 'node:http';

/** What an answer is, by its headers; of a failure also its beginning, as it came. */
export type AnswerKind = {
	readonly form: 'stream' | 'json' | 'html' | 'text' | 'empty' | 'other';
	/** Null for an answer that is none. */
	readonly failure: string | null;
	readonly server: string | null;
};

/** A failure in words is a few hundred bytes; a web page may be long. */
const longest = 64 * 1024;

/** Listens along while the answer is passed through. */
export async function answerKind(answer: IncomingMessage, status: number): Promise<AnswerKind> {
	const kind = {form: formOf(answer), server: [answer.headers.server ?? null].flat()[0] ?? null};
	if (status < 400) return {...kind, failure: null};
	const parts: Buffer[] = [];
	let size = 0;
	await new Promise<void>(resolve => {
		answer.on('data', (part: Buffer) => {
			if (size < longest) parts.push(part.subarray(0, longest - size));
			size += part.length;
			if (size >= longest) resolve();
		});
		answer.once('close', resolve).once('end', resolve);
	});
	return {...kind, form: size === 0 ? 'empty' : kind.form, failure: Buffer.concat(parts).toString('utf8')};
}

function formOf({headers}: IncomingMessage): AnswerKind['form'] {
	const type = headers['content-type'] ?? '';
	if (headers['content-length'] === '0') return 'empty';
	if (/event-stream/.test(type)) return 'stream';
	if (/json/.test(type)) return 'json';
	if (/html/.test(type)) return 'html';
	return /^text\//.test(type) ? 'text' : 'other';
}

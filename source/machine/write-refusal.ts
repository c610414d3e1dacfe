import type {Reading, WriteRefusal, Written} from './machine.ts';

type Refused = Written & {state: 'refused'};

/** Messages are the end of a sentence about the file: never its content, never a stack. */
export function refusal(why: WriteRefusal, message: string, touched = false): Refused {
	return {state: 'refused', why, message, touched};
}

/** Why the system did not let us write. */
export function refusalOf(error: unknown, touched: boolean): Refused {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
	const [why, message] = reasons[code] ?? (['failed', `writing it failed (${code})`] as const);
	return refusal(why, message, touched);
}

/** What cannot be read cannot be compared, so it is not written either. */
export function refusalOfReading({why, message}: Reading & {state: 'unreadable'}): Refused {
	switch (why) {
		case 'denied':
		case 'not-a-file':
		case 'link-loop':
			return refusal(why, message);
		case 'too-large':
		case 'failed':
			return refusal('failed', message);
	}
}

const reasons: Readonly<Record<string, readonly [WriteRefusal, string]>> = {
	EACCES: ['denied', 'this user may not write in its folder'],
	EPERM: ['protected', 'it is protected against changes (immutable or append-only, see lsattr), or belongs to somebody else'],
	EROFS: ['read-only', 'its file system is read-only'],
	EBUSY: ['mounted', 'it is mounted as a single file, so it cannot be replaced safely'],
	EXDEV: ['mounted', 'it is mounted from elsewhere, so it cannot be replaced safely'],
	ENOSPC: ['full', 'the disk is full'],
	EDQUOT: ['full', 'the disk quota is used up'],
	EIO: ['failed', 'the disk reports an error'],
	ENOTDIR: ['not-a-file', 'a part of its path is a file and not a folder'],
	EISDIR: ['not-a-file', 'it is a folder'],
	ELOOP: ['link-loop', 'its links lead round in a circle'],
};

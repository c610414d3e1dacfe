import type {Machine} from '../machine/machine.ts';

/**
 * `sudo` changes the user and may leave HOME as it was: what is written then belongs to the wrong person, and the `claude` that is
 * mended is not the one that root starts. A home that differs from the account's is fine by itself (containers, tests); one that
 * also belongs to somebody else is not. Null where all is well or the system does not tell.
 */
export function borrowedHome({files, environment}: Pick<Machine, 'files' | 'environment'>): string | null {
	const {home, uid, platform} = environment;
	if (platform === 'win32') return null;
	const owner = files.stat(home, 'follow')?.uid;
	const own = homeOf(uid, files);
	if (owner === undefined || owner === uid || own === null || own === home) return null;
	return `HOME is ${home}, which belongs to another user than the one this runs as (that one's home is ${own}).`;
}

/** From the list of accounts that every Unix has; on a Mac it holds root and the services, which is what sudo is about. */
function homeOf(uid: number, files: Machine['files']): string | null {
	const reading = files.read('/etc/passwd');
	if (reading.state !== 'bytes') return null;
	const accounts = new TextDecoder()
		.decode(reading.bytes)
		.split('\n')
		.map(line => line.split(':'));
	return accounts.find(([, , id]) => id === String(uid))?.[5] || null;
}

import type {Files, Reading, Stat} from './machine.ts';

/** Large files are read again rather than held. */
const worthKeeping = 65_536;

/**
 * Files as they are at one look: what was asked once is not asked again, so that all of the look sees the same, and a start does not
 * pay ten times for the same startup file. Not for whoever writes, or waits.
 */
export function steadyFiles(files: Files): Files {
	const stats = new Map<string, Stat | null>();
	const followed = new Map<string, Stat | null>();
	const reals = new Map<string, string | null>();
	const lists = new Map<string, readonly string[] | null>();
	const readings = new Map<string, Reading>();
	return {
		stat: (path, follow) => once(follow === 'follow' ? followed : stats, path, () => files.stat(path, follow)),
		real: path => once(reals, path, () => files.real(path)),
		list: path => once(lists, path, () => files.list(path)),
		read(path, limit) {
			const known = limit === undefined ? readings.get(path) : undefined;
			if (known !== undefined) return known;
			const reading = files.read(path, limit);
			if (limit === undefined && (reading.state !== 'bytes' || reading.bytes.length <= worthKeeping)) readings.set(path, reading);
			return reading;
		},
		linkTarget: path => files.linkTarget(path),
		target: path => files.target(path),
		executable: path => files.executable(path),
	};
}

function once<T>(known: Map<string, T>, path: string, ask: () => T): T {
	const answer = known.get(path);
	if (answer !== undefined || known.has(path)) return answer as T;
	const asked = ask();
	known.set(path, asked);
	return asked;
}

import type {Machine} from '../machine/machine.ts';

const name = 'claude-versions.json';
const mostKept = 20;
/** A script may start something else tomorrow without changing itself. */
const scriptLife = 24 * 60 * 60 * 1000;

type Remembered = {readonly version: string; readonly size: number; readonly mtime: number; readonly at: number};

/** The version a file stated before, when it had the same size and date: starting `claude` costs up to two seconds. */
export function recallVersion(machine: Machine, real: string, isScript: boolean): string | null {
	const kept = readAll(machine)[real];
	const stat = machine.files.stat(real, 'follow');
	if (kept === undefined || stat === null || kept.size !== stat.size || kept.mtime !== stat.mtime) return null;
	const age = machine.clock.now() - kept.at;
	return isScript && (age < 0 || age > scriptLife) ? null : kept.version;
}

export function rememberVersion(machine: Machine, real: string, version: string): void {
	const stat = machine.files.stat(real, 'follow');
	if (stat === null) return;
	const {[real]: _, ...others} = readAll(machine);
	const kept = Object.entries(others).slice(1 - mostKept);
	const entry: Remembered = {version, size: stat.size, mtime: stat.mtime, at: machine.clock.now()};
	machine.memory.remember(name, `${JSON.stringify({schema: 1, versions: Object.fromEntries([...kept, [real, entry]])})}\n`);
}

/** Whatever is not exactly what we wrote is as good as nothing. */
function readAll(machine: Machine): Readonly<Record<string, Remembered>> {
	try {
		const kept: unknown = JSON.parse(machine.memory.recall(name) ?? '');
		const versions = (kept as {schema?: unknown; versions?: Record<string, unknown>}).versions ?? {};
		return Object.fromEntries(Object.entries(versions).filter((entry): entry is [string, Remembered] => isRemembered(entry[1])));
	} catch {
		return {};
	}
}

function isRemembered(value: unknown): value is Remembered {
	if (typeof value !== 'object' || value === null) return false;
	const {version, size, mtime, at} = value as Record<string, unknown>;
	return (
		typeof version === 'string' && /^\d+\.\d+\.\d+\S{0,40}$/.test(version) && [size, mtime, at].every(number => typeof number === 'number')
	);
}

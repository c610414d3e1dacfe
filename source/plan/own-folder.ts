import type {Machine, Written} from '../machine/machine.ts';
import {pathOf} from '../places/roots.ts';

type Own = Pick<Machine, 'environment' | 'files' | 'writing'>;

/** A path in our state folder. */
export function ownPath({environment}: Pick<Machine, 'environment'>, ...names: readonly string[]): string {
	return pathOf(environment).join(environment.state, ...names);
}

export function readOwn(machine: Own, ...names: readonly string[]): Uint8Array | null {
	const reading = machine.files.read(ownPath(machine, ...names), Number.POSITIVE_INFINITY);
	return reading.state === 'bytes' ? reading.bytes : null;
}

/** Writes, or with null removes, a file that only we know of: 0600, and as safely as the user's own. */
export function writeOwn(machine: Own, bytes: Uint8Array | null, ...names: readonly string[]): Written {
	const path = ownPath(machine, ...names);
	const mode = machine.environment.platform === 'win32' ? null : 0o600;
	return machine.writing.replace({path, before: readOwn(machine, ...names), after: bytes, mode, owner: null, secret: true, lock: 'ours'});
}

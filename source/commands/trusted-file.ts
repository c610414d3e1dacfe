import {createHash} from 'node:crypto';
import type {Context} from './command.ts';

export type Trusted = {readonly state: 'trusted'} | {readonly state: 'not-trusted'; readonly hash: string; readonly declined: boolean};

/** The name of these very bytes, as `--trust` takes it. */
export function contentHash(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/**
 * May what stands in this file be run? Whoever was asked once is not asked again, for this path with these bytes: a changed file is
 * another one. `--trust HASH` answers for scripts.
 */
export async function trustedFile(
	{path, bytes, runs}: {readonly path: string; readonly bytes: Uint8Array; readonly runs: readonly string[]},
	given: string | undefined,
	{machine, confirm, terminal}: Pick<Context, 'machine' | 'confirm' | 'terminal'>,
): Promise<Trusted> {
	const hash = contentHash(bytes);
	if (given?.toLowerCase().replace(/^sha256:/, '') === hash) return {state: 'trusted'};
	const {notes} = machine;
	const note = await notes.read('trusted-files');
	const known = typeof note === 'object' && note !== null ? (note as Readonly<Record<string, unknown>>) : {};
	if (known[path] === hash) return {state: 'trusted'};
	if (!terminal.stdinIsTTY) return {state: 'not-trusted', hash, declined: false};
	const lines = runs.map(line => `    ${line}`).join('\n');
	if (!(await confirm(`To get at the secret this file runs:\n${lines}\nRun it, now and whenever the file is as it is today?`)))
		return {state: 'not-trusted', hash, declined: true};
	await notes.write('trusted-files', {...known, [path]: hash});
	return {state: 'trusted'};
}

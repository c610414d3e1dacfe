import {createHash} from 'node:crypto';
import type {Context} from './command.ts';

export type Trusted = {readonly state: 'trusted'} | {readonly state: 'not-trusted'; readonly hash: string; readonly declined: boolean};

/** The name of these very bytes, as `--trust` takes it. */
export function contentHash(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/**
 * May what stands in this file be followed? Whoever was asked once is not asked again, for this path with these bytes: a changed file is
 * another one. `--trust HASH` answers for scripts.
 */
export async function trustedFile(
	{path, bytes, question}: {readonly path: string; readonly bytes: Uint8Array; readonly question: string},
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
	if (!(await confirm(question))) return {state: 'not-trusted', hash, declined: true};
	await notes.write('trusted-files', {...known, [path]: hash});
	return {state: 'trusted'};
}

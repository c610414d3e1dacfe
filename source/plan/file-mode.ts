import {Secret} from '../credentials/secret.ts';
import type {Platform} from '../machine/machine.ts';
import type {FileEdit} from './edit.ts';
import {kindOf} from './file-kind.ts';

/** The mode a change asks for; null keeps what is there, or leaves a new file to its folder's custom. `now` is null for a new file. */
export function modeFor(edits: readonly FileEdit[], now: number | null, platform: Platform): number | null {
	if (platform === 'win32') return null;
	const own = edits.find(edit => edit.kind === 'write-own-file');
	if (own !== undefined) return own.mode === now ? null : own.mode;
	const hidden = edits.some(edit => bringsSecret(edit) || edit.kind === 'make-private');
	// Claude Code's own files get keys sooner or later, so a new one begins private.
	if (now === null) return hidden || kindOf(edits) === 'settings' || kindOf(edits) === 'global-config' ? 0o600 : null;
	return hidden && (now & 0o077) !== 0 ? now & ~0o077 : null;
}

export function bringsSecret(edit: FileEdit): boolean {
	if (edit.kind === 'set-setting') return edit.value instanceof Secret;
	if (edit.kind === 'write-own-file') return edit.content instanceof Secret;
	if (edit.kind === 'rewrite') return edit.secret !== null;
	return edit.kind === 'approve-key';
}

export function octal(mode: number): string {
	return mode.toString(8).padStart(4, '0');
}

import {Secret} from '../credentials/secret.ts';
import type {FileEdit, Json, MendSettings} from './edit.ts';
import {editLines} from './edit-lines.ts';
import type {Edited, Refused} from './edited.ts';
import {editGlobalConfig} from './global-config-text.ts';
import {mendSettings, type Remark} from './mend-settings.ts';
import {readSettings, type Syntax} from './read-settings.ts';
import {salvageSettings} from './salvage-settings.ts';
import {removeSetting, setSetting} from './settings-text.ts';

/** What one edit makes of a file's text; `null` is no file. */
export type TextOutcome =
	| {
			readonly state: 'changed';
			readonly text: string | null;
			readonly line: number | null;
			readonly comments: readonly Remark[];
			readonly did: readonly string[];
	  }
	| {readonly state: 'same'}
	| Refused;

export function editText(edit: FileEdit, text: string | null): TextOutcome {
	switch (edit.kind) {
		case 'set-setting':
			return outcome(setSetting(text ?? '', edit.path, reveal(edit.value), syntaxOf(edit.file)));
		case 'mask-setting':
			return outcome(setSetting(text ?? '', edit.path, '', syntaxOf(edit.file)));
		case 'remove-setting':
			return outcome(removeSetting(text ?? '', edit.path, syntaxOf(edit.file)));
		case 'mend-settings':
			return mend(text ?? '', edit);
		case 'approve-key':
		case 'unreject-key':
		case 'remove-global-env':
		case 'remove-primary-key':
		case 'set-onboarding':
			return outcome(editGlobalConfig(edit, text ?? ''));
		case 'write-own-file': {
			const content = typeof edit.content === 'string' ? edit.content : edit.content.reveal();
			return content === text ? {state: 'same'} : {state: 'changed', text: content, line: text === null ? null : 1, comments: [], did: []};
		}
		case 'rewrite': {
			const made = edit.make(text);
			if (made.state === 'refused') return {state: 'refused', kind: 'impossible', why: made.why, line: 1, column: 1};
			return made.text === text
				? {state: 'same'}
				: {state: 'changed', text: made.text, line: text === null ? null : firstDifference(text, made.text), comments: [], did: []};
		}
		case 'remove-own-file':
			return text === null ? {state: 'same'} : {state: 'changed', text: null, line: 1, comments: [], did: []};
		case 'make-private':
			return {state: 'same'};
		case 'put-block':
		case 'remove-block':
		case 'put-source-line':
		case 'remove-line':
		case 'remove-env-line':
		case 'erase-fish-universal':
			return text === null && edit.kind !== 'put-block' && edit.kind !== 'put-source-line'
				? {state: 'same'}
				: outcome(editLines(edit, text ?? ''));
	}
}

/** The line where two texts part. */
function firstDifference(one: string, other: string): number {
	const lines = other.split('\n');
	const at = one.split('\n').findIndex((line, index) => line !== lines[index]);
	return at === -1 ? lines.length : at + 1;
}

function mend(text: string, {drop, beyond}: MendSettings): TextOutcome {
	const mended = mendSettings(text, drop);
	const unmended = (mended.state === 'refused' && mended.kind === 'malformed') || (mended.state === 'same' && !holdsEntries(text));
	if (unmended && beyond === 'write-anew') return {...salvageSettings(text), state: 'changed', line: 1};
	return mended.state === 'mended' ? {...mended, state: 'changed'} : mended;
}

/** Claude Code skips a file whose whole is a list or a word. An empty one it takes. */
function holdsEntries(text: string): boolean {
	const read = readSettings(text);
	return text.trim() === '' || (read.state === 'tree' && read.tree.root.kind === 'object');
}

function outcome(edited: Edited): TextOutcome {
	return edited.state === 'changed' ? {...edited, comments: [], did: []} : edited;
}

function reveal(value: Json | Secret): Json {
	return value instanceof Secret ? value.reveal() : value;
}

/** Editors read their own settings with comments; Claude Code reads its strictly. */
function syntaxOf(file: string): Syntax {
	return /[\\/](?:User|Machine|\.vscode|\.devcontainer|profiles[\\/][^\\/]+)[\\/][^\\/]+$|\.jsonc$/.test(file) ? 'jsonc' : 'json';
}

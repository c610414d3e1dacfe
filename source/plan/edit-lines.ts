import type {StartupEdit, VariableFileEdit} from './edit.ts';
import type {Edited} from './edited.ts';
import {removeEnvLine} from './env-text.ts';
import {eraseFishUniversal} from './fish-universals-text.ts';
import {putBlock, putSourceLine, removeBlock} from './startup-text.ts';
import {takeOut} from './take-out.ts';

/** Edits of files that are lines: startup files, .env files, fish's universal variables. */
export function editLines(edit: StartupEdit | VariableFileEdit, text: string): Edited {
	switch (edit.kind) {
		case 'put-block':
			return putBlock(text, edit.shell, edit.lines);
		case 'put-source-line':
			return putSourceLine(text, edit.shell, edit.source);
		case 'remove-block':
			return removeBlock(text);
		case 'remove-line': {
			const taken = takeOut(text, edit.shell, edit.variable, edit.line);
			return taken.state === 'changed' ? {state: 'changed', text: taken.text, line: taken.line} : taken;
		}
		case 'remove-env-line':
			return removeEnvLine(text, edit.file, edit.variable, edit.line);
		case 'erase-fish-universal':
			return eraseFishUniversal(text, edit.variable);
	}
}

import type {StartupEdit, VariableFileEdit} from './edit.ts';
import type {Edited} from './edited.ts';
import {eraseFishUniversal} from './fish-universals-text.ts';

/** Edits of files that are lines: startup files, .env files, fish's universal variables. */
export function editLines(edit: StartupEdit | VariableFileEdit, text: string): Edited {
	switch (edit.kind) {
		case 'erase-fish-universal':
			return eraseFishUniversal(text, edit.variable);
		case 'put-block':
		case 'remove-block':
		case 'put-source-line':
		case 'remove-line':
		case 'remove-env-line':
			return {state: 'refused', kind: 'impossible', why: 'the wizard cannot edit startup files yet', line: null, column: null};
	}
}

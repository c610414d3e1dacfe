import type {StartupEdit, VariableFileEdit} from './edit.ts';
import type {Edited} from './edited.ts';

/** Edits of files that are lines: startup files, .env files, fish's universal variables. */
export function editLines(edit: StartupEdit | VariableFileEdit, text: string): Edited {
	return {
		state: 'refused',
		kind: 'impossible',
		why: `${edit.kind} of ${text.length} characters is not known yet`,
		line: null,
		column: null,
	};
}

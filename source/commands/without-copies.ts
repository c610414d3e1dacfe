import {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';
import type {Edit, Tell} from '../plan/edit.ts';
import type {Exposed} from '../plan/git-safety.ts';

/**
 * The edits without those that would copy a secret into a file which git shows to others, where the copy only answers a value that was
 * found there: the setup itself stands elsewhere, and the user is told. Null where the secret is meant to stand there.
 */
export function withoutCopies(edits: readonly Edit[], {change, why}: Exposed, machine: Machine): readonly Edit[] | null {
	const isCopy = (edit: Edit) =>
		edit.kind === 'set-setting' &&
		edit.value instanceof Secret &&
		edit.answers.to === 'fact' &&
		(machine.files.real(edit.file) ?? edit.file) === change.path;
	const copies = edits.filter(isCopy);
	if (copies.length === 0) return null;
	return [...edits.filter(edit => !copies.includes(edit)), ...copies.map(copy => told(copy, why))];
}

function told({answers}: Edit, why: string): Tell {
	const what = answers.to === 'fact' ? answers.fact : null;
	return {kind: 'tell', what, command: null, summary: `The project's own value counts in this folder, and ${why}`, answers};
}

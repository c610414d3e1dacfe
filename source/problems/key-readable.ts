import type {Edit} from '../plan/edit.ts';
import type {Problem} from './problem.ts';
import {withRealKeys} from './real-keys.ts';

/** Any account of this computer may read a file of the user's with a credential in it. A closed home closes them all, and then nothing is said. */
export const keyReadable: Problem = {
	id: 'key-readable',
	diagnose({keyFiles}) {
		const open = withRealKeys(keyFiles.filter(file => file.open));
		const [first] = open;
		if (first === undefined) return [];
		const name = nameOf(first.file);
		const answers = {to: 'finding', id: 'key-readable'} as const;
		const edits = open
			.filter(({own}) => own)
			.map(({file}): Edit => ({kind: 'make-private', file, summary: `Close ${nameOf(file)} to other users`, answers}));
		return [
			{
				id: 'key-readable',
				severity: 'warning',
				title: `Other users of this computer can read a credential in ${name}${open.length > 1 ? ` and ${open.length - 1} more` : ''}`,
				why: 'The mode of the file lets everyone read it, and so do the folders above it. Shells and editors make their files so, since mostly nothing secret stands in them.',
				evidence: open.flatMap(({facts}) => facts),
				fix: {
					summary:
						edits.length > 0
							? 'Let only you read it (mode 0600).'
							: 'Keep the credential in a file of your own: this one must stay readable for all.',
					edits,
					command: edits.length > 0 ? 'wizard --repair' : 'wizard',
				},
			},
		];
	},
};

function nameOf(file: string): string {
	return file.split(/[/\\]/).at(-1) ?? file;
}

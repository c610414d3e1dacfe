import type {Problem} from './problem.ts';
import {withRealKeys} from './real-keys.ts';

/** A credential stands in a file that git tracks: the next commit or push carries it, and earlier ones may have already. */
export const keyInGit: Problem = {
	id: 'key-in-git',
	diagnose({keyFiles}) {
		const tracked = withRealKeys(keyFiles.filter(file => file.tracked));
		const [first] = tracked;
		if (first === undefined) return [];
		const more = tracked.length > 1 ? ` and ${tracked.length - 1} more` : '';
		const name = first.file.split(/[/\\]/).at(-1) ?? first.file;
		return [
			{
				id: 'key-in-git',
				severity: 'warning',
				title: `git tracks a file that holds a credential: ${name}${more}`,
				why: 'Everyone who gets the repository gets the credential, also from old commits after it was taken out. Bots find such keys on public hosts within minutes.',
				evidence: tracked.flatMap(({facts}) => facts),
				fix: {
					summary:
						'Keep it outside the repository (wizard keeps it in your own settings), take the file out of git, then make a new key: the old one is in the history.',
					edits: [],
					command: `git -C ${quoted(first.file.replace(/[/\\][^/\\]*$/, ''))} rm --cached ${quoted(name)}`,
				},
			},
		];
	},
};

function quoted(text: string): string {
	return /^[\w./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

import {Secret} from '../credentials/secret.ts';
import type {Edit} from '../plan/edit.ts';
import {ownFile} from '../shells/own-file.ts';
import {ownFileText} from '../shells/snippet.ts';
import type {Kept, Store} from './store.ts';

/** A file of ours (0600) for each shell in use, and one marked line in its startup file that loads it. */
export const shell: Store = {
	name: 'shell',
	title: 'a file that your shells load',
	reaches: 'new-terminals',
	keep(wish, {shells, shellRoots, exists}): Kept {
		const edits: Edit[] = [];
		const openTerminals: {shell: string; text: string}[] = [];
		for (const one of shells) {
			const startup = one.writes(shellRoots, exists);
			if (startup === null) continue;
			const file = ownFile(one, shellRoots);
			const text = ownFileText(one, wish);
			if (!text.ok)
				return {state: 'refused', why: `${text.name} holds ${text.why}, which ${one.title} cannot carry`, hint: '--store settings'};
			edits.push(
				{
					kind: 'write-own-file',
					file,
					content: new Secret(`${text.text}\n`),
					mode: 0o600,
					summary: `Keep the credential in a file that ${one.title} loads`,
					answers: {to: 'wish'},
				},
				{
					kind: 'put-source-line',
					file: startup,
					shell: one.name,
					source: file,
					summary: `Load it in new ${one.title} sessions`,
					answers: {to: 'wish'},
				},
			);
			openTerminals.push({shell: one.title, text: one.source(file)});
		}
		if (edits.length === 0)
			return {state: 'refused', why: 'none of the shells here has a startup file', hint: '--shell NAME, or --store settings'};
		return {state: 'kept', edits, openTerminals};
	},
};

import {Secret} from '../credentials/secret.ts';
import type {Edit} from '../plan/edit.ts';
import {ownFile} from '../shells/own-file.ts';
import {ownFileText} from '../shells/snippet.ts';
import type {Kept, Store} from './store.ts';

/** A file of ours (0600) for each shell in use, and one marked line in its startup files that loads it. */
export const shell: Store = {
	name: 'shell',
	title: 'a file that your shells load',
	reaches: 'new-terminals',
	keep(wish, {shells, shellRoots, exists}): Kept {
		const edits: Edit[] = [];
		const openTerminals: {shell: string; text: string}[] = [];
		// bash, sh and ksh share our file, and ~/.profile: once is enough.
		const [written, loading] = [new Set<string>(), new Set<string>()];
		for (const one of shells) {
			const startup = one.writes(shellRoots, exists);
			if (startup === null) continue;
			const file = ownFile(one, shellRoots);
			const text = ownFileText(one, wish);
			if (!text.ok)
				return {state: 'refused', why: `${text.name} holds ${text.why}, which ${one.title} cannot carry`, hint: '--store settings'};
			if (!written.has(file))
				edits.push({
					kind: 'write-own-file',
					file,
					content: new Secret(`${text.text}\n`),
					mode: 0o600,
					summary: `Keep the credential in a file that ${one.title} loads`,
					answers: {to: 'wish'},
				});
			written.add(file);
			for (const loader of [startup, ...(one.writesToo?.(shellRoots, exists) ?? [])]) {
				if (loading.has(loader)) continue;
				loading.add(loader);
				edits.push({
					kind: 'put-source-line',
					file: loader,
					shell: one.name,
					source: file,
					summary: `Load it in new ${one.title} sessions`,
					answers: {to: 'wish'},
				});
			}
			openTerminals.push({shell: one.title, text: one.source(file)});
		}
		if (edits.length === 0)
			return {state: 'refused', why: 'none of the shells here has a startup file', hint: '--shell NAME, or --store settings'};
		return {state: 'kept', edits, openTerminals};
	},
};

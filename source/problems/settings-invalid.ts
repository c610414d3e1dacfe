import type {FileFact, PlaceId, Trouble} from '../places/fact.ts';
import {showValue} from '../places/show.ts';
import type {Finding} from './finding.ts';
import type {Problem} from './problem.ts';

/**
 * A settings file that this version of Claude Code skips, whole and without a word under -p. Which flaws make it do so differs by
 * version and is judged in request/: here only files that were judged so are told. Unknown keys are no flaw.
 */
export const settingsInvalid: Problem = {
	id: 'settings-invalid',
	diagnose({headless}) {
		return headless.judged.flatMap(({fact, state, reason}) => {
			if (fact.kind !== 'file' || !read.includes(fact.place) || (state !== 'ignored' && state !== 'unreadable')) return [];
			// A file that is left out because of where it stands (drop-ins before 2.1.100) is not broken.
			return fact.troubles.length === 0 && state === 'ignored' ? [] : [say(fact, reason)];
		});
	},
};

const read: readonly PlaceId[] = [
	'user-settings',
	'project-settings',
	'local-settings',
	'managed-settings',
	'managed-drop-in',
	'global-config',
];

function say(fact: FileFact, reason: string): Finding {
	const trouble = fact.troubles[0];
	const at = trouble !== undefined && 'line' in trouble ? `Line ${trouble.line}, column ${trouble.column}: ` : '';
	const skipped = fact.place === 'global-config' ? 'starts as if it were new' : 'skips the whole file; claude -p does so without a word';
	return {
		id: 'settings-invalid',
		severity: 'error',
		title: `Claude Code cannot use ${fact.variable}`,
		why: `${at}${trouble === undefined ? (fact.why ?? reason) : describe(trouble)}. Claude Code ${skipped}, so nothing that stands in it counts.`,
		evidence: [fact],
		fix: {summary: 'Mend the file; a backup is kept.', edits: [], command: 'wizard --repair'},
	};
}

function describe(trouble: Trouble): string {
	switch (trouble.kind) {
		case 'syntax':
			return `this is not valid JSON: ${showValue('', trouble.message)}`;
		case 'byte-order-mark':
			return 'the file begins with a byte order mark';
		case 'wrong-type':
			return `${trouble.key} has the wrong type: ${trouble.found}`;
		case 'duplicate-key':
			return `${trouble.key} stands there twice`;
		case 'not-utf8':
			return `byte ${trouble.offset} is not UTF-8`;
		case 'too-large':
			return `it has ${trouble.bytes} bytes, more than the 2 MiB that are read`;
		case 'readable-by-others':
			return `others may read it (mode ${trouble.mode.toString(8)})`;
		case 'other-owner':
			return `it belongs to another user (${trouble.uid})`;
	}
}

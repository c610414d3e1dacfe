import type {FileFact, Trouble} from '../places/fact.ts';
import {showValue} from '../places/show.ts';
import type {Edit} from '../plan/edit.ts';
import {layers} from '../request/effective.ts';
import {fileKey, findIgnoredFiles} from '../request/ignored-files.ts';
import {rulesFor} from '../request/rules.ts';
import {type RefusedKey, refusedKeys} from '../request/settings-types.ts';
import {basisFor} from '../request/versions.ts';
import type {Finding} from './finding.ts';
import type {Problem} from './problem.ts';

/**
 * A settings file that this version of Claude Code skips, whole and without a word under -p. Which flaws make it do so differs by
 * version and is known in request/. Unknown keys are no flaw, and a drop-in before 2.1.100 is left out for another reason.
 */
export const settingsInvalid: Problem = {
	id: 'settings-invalid',
	diagnose({facts, claude}) {
		const rules = rulesFor(basisFor(claude.chosen?.version ?? null));
		const ignored = findIgnoredFiles(facts, rules);
		return facts.flatMap(fact => {
			if (fact.kind !== 'file' || !layers.includes(fact.place) || (fact.place === 'managed-drop-in' && !rules.dropIns)) return [];
			const why = ignored.get(fileKey(fact)) ?? (fact.state === 'ignored' || fact.state === 'unreadable' ? fact.why : null);
			const refused = refusedKeys(fact, rules.basis.rulesOf);
			return why === null ? [] : [say(fact, why, refused)];
		});
	},
};

/** What a mend can be tried on: a text of the user's. Where there is more than one way to mend it, what can be read of it stays. */
function mendings(fact: FileFact, refused: readonly RefusedKey[]): readonly Edit[] {
	const own = fact.place !== 'managed-settings' && fact.place !== 'managed-drop-in';
	const drop = refused.map(({key}) => pathOf(key));
	const noEntries = fact.top !== null && fact.top !== 'object';
	const broken = noEntries || fact.troubles.some(({kind}) => kind === 'syntax' || kind === 'byte-order-mark');
	if (fact.file === null || !own || fact.state === 'unreadable' || (!broken && drop.length === 0)) return [];
	// Claude Code skips such a file whole; with such a state file it does not even start (measured on 2.1.329). It cannot be worse.
	const mend = {kind: 'mend-settings', file: fact.file, drop, beyond: 'write-anew', summary: `Mend ${fact.variable}`} as const;
	return [{...mend, answers: {to: 'finding', id: 'settings-invalid'}}];
}

/** `permissions.allow`: only names below the first may hold a dot themselves. */
function pathOf(key: string): readonly string[] {
	const dot = key.indexOf('.');
	return dot === -1 ? [key] : [key.slice(0, dot), key.slice(dot + 1)];
}

function say(fact: FileFact, reason: string, refused: readonly RefusedKey[]): Finding {
	const flaw = flawOf(fact, refused);
	const what = (flaw === null ? reason : describe(flaw, reason)).replace(/, so (?:it|claude) skips .*$/, '');
	const skipped =
		fact.place === 'global-config'
			? 'Claude Code then starts as if it were new.'
			: 'Claude Code skips the whole file, under -p without a word.';
	return {
		id: 'settings-invalid',
		severity: 'error',
		title: `Claude Code cannot use ${fact.variable}`,
		why: `${what.slice(0, 1).toUpperCase()}${what.slice(1)}. ${skipped}`,
		evidence: [at(fact, flaw)],
		fix: {summary: 'Mend the file; a backup is kept.', edits: mendings(fact, refused), command: 'wizard --repair'},
	};
}

/** What no JSON may have comes before what this version refuses. */
type Flaw = Trouble | ({readonly kind: 'refused'} & RefusedKey);

/** What a reader has to find in the text; null where it is not the text. */
function flawOf({state, troubles}: FileFact, [refused]: readonly RefusedKey[]): Flaw | null {
	if (state === 'unreadable') return null;
	const broken = troubles.find(({kind}) => kind === 'syntax');
	return broken ?? (refused === undefined ? (troubles[0] ?? null) : {kind: 'refused', ...refused});
}

/** The file, at the place of its flaw where that is known. */
function at(fact: FileFact, flaw: Flaw | null): FileFact {
	return flaw !== null && 'column' in flaw ? {...fact, line: flaw.line, column: flaw.column} : fact;
}

/** Where the flaw is in the text, line and column come first. */
function describe(flaw: Flaw, reason: string): string {
	switch (flaw.kind) {
		case 'syntax':
			return `line ${flaw.line}, column ${flaw.column}: this is not valid JSON: ${showValue('', flaw.message)}`;
		case 'wrong-type':
			return `line ${flaw.line}, column ${flaw.column}: ${flaw.key} has the wrong type, ${flaw.found}`;
		case 'refused':
			return `line ${flaw.line}, column ${flaw.column}: ${showValue('', flaw.key)} ${whyRefused(flaw)}`;
		case 'byte-order-mark':
			return 'the file begins with a byte order mark';
		case 'not-utf8':
			return `byte ${flaw.offset} is not UTF-8`;
		case 'too-large':
			return `it has ${flaw.bytes} bytes, more than the 2 MiB that are read`;
		case 'duplicate-key':
		case 'readable-by-others':
		case 'other-owner':
			return reason;
	}
}

function whyRefused({found, accepts}: RefusedKey): string {
	// The type is right, and the text is none of those it may hold.
	if (accepts.includes(found)) return 'has a value that Claude Code refuses';
	return `is ${named(found)}, where Claude Code takes ${accepts.map(named).join(' or ')}`;
}

function named(type: RefusedKey['found']): string {
	if (type === 'null') return type;
	return /^[ao]/.test(type) ? `an ${type}` : `a ${type}`;
}

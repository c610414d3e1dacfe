import type {Fact, FileFact, PlaceId} from '../places/fact.ts';
import type {Rules} from './rules.ts';
import {refusedKeys} from './settings-types.ts';
import {compareVersions} from './versions.ts';

/** Settings files that this version skips whole, by place and path, each with the reason as the end of a sentence. */
export type IgnoredFiles = ReadonlyMap<string, string>;

export function findIgnoredFiles(facts: readonly Fact[], rules: Rules): IgnoredFiles {
	const ignored = new Map<string, string>();
	for (const fact of rootLocalSettings(facts, rules))
		ignored.set(fileKey(fact), 'before 2.1.211 claude reads only the local settings of the folder it starts in');
	for (const fact of facts) {
		if (fact.kind !== 'file' || !isSettings(fact.place)) continue;
		const why = whySkipped(fact, rules);
		if (why !== null) ignored.set(fileKey(fact), why);
	}
	return ignored;
}

/** Of two files of local settings the first is that of the start folder, the second that of the repository's root. */
function rootLocalSettings(facts: readonly Fact[], {basis}: Rules): readonly Fact[] {
	const files = facts.filter(fact => fact.kind === 'file' && fact.place === 'local-settings');
	return compareVersions(basis.version ?? basis.rulesOf, '2.1.211') < 0 ? files.slice(1) : [];
}

export function fileKey(fact: {readonly place: PlaceId; readonly file: string | null}): string {
	return `${fact.place}\n${fact.file ?? ''}`;
}

function whySkipped(file: FileFact, rules: Rules): string | null {
	if (file.state === 'ignored' || file.state === 'unreadable') return file.why;
	if (file.top !== null && file.top !== 'object') return `the file holds ${named(file.top)} and not an object, so claude skips it`;
	if (file.place === 'managed-drop-in' && !rules.dropIns)
		return `claude ${rules.basis.version ?? rules.basis.rulesOf} does not read managed-settings.d`;
	if (rules.wrongTypeInManaged === 'drops-the-entry' && isManaged(file.place)) return null;
	const [refused] = refusedKeys(file, rules.basis.rulesOf);
	if (refused === undefined) return null;
	return `"${refused.key}" has a value that claude refuses (line ${refused.line}), so it skips the whole file`;
}

function isSettings(place: PlaceId): boolean {
	return place === 'user-settings' || place === 'project-settings' || place === 'local-settings' || isManaged(place);
}

export function isManaged(place: PlaceId): boolean {
	return place === 'managed-settings' || place === 'managed-drop-in';
}

function named(json: string): string {
	return /^[ao]/.test(json) ? `an ${json}` : `a ${json}`;
}

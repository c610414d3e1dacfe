import type {Fact} from '../places/fact.ts';
import {compareVersions} from '../request/versions.ts';
import type {Finding, Severity} from './finding.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * CLAUDE_CONFIG_DIR takes settings, login and state to another folder. A typing slip in it is silent: claude makes the folder and starts
 * as if it were new (measured on 2.1.329 with a missing folder, with a `~` and with a file in its place).
 */
export const configMoved: Problem = {
	id: 'config-moved',
	diagnose(situation) {
		const fact = situation.facts.find(({place, variable}) => place === 'shell' && variable === 'CLAUDE_CONFIG_DIR');
		const what = fact === undefined ? null : flawOf(fact, situation);
		// Before 2.1.197 claude does not get past a file in its place (measured on 2.0.77 and 2.1.100).
		const version = situation.claude.chosen?.version ?? null;
		const stops =
			fact !== undefined && situation.named.get(fact)?.kind === 'file' && version !== null && compareVersions(version, '2.1.197') < 0;
		if (fact === undefined || what === null) return [];
		// A folder that is new on purpose, as in a container, has its credential from elsewhere.
		const meant =
			situation.headless.request.sends &&
			fact.state === 'text' &&
			!fact.shown.startsWith('~') &&
			situation.named.get(fact)?.kind !== 'file';
		return [say(fact, what, stops ? 'error' : meant ? 'info' : 'warning')];
	},
};

function flawOf(fact: Fact, {named}: Situation): string | null {
	// Measured on 2.1.100 and 2.1.329: then `settings.json` of the current folder counts, wherever one stands.
	if (fact.state === 'empty') return 'is empty, which means the folder that claude is started in';
	const found = named.get(fact);
	if (fact.state !== 'text' || found === undefined) return null;
	if (fact.shown.startsWith('~')) return 'begins with ~, of which no shell has made a home folder';
	switch (found.kind) {
		case 'nothing':
			return 'names a folder that is not there';
		case 'file':
			return 'names a file, and it takes a folder';
		case 'unreadable':
			return 'names a folder that this user may not read';
		case 'folder':
			return found.names.some(name => own.includes(name)) ? null : 'names a folder in which claude has nothing yet';
	}
}

/** What claude keeps there. */
const own: readonly string[] = ['settings.json', '.credentials.json', '.claude.json', 'projects'];

function say(fact: Fact, what: string, severity: Severity): Finding {
	return {
		id: 'config-moved',
		severity,
		title: `CLAUDE_CONFIG_DIR ${what}`,
		why: 'claude reads its settings and its login there and nowhere else. It starts as if it were new, and what is in ~/.claude does not count.',
		evidence: [fact],
		fix: {
			summary: 'Unset it to use ~/.claude again, or set it to the whole path of the folder that is meant.',
			edits: [],
			command: 'unset CLAUDE_CONFIG_DIR',
		},
	};
}

import type {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import type {ProblemId} from './finding.ts';
import {settingsPath} from './settings-paths.ts';

/**
 * Gives a variable another value: in the settings file that holds it, else in the user's settings, which outrank every shell. What a
 * project says is outranked in the folder's local settings, since the project's file belongs to others too. An administrator's value stays.
 */
export function setVariable(id: ProblemId, fact: Fact, value: string | Secret, facts: readonly Fact[]): readonly Edit[] {
	const file = fileFor(fact, facts);
	if (file === null) return [];
	return [{kind: 'set-setting', file, path: ['env', fact.variable], value, summary: `Set ${fact.variable}`, answers: {to: 'finding', id}}];
}

function fileFor({place, file}: Fact, facts: readonly Fact[]): string | null {
	switch (place) {
		case 'user-settings':
		case 'local-settings':
			return file;
		case 'project-settings':
			return settingsPath(facts, 'local-settings');
		case 'shell':
		case 'global-config':
			return settingsPath(facts, 'user-settings');
		default:
			return null;
	}
}

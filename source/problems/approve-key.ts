import {Secret} from '../credentials/secret.ts';
import type {Edit} from '../plan/edit.ts';
import type {ProblemId} from './finding.ts';
import type {Situation} from './problem.ts';

/**
 * Records in .claude.json that interactive sessions may use this key: claude keeps the last 20 characters of it. Where some No stands
 * there, that of this key is taken back first; taking back one that is not there changes nothing.
 */
export function approveKey(id: ProblemId, key: string, {facts}: Situation): readonly Edit[] {
	const file = facts.find(fact => fact.kind === 'file' && fact.place === 'global-config')?.file ?? null;
	if (file === null) return [];
	const about = {file, fragment: new Secret(key.trim().slice(-20)), answers: {to: 'finding', id}} as const;
	const approve: Edit = {...about, kind: 'approve-key', summary: 'Record the key as approved'};
	const declined = facts.some(fact => fact.kind === 'approval' && fact.answer === 'rejected');
	return declined ? [{...about, kind: 'unreject-key', summary: 'Take back the recorded No'}, approve] : [approve];
}

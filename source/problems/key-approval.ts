import {Secret} from '../credentials/secret.ts';
import type {Edit} from '../plan/edit.ts';
import type {ProblemId} from './finding.ts';
import type {Situation} from './problem.ts';

/** Records in .claude.json that interactive sessions may use this key; `declined` takes back a No first. claude keeps the last 20 characters. */
export function approvals(id: ProblemId, key: string, declined: boolean, situation: Situation): readonly Edit[] {
	const file = situation.facts.find(fact => fact.kind === 'file' && fact.place === 'global-config')?.file ?? null;
	if (file === null) return [];
	const about = {file, fragment: new Secret(key.trim().slice(-20)), answers: {to: 'finding', id}} as const;
	const approve: Edit = {...about, kind: 'approve-key', summary: 'Record the key as approved'};
	return declined ? [{...about, kind: 'unreject-key', summary: 'Take back the recorded No'}, approve] : [approve];
}

/** `.claude.json` holds some No; taking back one that is not there changes nothing. */
export function hasDeclined({facts}: Situation): boolean {
	return facts.some(fact => fact.kind === 'approval' && fact.answer === 'rejected');
}

import type {Edit} from '../plan/edit.ts';
import {notCancelled} from '../request/not-cancelled.ts';
import {clearVariables} from './clear-variables.ts';
import type {ProblemId} from './finding.ts';
import type {Situation} from './problem.ts';

/**
 * The edits after which claude gets this credential from nowhere. None at all where an administrator's value would still go out. An
 * `.env` belongs to the program that reads it, and claude does not.
 */
export function takeOut(id: ProblemId, variable: string, {facts, claude}: Situation): readonly Edit[] {
	const read = facts.filter(fact => fact.place !== 'env-file' && fact.variable === variable);
	const managed = read.some(({place, state}) => (place === 'managed-settings' || place === 'managed-drop-in') && state === 'text');
	const whole = facts.filter(({kind}) => kind === 'file');
	return managed ? [] : clearVariables(id, [...whole, ...read], [variable], notCancelled(claude.chosen?.version ?? null));
}

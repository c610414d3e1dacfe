import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import type {ProblemId} from './finding.ts';
import {removals} from './removal.ts';
import {settingsPath} from './settings-paths.ts';

/**
 * Takes variables out wherever they are set. What no edit reaches (this very shell, a project's file) is cancelled by an empty entry:
 * in the user's settings against the shell, in the folder's local settings against the project (measured, 2.0.77 to 2.1.329). What this
 * version does not cancel so is only taken out (request/not-cancelled.ts).
 */
export function clearVariables(
	id: ProblemId,
	facts: readonly Fact[],
	variables: readonly string[],
	uncancelled: readonly string[] = [],
): readonly Edit[] {
	const set = facts.filter(fact => fact.kind === 'variable' && variables.includes(fact.variable) && fact.state === 'text');
	const masked = variables
		.filter(variable => !uncancelled.includes(variable))
		.flatMap(variable => {
			const own = set.filter(fact => fact.variable === variable);
			return [
				...mask(id, own.find(beyondReach), settingsPath(facts, 'user-settings')),
				...mask(
					id,
					own.find(({place}) => place === 'project-settings'),
					settingsPath(facts, 'local-settings'),
				),
			];
		});
	const replaced = (fact: Fact) => masked.some(({file, path}) => file === fact.file && path.includes(fact.variable));
	return [
		...removals(
			id,
			set.filter(fact => fact.place !== 'project-settings' && !beyondReach(fact) && !replaced(fact)),
		),
		...masked,
	];
}

/** A variable of the running shell, and files that only an administrator writes. */
function beyondReach({place, file}: Fact): boolean {
	return place === 'shell' || place === 'system-environment' || (file !== null && /^\/etc\//.test(file) && !place.startsWith('managed'));
}

type Mask = Extract<Edit, {kind: 'mask-setting'}>;

function mask(id: ProblemId, masks: Fact | undefined, file: string | null): readonly Mask[] {
	if (masks === undefined || file === null) return [];
	const {variable} = masks;
	return [{kind: 'mask-setting', file, path: ['env', variable], masks, summary: `Cancel ${variable}`, answers: {to: 'finding', id}}];
}

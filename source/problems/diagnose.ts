import type {Diagnosed, Finding} from './finding.ts';
import {fold} from './fold.ts';
import {problems} from './index.ts';
import {onlyLater} from './only-later.ts';
import type {Problem, Situation} from './problem.ts';

/** Runs every check. One that throws becomes a finding about itself, so that the others are still heard. */
export function diagnose(situation: Situation, all: readonly Problem[] = problems): readonly Diagnosed[] {
	const check = (one: Situation) => all.flatMap(problem => guarded(problem, one));
	const now = check(situation);
	const found = situation.later === null ? now : [...now, ...onlyLater(check(situation.later.situation), now, situation.later)];
	return fold(found, id => all.find(problem => problem.id === id)?.symptomOf ?? []);
}

function guarded(problem: Problem, situation: Situation): readonly Finding[] {
	try {
		return problem.diagnose(situation);
	} catch (error) {
		// The message may quote a value, so only its kind is told.
		const kind = error instanceof Error ? error.name : typeof error;
		return [
			{
				id: 'check-failed',
				severity: 'warning',
				title: `Could not check for ${problem.id}`,
				why: `The check itself stopped with a ${kind}. This is a fault of the wizard, not of this computer.`,
				evidence: [],
				fix: {summary: 'Report it with the output of this command, which holds no secrets.', edits: [], command: 'wizard doctor --json'},
			},
		];
	}
}

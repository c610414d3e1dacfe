import {causes} from '../claude/causes.ts';
import type {Situation} from '../problems/problem.ts';
import {unknown} from './explain-json.ts';
import type {Live} from './live.ts';

/** The situation with what a live prompt came to, so that the problems can judge by it too. */
export function withAnswer(situation: Situation, {trial, form}: Extract<Live, {state: 'tried'}>): Situation {
	const known = trial.cause === null || trial.cause === 'unknown' ? unknown : causes[trial.cause];
	return {...situation, live: {trial, known, answersAt: form?.base ?? null}};
}

import type {Form} from '../claude/probe-forms.ts';
import type {Trial} from '../claude/trial.ts';
import type {Diagnosed} from '../problems/finding.ts';
import type {Situation} from '../problems/problem.ts';
import type {Basis} from '../request/versions.ts';
import type {WitnessVerdict} from './compare-witness.ts';

/** All that `wizard doctor` has to say, before it takes the form of a page or of JSON. */
export type DoctorReport = {
	readonly situation: Situation;
	readonly findings: readonly Diagnosed[];
	/** Which recorded version's rules were used, and how near they are to the installed one. */
	readonly basis: Basis;
	/** Only with `--witness`. */
	readonly witness: WitnessVerdict | null;
	/** Only with `--live`: what came of the live prompt. */
	readonly live: {readonly trial: Trial; readonly form: Form | null} | null;
	readonly home: string;
};

export function exitCodeOf({findings, live}: DoctorReport): 0 | 1 {
	if (live?.trial.ok === false) return 1;
	return findings.some(({severity}) => severity === 'error') ? 1 : 0;
}

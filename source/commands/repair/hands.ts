import type {Machine} from '../../machine/machine.ts';
import type {Situation} from '../../problems/problem.ts';
import type {CarriedOut, Errand} from '../errand.ts';
import type {Live} from '../live.ts';
import type {Candidate} from './candidate.ts';
import type {Move} from './move.ts';
import type {RepairItem} from './repair-item.ts';

/** Who decides in a repair, and by whom it is done: a person at the screens, one at a plain command line, --yes, or a dry run. */
export type Hands = {
	/** Shows what goes on meanwhile. */
	readonly busy: <T>(title: string, work: () => Promise<T>) => Promise<T>;
	/** Which of these to mend; null leaves, and nothing is written. */
	readonly pick: (items: readonly RepairItem[], about: PickAbout) => Promise<readonly RepairItem[] | null>;
	/** Which credential is meant; `nobody`: there is no one to ask. */
	readonly which: (candidates: readonly Candidate[]) => Promise<Candidate | 'nobody' | 'leave'>;
	readonly carryOut: (errand: Errand) => Promise<CarriedOut>;
	/** Lets claude sign in, where somebody is there who wants to. True where it was tried. */
	readonly signIn: (situation: Situation) => Promise<boolean>;
	/** Null where it is not wished for, or not agreed to. `hosts` are those that were set up here before. */
	readonly prove: (
		machine: Machine,
		situation: Situation,
		about: {readonly move: Move | null; readonly hosts: ReadonlySet<string>},
	) => Promise<Live | null>;
};

export type PickAbout = {
	readonly situation: Situation;
	/** What comes after it is not known yet: a file has to be mended first. */
	readonly kind: 'mend-files' | 'all';
	readonly round: number;
};

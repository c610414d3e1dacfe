import type {HelperProgram} from '../claude/helper-program.ts';
import type {Installed} from '../claude/installed.ts';
import type {Fact} from '../places/fact.ts';
import type {Resolution} from '../request/request.ts';
import type {Finding, ProblemId} from './finding.ts';

/** Everything a problem may judge by: what was found, and what `claude` would send with it. */
export type Situation = {
	readonly facts: readonly Fact[];
	readonly headless: Resolution;
	readonly interactive: Resolution;
	readonly claude: Installed;
	/** What each apiKeyHelper's command would start, seen without starting it. */
	readonly helpers: ReadonlyMap<Fact, HelperProgram>;
};

/** One thing that can be the case. It only looks: it never writes, runs or throws. */
export type Problem = {
	readonly id: ProblemId;
	readonly diagnose: (situation: Situation) => readonly Finding[];
};

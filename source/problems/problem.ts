import type {CauseEntry} from '../claude/causes/cause.ts';
import type {HelperProgram} from '../claude/helper-program.ts';
import type {Installed} from '../claude/installed.ts';
import type {Route} from '../claude/proxy-route.ts';
import type {Trial} from '../claude/trial.ts';
import type {CloudLogin} from '../places/cloud-logins.ts';
import type {Fact} from '../places/fact.ts';
import type {KeyFile} from '../places/key-files.ts';
import type {NamedFile} from '../places/named-files.ts';
import type {NewTerminal} from '../places/new-terminal.ts';
import type {Mask} from '../plan/masks.ts';
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
	/** Milliseconds since 1970: a login may be over. */
	readonly now: number;
	/** Files of the user's in which a credential stands. */
	readonly keyFiles: readonly KeyFile[];
	/** Empty entries of settings that the wizard wrote to cancel a value. */
	readonly masks: readonly Mask[];
	/** What stands where a variable names a file or folder. */
	readonly named: ReadonlyMap<Fact, NamedFile>;
	/** Clouds that this computer is signed in to, where a switch for one is set. */
	readonly cloudLogins: readonly CloudLogin[];
	/** The way that requests of claude -p take, by the proxy variables in force. */
	readonly route: Route;
	/** The same as a terminal has it that is opened now; null where that is no other. */
	readonly later: Later | null;
	/** What came of a live prompt; null where none was sent. */
	readonly live: LiveAnswer | null;
};

export type Later = {readonly situation: Situation; readonly writtenAt: NewTerminal['writtenAt']};

export type LiveAnswer = {
	readonly trial: Trial;
	/** What is known of its cause. It comes along, so that a start without --live need not load it. */
	readonly known: Pick<CauseEntry, 'title' | 'why' | 'fix'>;
	/** Another form of the base address that takes the credential; null where none was looked for or found. */
	readonly answersAt: string | null;
};

/** One thing that can be the case. It only looks: it never writes, runs or throws. */
export type Problem = {
	readonly id: ProblemId;
	/** Problems of which this one may be no more than the consequence: it is, where one of them is found on the same value or file. */
	readonly symptomOf?: readonly ProblemId[];
	readonly diagnose: (situation: Situation) => readonly Finding[];
};

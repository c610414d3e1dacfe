import type {Machine} from '../../machine/machine.ts';
import type {Fact} from '../../places/fact.ts';
import {sameEdit} from '../../plan/contradictions.ts';
import type {Edit} from '../../plan/edit.ts';
import {saveReceipt} from '../../plan/journal.ts';
import type {Plan} from '../../plan/plan.ts';
import type {Receipt} from '../../plan/receipt.ts';
import {diagnose} from '../../problems/diagnose.ts';
import type {Diagnosed} from '../../problems/finding.ts';
import type {Situation} from '../../problems/problem.ts';
import {type CarriedOut, type NotDone, refused} from '../errand.ts';
import {examine} from '../examine.ts';
import type {Live} from '../live.ts';
import {inNewTerminal} from '../onboard/prove-setup.ts';
import type {GivenOptions} from '../options.ts';
import {weighErrand} from '../weigh-errand.ts';
import {withAnswer} from '../with-answer.ts';
import {hostsIn} from './addresses.ts';
import type {Candidate} from './candidate.ts';
import {copiesLeft} from './copies-left.ts';
import {findingsLeft} from './findings-left.ts';
import type {Hands} from './hands.ts';
import {learnt} from './learnt.ts';
import type {Move} from './move.ts';
import {errandOf, offerFor, type Wanted} from './offer.ts';
import type {RepairItem} from './repair-item.ts';
import {keyOfFinding} from './repair-items.ts';

/** Mending one thing can bring another to light: a settings file that parses again says more. */
const mostRounds = 3;

export type Mended = {
	readonly done: readonly Done[];
	readonly end: End;
	/** As it is now, and where a credential lives in the shell, as a new terminal will have it. */
	readonly situation: Situation;
	readonly left: readonly Diagnosed[];
	readonly move: Move | null;
	readonly live: Live | null;
	/** The last plan, which says what no edit can do; null where there was none. */
	readonly last: Plan | null;
	/** Where the key that was replaced still stands, under names that are not ours to clear. */
	readonly copies: readonly Fact[];
	/** What the user switched off. */
	readonly off: readonly RepairItem[];
};

export type Done = Extract<CarriedOut, {state: 'applied' | 'planned'}>;

export type End =
	/** Nothing is left that can be mended here, or three rounds are over. */
	| {readonly state: 'finished'}
	| {readonly state: 'left'}
	| {readonly state: 'unclear'; readonly candidates: readonly Candidate[]}
	| {readonly state: 'not-done'; readonly why: NotDone};

type Room = {readonly machine: Machine; readonly options: GivenOptions; readonly hands: Hands};

/** Look, diagnose, plan, agree, apply, prove; again, while there is something left that can be mended. */
export async function mendInRounds(first: Wanted, {machine, options, hands}: Room): Promise<Mended> {
	const course = new Course(first, await hands.busy('Looking at what claude would send from here', () => examine(machine)));
	const finish = async (end: End) => {
		const {situation} = course;
		return {...course.sofar(), end, left: findingsLeft(course), copies: copiesLeft(course.first, situation)};
	};
	for (;;) {
		const stopped = await mend(course, {machine, options, hands});
		if (stopped !== null) return finish(stopped);
		if (course.waitsForLogin() && (await hands.signIn(course.situation))) course.situation = await examine(machine);
		course.live = await hands.prove(course.machineNow(machine), course.situation, {move: course.move, hosts: course.hosts});
		if (course.done.length === mostRounds || !learn(course)) return finish({state: 'finished'});
	}
}

/** What a refused prompt shows and no look at the machine does. False where nothing of it can be mended. */
function learn(course: Course): boolean {
	if (course.live?.state !== 'tried' || course.live.trial.ok) return false;
	const before = diagnose({...course.situation, live: null}).map(keyOfFinding);
	course.situation = withAnswer(course.situation, course.live);
	const found = diagnose(course.situation).filter(finding => !before.includes(keyOfFinding(finding)));
	const next = learnt(course.live, course.situation);
	if (next !== null) course.wanted = next;
	return next !== null || found.some(({fix}) => fix.edits.length > 0);
}

/** Where a repair stands between two rounds. */
class Course {
	wanted: Wanted;
	situation: Situation;
	move: Move | null = null;
	live: Live | null = null;
	last: Plan | null = null;
	readonly done: Done[] = [];
	readonly off = new Map<string, RepairItem>();

	readonly first: Situation;
	/** Those that the user had set up before, and Anthropic's own. */
	readonly hosts: ReadonlySet<string>;

	constructor(wanted: Wanted, situation: Situation) {
		this.wanted = wanted;
		this.situation = situation;
		this.first = situation;
		this.hosts = hostsIn(situation);
	}

	/** Once it is looked at as a new terminal, what the one in use still holds is no longer seen. */
	keep(plan: Plan): void {
		const open = this.move?.store === 'shell' ? (this.last?.tells ?? []).filter(({what}) => what?.place === 'shell') : [];
		this.last = {...plan, tells: [...open, ...plan.tells]};
	}

	/** No look at the machine shows what a store of secrets holds, so what was handed over in this repair is not handed over again. */
	hasKept(edit: Edit): boolean {
		return edit.kind === 'keep-secret' && this.done.some(({plan}) => plan.keeps.some(kept => sameEdit(kept, edit)));
	}

	waitsForLogin(): boolean {
		const {headless, claude} = this.situation;
		return this.move?.signsIn === true && !headless.request.sends && claude.chosen?.condition.state === 'runs';
	}

	/** Where the credential lives in the shell, this terminal does not have it yet. */
	machineNow(machine: Machine): Machine {
		return this.move?.wish ? inNewTerminal(machine, this.move.wish, this.move.store) : machine;
	}

	sofar() {
		const {situation, move, live, last, done, off} = this;
		return {situation, move, live, last, done, off: [...off.values()]};
	}
}

/** One undo takes all rounds back. */
function inOneRun(round: Done, before: Done | undefined, machine: Machine): Done {
	if (round.state !== 'applied' || before?.state !== 'applied') return round;
	const receipt: Receipt = {...round.receipt, follows: before.receipt.id};
	saveReceipt(machine, receipt);
	return {...round, receipt};
}

/** Null where nothing is left that can be mended. */
async function mend(course: Course, {machine, options, hands}: Room): Promise<End | null> {
	while (course.done.length < mostRounds) {
		const {situation, off} = course;
		const room = {situation, machine, options, off: new Set(off.keys())};
		const offer = await hands.busy('Working out what can be mended', () => offerFor(course.wanted, room));
		if (offer.state === 'refused') return {state: 'not-done', why: refused(3, offer.message, offer.hint)};
		if (offer.state === 'unclear') {
			const candidate = await hands.which(offer.candidates);
			if (candidate === 'leave') return {state: 'left'};
			if (candidate === 'nobody') return {state: 'unclear', candidates: offer.candidates};
			course.wanted = {state: 'chosen', candidate, because: 'you chose it'};
			continue;
		}
		const judged = offer.kind === 'mend-files' && course.wanted.state === 'given' ? 'with-the-move' : 'now';
		const wanted = offer.items.filter(({key, needs}) => !off.has(key) && !(needs !== null && off.has(needs)));
		const items = wanted.map(item => ({...item, edits: item.edits.filter(edit => !course.hasKept(edit))}));
		const weighed = await weighErrand(errandOf(items, offer.move, judged), machine);
		if (weighed.state === 'refused') return {state: 'not-done', why: weighed};
		course.keep(weighed.plan);
		if (weighed.plan.files.length === 0 && weighed.plan.keeps.length === 0) {
			course.move ??= offer.move;
			// What was set up in the shell before is not in this terminal either.
			if (course.done.length === 0 && course.move?.store === 'shell') course.situation = await examine(course.machineNow(machine));
			return null;
		}
		const picked = await hands.pick(items, {situation, kind: offer.kind, round: course.done.length + 1});
		if (picked === null) return {state: 'left'};
		for (const item of items) if (item.edits.length > 0 && !picked.includes(item)) off.set(item.key, item);
		const round = await hands.carryOut(errandOf(picked, offer.move, judged));
		if (round.state === 'refused' || round.state === 'cancelled') return {state: 'not-done', why: round};
		if (picked.some(({about}) => about.kind === 'move')) course.move = offer.move;
		if (round.state !== 'nothing') course.done.push(inOneRun(round, course.done.at(-1), machine));
		course.situation = await hands.busy('Looking again', () => examine(course.machineNow(machine)));
	}
	return null;
}

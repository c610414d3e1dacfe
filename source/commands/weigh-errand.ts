import type {Machine} from '../machine/machine.ts';
import type {Edit, Tell} from '../plan/edit.ts';
import {exposedByGit} from '../plan/git-safety.ts';
import {makePlan} from '../plan/make-plan.ts';
import type {Plan, Refusal} from '../plan/plan.ts';
import {isLoopback, judgeSending, type SendingVerdict, sendingsOf} from '../setups/secret-rules.ts';
import {borrowedHome} from './borrowed-home.ts';
import {type Errand, type NotDone, refused} from './errand.ts';
import {foresee} from './foresee.ts';
import {tilde} from './tilde.ts';
import {withoutCopies} from './without-copies.ts';

type Refused = NotDone & {readonly state: 'refused'};
type Typed = SendingVerdict & {readonly state: 'typed'};

export type Weighed = {readonly state: 'ready'; readonly plan: Plan; readonly confirms: readonly Typed[]} | Refused;

/** The plan of an errand, or why there is none: what cannot be edited, and every rule about where a secret may stand and go. */
export async function weighErrand({edits, wish, unplannable, judged}: Errand, machine: Machine): Promise<Weighed> {
	const {home} = machine.environment;
	const borrowed = borrowedHome(machine);
	if (borrowed !== null) return refused(3, borrowed, 'Run it as that user, without sudo (or with sudo -H for root itself).');
	const planned = planWhole(edits, machine, unplannable);
	if ('refusals' in planned) return unplanned(planned.refusals, home);
	const {plan} = planned;
	const [exposed] = await exposedByGit(plan.files, machine);
	const spared = exposed === undefined ? null : withoutCopies(edits, exposed, machine);
	if (spared !== null) return weighErrand({edits: spared, wish, unplannable, ...(judged === undefined ? {} : {judged})}, machine);
	if (exposed !== undefined) return refused(3, `${sentence(tilde(exposed.why, home))}.`, `${exposed.hint}.`);
	const confirms = new Map<string, Typed>();
	// An endpoint on this machine that is configured already is where its owner wants the keys; a wish has to say so.
	const foreseen = judged === 'with-the-move' ? [] : (await foresee(plan, machine)).filter(({to}) => !isLoopback(to));
	for (const sending of [...(wish === null ? [] : sendingsOf(wish)), ...foreseen]) {
		const verdict = judgeSending(sending);
		if (verdict.state === 'never') return refused(3, verdict.why, verdict.hint);
		if (verdict.state === 'typed') confirms.set(verdict.host, verdict);
	}
	return {state: 'ready', plan, confirms: [...confirms.values()]};
}

type Whole = {readonly plan: Plan} | {readonly refusals: readonly Refusal[]};

/** Without the edits that cannot be planned, where those may be left to the user; each round leaves out at least one. */
function planWhole(edits: readonly Edit[], machine: Machine, unplannable: Errand['unplannable']): Whole {
	let kept = edits;
	for (;;) {
		const planned = makePlan(kept, machine);
		if (planned.state === 'planned') return planned;
		const out = new Set(planned.refusals.flatMap(refusal => refusal.edits));
		const whole = unplannable === 'stop' || (unplannable === 'tell-but-wish' && [...out].some(isNeeded));
		if (whole || out.size === 0) return planned;
		const rest = kept.filter(edit => !out.has(edit));
		if (rest.length === kept.length) return planned;
		const untold = planned.refusals.filter(({edits: refused}) => !refused.every(edit => isCovered(edit, rest)));
		kept = [...rest, ...untold.map(refusal => told(refusal, machine.environment.home))];
	}
}

/** The credential itself. What claude has written down of its own start is not: the setup counts without it. */
function isNeeded({kind, answers}: Edit): boolean {
	return answers.to === 'wish' && kind !== 'set-onboarding' && kind !== 'approve-key' && kind !== 'unreject-key';
}

/** A line that has to stay has no effect where settings hold the variable, with a value or empty. */
function isCovered(edit: Edit, others: readonly Edit[]): boolean {
	return (
		edit.kind === 'remove-line' &&
		others.some(
			({kind, ...other}) =>
				(kind === 'set-setting' || kind === 'mask-setting') && 'path' in other && other.path.join('.') === `env.${edit.variable}`,
		)
	);
}

function told(refusal: Refusal, home: string): Tell {
	const {answers} = refusal.edits[0] ?? {answers: {to: 'wish'} as const};
	const what = answers.to === 'fact' ? answers.fact : null;
	return {kind: 'tell', what, command: null, summary: said(refusal, home), answers};
}

function unplanned(refusals: readonly Refusal[], home: string): Refused {
	const [first, ...more] = refusals.map(refusal => `${said(refusal, home)}.`);
	const mendable = refusals.some(({kind}) => kind === 'malformed');
	return refused(
		3,
		[first, ...more].join('\n        '),
		mendable ? 'What cannot be read is not written over here; wizard --repair shows how it would be mended.' : null,
	);
}

/** "~/.zshrc:41 cannot be edited: …" */
function said({file, line, column, why}: Refusal, home: string): string {
	const spot = line === null ? '' : column === null ? `:${line}` : `:${line}:${column}`;
	return `${tilde(file, home)}${spot} cannot be edited: ${tilde(why, home)}`;
}

function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

import type {Machine} from '../../machine/machine.ts';
import {diagnose} from '../../problems/diagnose.ts';
import type {Diagnosed} from '../../problems/finding.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Errand} from '../errand.ts';
import type {Answers} from '../onboard/answers.ts';
import type {GivenOptions} from '../options.ts';
import {weighErrand} from '../weigh-errand.ts';
import type {Candidate} from './candidate.ts';
import {errors, foreseen} from './foreseen.ts';
import {lasting} from './lasting.ts';
import {meant} from './meant.ts';
import {type Move, type Moved, moveTo, moveToFound} from './move.ts';
import type {RepairItem} from './repair-item.ts';
import {keyOfFinding, repairItems} from './repair-items.ts';

/** Whose credential it shall be: the one given by options, the one the user chose, or the one the machine speaks for. */
export type Wanted =
	| {readonly state: 'given'; readonly answers: Answers}
	| {readonly state: 'chosen'; readonly candidate: Candidate; readonly because: string}
	| {readonly state: 'as-meant'};

/** What one round could mend. */
export type Offer =
	| {readonly state: 'items'; readonly items: readonly RepairItem[]; readonly move: Move | null; readonly kind: 'mend-files' | 'all'}
	| {readonly state: 'unclear'; readonly candidates: readonly Candidate[]}
	| Extract<Moved, {state: 'refused'}>;

type Room = {readonly situation: Situation; readonly machine: Machine; readonly options: GivenOptions; readonly off: ReadonlySet<string>};

/** A file that cannot be read comes first and alone: Claude Code skips it whole, and what it holds is only known when it is mended. */
export async function offerFor(wanted: Wanted, room: Room): Promise<Offer> {
	const findings = diagnose(room.situation);
	const broken = repairItems(
		findings.filter(({id, fix}) => id === 'settings-invalid' && fix.edits.length > 0),
		null,
	).filter(({key}) => !room.off.has(key));
	if (broken.length > 0 && (await changes(broken, room))) return {state: 'items', items: broken, move: null, kind: 'mend-files'};
	switch (wanted.state) {
		case 'given':
			return moving(await moveTo(wanted.answers, room.situation, room.machine, room.options), findings, room);
		case 'chosen':
			return moving(await moveToFound(wanted.candidate, wanted.because, room.situation, room.machine, room.options), findings, room);
		case 'as-meant':
			return asMeant(findings, room);
	}
}

/** The machine is moved only where that takes away an error which nothing smaller does. */
async function asMeant(findings: readonly Diagnosed[], room: Room): Promise<Offer> {
	const small: Offer = {state: 'items', items: repairItems(await withoutSymptoms(findings, room), null), move: null, kind: 'all'};
	if (errors(findings) === 0) return small;
	const left = await leaves(small, room);
	if (left === 0) return small;
	const found = meant(room.situation);
	switch (found.state) {
		case 'on-purpose':
		case 'nothing':
			return small;
		case 'meant': {
			const offer = await moving(await movedTo(found, room), findings, room);
			return (await leaves(offer, room)) < left ? offer : small;
		}
		case 'unclear': {
			const useful: Candidate[] = [];
			for (const candidate of found.candidates) {
				const offer = await moving(await movedTo({candidate, because: ''}, room), findings, room);
				if ((await leaves(offer, room)) < left) useful.push(candidate);
			}
			return useful.length === 0 ? small : {state: 'unclear', candidates: useful};
		}
	}
}

function movedTo(
	{candidate, because}: {readonly candidate: Candidate; readonly because: string},
	{situation, machine, options}: Room,
): Promise<Moved> {
	return moveToFound(candidate, because, situation, machine, options);
}

/** What is gone once the errors are mended needs no mending of its own: a key that goes away has not to be approved first. */
async function withoutSymptoms(findings: readonly Diagnosed[], room: Room): Promise<readonly Diagnosed[]> {
	const causes = findings.filter(({severity, explainedBy}) => severity === 'error' && explainedBy === null);
	if (causes.length === 0 || causes.length === findings.length) return findings;
	return spared(
		findings,
		causes,
		causes.flatMap(({fix}) => fix.edits),
		room,
	);
}

async function spared(
	findings: readonly Diagnosed[],
	causes: readonly Diagnosed[],
	edits: Errand['edits'],
	{situation, machine}: Room,
): Promise<readonly Diagnosed[]> {
	const after = await foreseen(edits, situation, machine);
	return findings.map(finding =>
		causes.includes(finding) ? finding : (lasting(finding, after) ?? {...finding, fix: {...finding.fix, edits: []}}),
	);
}

async function moving(moved: Moved, findings: readonly Diagnosed[], room: Room): Promise<Offer> {
	if (moved.state === 'refused') return moved;
	const after = await foreseen(moved.move.edits, room.situation, room.machine);
	const move = {...moved.move, mends: new Set(findings.filter(finding => lasting(finding, after) === null).map(keyOfFinding))};
	const left = findings.map(finding => lasting(finding, after) ?? finding);
	return {state: 'items', items: repairItems(left, move), move, kind: 'all'};
}

async function leaves(offer: Offer, {situation, machine}: Room): Promise<number> {
	return offer.state === 'items' ? errors(await foreseen(editsOf(offer.items), situation, machine)) : Number.POSITIVE_INFINITY;
}

async function changes(items: readonly RepairItem[], {machine}: Room): Promise<boolean> {
	const weighed = await weighErrand(errandOf(items, null), machine);
	return weighed.state === 'ready' && weighed.plan.files.length > 0;
}

export function errandOf(items: readonly RepairItem[], move: Move | null, judged: 'now' | 'with-the-move' = 'now'): Errand {
	const moves = items.some(({about}) => about.kind === 'move');
	return {
		edits: editsOf(items),
		wish: moves ? (move?.wish ?? null) : null,
		unplannable: moves ? 'tell-but-wish' : 'tell',
		...(judged === 'now' ? {} : {judged}),
	};
}

function editsOf(items: readonly RepairItem[]): Errand['edits'] {
	return items.flatMap(({edits}) => edits);
}

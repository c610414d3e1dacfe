import {printable} from '../places/show.ts';
import type {Plan} from '../plan/plan.ts';
import {cannotItems, type PlanItem, planItems, planSteps} from '../plan/plan-items.ts';
import type {Resolution} from '../request/request.ts';
import type {Planned, Written} from './errand.ts';
import {shownCommand} from './shown-command.ts';
import {type SourceJson, sourceJson} from './source-json.ts';
import {tilde} from './tilde.ts';

/** Of a dry run and of `--check`, in the shape of contract.md; `confirm` are hosts whose names the user would have to type. */
export type PlannedJson = {
	readonly schema: 1;
	readonly changed: boolean;
	readonly plan: readonly PlanItem[];
	readonly cannot: readonly CannotJson[];
	readonly notes: readonly string[];
	readonly confirm: readonly string[];
};

/** `what` is null where it is no value but a file that stands in the way. */
export type CannotJson = {readonly what: SourceJson | null; readonly summary: string; readonly command: string | null};

/** What a command that wrote says; repair and apply add `findings` and `live`. */
export type WrittenJson = {
	readonly schema: 1;
	readonly changed: boolean;
	readonly edits: readonly {readonly file: string | null; readonly summary: string}[];
	readonly masked: readonly SourceJson[];
	readonly cannot: readonly CannotJson[];
	/** For `wizard undo`; null where nothing was written. */
	readonly undo: string | null;
};

export function plannedJson({plan, confirms}: Planned, resolution: Resolution, home: string): PlannedJson {
	return {
		schema: 1,
		changed: plan.files.length > 0 || plan.keeps.length > 0,
		plan: planItems(plan, home),
		cannot: cannotJson(plan, resolution, home),
		notes: plan.notes.map(note => printable(tilde(note, home))),
		confirm: confirms,
	};
}

export function writtenJson(done: Written, resolution: Resolution, home: string): WrittenJson {
	const {plan} = done;
	const applied = done.state === 'applied';
	return {
		schema: 1,
		changed: applied,
		edits: applied ? planSteps(plan, home).map(({file, summary}) => ({file, summary})) : [],
		masked: plan.masked.map(fact => sourceJson(fact, resolution, home)),
		cannot: cannotJson(plan, resolution, home),
		undo: applied ? done.receipt.id : null,
	};
}

export function cannotJson(plan: Plan, resolution: Resolution, home: string): readonly CannotJson[] {
	return cannotItems(plan).map(({what, summary, command}) => ({
		what: what === null ? null : sourceJson(what, resolution, home),
		summary: tilde(summary, home),
		command: command === null ? null : shownCommand(command, home),
	}));
}

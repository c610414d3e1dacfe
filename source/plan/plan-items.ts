import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from './edit.ts';
import {fileDiff} from './file-diff.ts';
import type {Plan} from './plan.ts';
import {planSecrets} from './plan-secrets.ts';
import {underHome} from './under-home.ts';
import {veil, veilFor} from './veil.ts';
import {visible} from './visible.ts';

/** One step of a plan as it is shown and as other programs get it. */
export type PlanStep = {
	readonly kind: Edit['kind'];
	readonly file: string | null;
	readonly line: number | null;
	readonly summary: string;
};

export type PlanItem = PlanStep & {readonly diff: string};

export type CannotItem = {readonly what: Fact | null; readonly summary: string; readonly command: string | null};

export function planItems(plan: Plan, home: string): readonly PlanItem[] {
	const secrets = planSecrets(plan);
	const [open, closed] = [veilFor({secrets, closed: false}), veilFor({secrets, closed: true})];
	const diffs = plan.steps.map(({edit, before, after}) => {
		const hidden = edit.kind === 'write-own-file' && edit.content instanceof Secret;
		const lines = fileDiff({name: visible(underHome(edit.file, home)), before, after, mode: null}, hidden ? closed : open);
		return lines.map(({text}) => text).join('\n');
	});
	const keeps = plan.keeps.length;
	return planSteps(plan, home).map((step, index) => ({...step, diff: index < keeps ? '' : (diffs[index - keeps] ?? '')}));
}

/** The same without the diffs. */
export function planSteps(plan: Plan, home: string): readonly PlanStep[] {
	const secrets = planSecrets(plan);
	const keeps = plan.keeps.map((edit): PlanStep => ({kind: edit.kind, file: null, line: null, summary: said(edit.summary, secrets)}));
	const steps = plan.steps.map(
		({edit, line}): PlanStep => ({kind: edit.kind, file: visible(underHome(edit.file, home)), line, summary: said(edit.summary, secrets)}),
	);
	return [...keeps, ...steps];
}

/** What the wizard cannot edit, and the command with which the user does. */
export function cannotItems(plan: Plan): readonly CannotItem[] {
	const secrets = planSecrets(plan);
	return plan.tells.map(({what, summary, command}) => ({
		what,
		summary: said(summary, secrets),
		command: command === null ? null : said(command, secrets),
	}));
}

function said(text: string, secrets: readonly string[]): string {
	return visible(veil(text, {secrets, closed: false}));
}

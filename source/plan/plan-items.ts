import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from './edit.ts';
import {fileDiff} from './file-diff.ts';
import type {Plan} from './plan.ts';
import {planSecrets} from './plan-secrets.ts';
import {underHome} from './under-home.ts';
import {veil} from './veil.ts';
import {visible} from './visible.ts';

/** One step of a plan as it is shown and as other programs get it. */
export type PlanItem = {
	readonly kind: Edit['kind'];
	readonly file: string | null;
	readonly line: number | null;
	readonly summary: string;
	readonly diff: string;
};

export type CannotItem = {readonly what: Fact | null; readonly summary: string; readonly command: string | null};

export function planItems(plan: Plan, home: string): readonly PlanItem[] {
	const secrets = planSecrets(plan);
	const keeps = plan.keeps.map(
		(edit): PlanItem => ({kind: edit.kind, file: null, line: null, summary: said(edit.summary, secrets), diff: ''}),
	);
	const steps = plan.steps.map(({edit, line, before, after}): PlanItem => {
		const file = visible(underHome(edit.file, home));
		const closed = edit.kind === 'write-own-file' && edit.content instanceof Secret;
		const diff = fileDiff({name: file, before, after, mode: null}, {secrets, closed});
		return {kind: edit.kind, file, line, summary: said(edit.summary, secrets), diff: diff.map(({text}) => text).join('\n')};
	});
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

import {Secret} from '../../source/credentials/secret.ts';
import type {Machine} from '../../source/machine/machine.ts';
import type {VariableFact} from '../../source/places/fact.ts';
import type {Edit, Json} from '../../source/plan/edit.ts';
import {makePlan} from '../../source/plan/make-plan.ts';
import type {Plan, Refusal} from '../../source/plan/plan.ts';

export const settings = '/home/ada/.claude/settings.json';
export const globalConfig = '/home/ada/.claude.json';
const wish = {answers: {to: 'wish'}} as const;

export const set = (path: readonly string[], value: Json | Secret, file = settings): Edit => ({
	kind: 'set-setting',
	file,
	path,
	value,
	summary: `Set ${path.join('.')}`,
	...wish,
});
export const remove = (path: readonly string[], file = settings): Edit => ({
	kind: 'remove-setting',
	file,
	path,
	summary: `Remove ${path.join('.')}`,
	...wish,
});
export const mask = (path: readonly string[], masks: VariableFact, file = settings): Edit => ({
	kind: 'mask-setting',
	file,
	path,
	masks,
	summary: `Cancel ${path.join('.')}`,
	...wish,
});
export const mend = (drop: readonly (readonly string[])[] = [], file = settings): Edit => ({
	kind: 'mend-settings',
	file,
	drop,
	summary: 'Make the file valid JSON',
	...wish,
});

export function shellFact(variable: string, text: string): VariableFact {
	return {
		kind: 'variable',
		place: 'shell',
		file: null,
		line: null,
		column: null,
		variable,
		state: 'text',
		value: new Secret(text),
		shown: '…',
		why: null,
		origin: {from: 'process'},
	};
}

export function planned(edits: readonly Edit[], machine: Machine): Plan {
	const outcome = makePlan(edits, machine);
	if (outcome.state === 'refused') throw new Error(outcome.refusals.map(({why, file}) => `${file}: ${why}`).join('; '));
	return outcome.plan;
}

export function refusals(edits: readonly Edit[], machine: Machine): readonly Refusal[] {
	const outcome = makePlan(edits, machine);
	if (outcome.state === 'planned') throw new Error('it was planned');
	return outcome.refusals;
}

/** Writes a plan's files as apply does, without its backups. */
export function write(plan: Plan, machine: Machine): void {
	for (const {path, before, after, mode, secret, kind} of plan.files) {
		const written = machine.writing.replace({
			path,
			before,
			after,
			mode,
			owner: null,
			secret,
			lock: kind === 'global-config' ? 'claude' : 'ours',
		});
		if (written.state !== 'written') throw new Error(`${path}: ${written.state}`);
	}
}

export function textIn(machine: Machine, path: string): string | null {
	const reading = machine.files.read(path);
	return reading.state === 'bytes' ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(reading.bytes) : null;
}

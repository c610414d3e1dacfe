import type {Machine, Outcome} from '../machine/machine.ts';
import {isSecretVariable} from '../places/variables.ts';
import type {KeepSecret} from './edit.ts';
import type {KeepReceipt} from './receipt.ts';
import type {Left} from './turn-all.ts';

/** A store may have to ask the user to unlock it. */
const patience = 120_000;

export type KeptSecrets =
	| {readonly state: 'kept'; readonly kept: readonly KeepReceipt[]}
	| {readonly state: 'failed'; readonly program: string; readonly message: string; readonly left: readonly Left[]};

/**
 * Hands secrets to the system's store, on stdin; all of them or none. What the store says of a failure is not passed on: it may quote
 * the secret.
 */
export async function keepSecrets(machine: Machine, keeps: readonly KeepSecret[], signal?: AbortSignal): Promise<KeptSecrets> {
	const kept: KeepReceipt[] = [];
	for (const keep of keeps) {
		const options = {...optionsFor(machine), input: keep.secret.reveal(), ...(signal === undefined ? {} : {signal})};
		const message = verdict(await machine.programs.run(keep.program, keep.args, options));
		if (message !== null) return {state: 'failed', program: keep.program, message, left: await takeOutSecrets(machine, kept)};
		kept.push(keep);
	}
	return {state: 'kept', kept};
}

/** Takes them out again, and gives what the store would not let go. */
export async function takeOutSecrets(machine: Machine, kept: readonly KeepReceipt[]): Promise<readonly Left[]> {
	const left: Left[] = [];
	for (const {program, back} of kept.toReversed()) {
		const message = verdict(await machine.programs.run(back.program, back.args, optionsFor(machine)));
		if (message !== null) left.push({path: program, message});
	}
	return left;
}

function verdict(outcome: Outcome): string | null {
	switch (outcome.state) {
		case 'ended':
			return outcome.code === 0 ? null : `it ended with code ${outcome.code}`;
		case 'missing':
			return 'it is not installed';
		case 'not-runnable':
			return outcome.message;
		case 'timeout':
			return 'it did not end in time';
		case 'killed':
			return `it was ended by ${outcome.signal}`;
	}
}

/** A store's tool needs its session and its PATH, and none of the keys. */
function optionsFor({environment}: Machine): {readonly env: Readonly<Record<string, string>>; readonly timeout: number} {
	const variables = Object.entries(environment.variables).filter(([name]) => !isSecretVariable(name));
	return {env: Object.fromEntries(variables), timeout: patience};
}

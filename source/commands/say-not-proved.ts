import type {Context} from './command.ts';
import type {Live} from './live.ts';
import {tilde} from './tilde.ts';

/** Says why the live prompt was not sent, where it was wished for and was not. */
export function sayNotProved(live: Live | null, {err, machine}: Pick<Context, 'err' | 'machine'>): void {
	if (live?.state !== 'refused') return;
	err(`wizard: not proved: ${tilde(live.message, machine.environment.home)}${live.hint ? `\n        ${live.hint}` : ''}`);
}

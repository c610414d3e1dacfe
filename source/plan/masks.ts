import type {Machine} from '../machine/machine.ts';
import type {Fact} from '../places/fact.ts';
import {listReceipts} from './journal.ts';

/** An empty entry of settings that the wizard wrote to cancel a value it could not edit. */
export type Mask = {
	readonly fact: Fact;
	/** Milliseconds since 1970: when it was written. */
	readonly at: number;
	/** The change it belongs to, for `wizard undo`. */
	readonly id: string;
};

/** The history is read only where an entry is empty: most machines have none. */
export function masksAmong(machine: Machine, facts: readonly Fact[]): readonly Mask[] {
	const empty = facts.filter(fact => fact.state === 'empty' && fact.kind === 'variable' && fact.origin.from === 'settings');
	if (empty.length === 0) return [];
	const receipts = listReceipts(machine).filter(({state}) => state !== 'undone');
	return empty.flatMap((fact): readonly Mask[] => {
		const receipt = receipts.find(({files}) =>
			files.some(
				({path, entries}) =>
					path === fact.file && entries.some(entry => entry.kind === 'key' && entry.path.join('\n') === `env\n${fact.variable}`),
			),
		);
		return receipt === undefined ? [] : [{fact, at: receipt.at, id: receipt.id}];
	});
}

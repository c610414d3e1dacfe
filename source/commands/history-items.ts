import type {Machine} from '../machine/machine.ts';
import {printable} from '../places/show.ts';
import {listBackups} from '../plan/backups.ts';
import {listReceipts} from '../plan/journal.ts';
import type {Receipt} from '../plan/receipt.ts';
import {tilde} from './tilde.ts';

/** One change as it is listed. A backup without a receipt is of a run that was killed before it changed anything. */
export type HistoryItem = {
	readonly id: string;
	/** ISO 8601, in UTC. */
	readonly at: string;
	readonly state: Receipt['state'] | 'abandoned';
	readonly did: readonly string[];
	readonly files: readonly string[];
	/** Null once it was purged or has expired: then the change can no longer be undone. */
	readonly backup: {readonly bytes: number; readonly days: number} | null;
};

const day = 24 * 60 * 60 * 1000;

/** Newest first. */
export function historyItems(machine: Machine): readonly HistoryItem[] {
	const {home} = machine.environment;
	const now = machine.clock.now();
	const named = (files: readonly string[]) => files.map(file => printable(tilde(file, home)));
	const kept = new Map(listBackups(machine).map(backup => [backup.id, backup]));
	const backupOf = (id: string): HistoryItem['backup'] => {
		const backup = kept.get(id);
		return backup === undefined ? null : {bytes: backup.bytes, days: Math.max(0, Math.floor((now - backup.at) / day))};
	};
	const told = listReceipts(machine).map(({id, at, state, summaries, files}) => {
		const did = [...new Set(summaries)].map(summary => printable(tilde(summary, home)));
		return {id, at, item: {id, at: when(at), state, did, files: named(files.map(({path}) => path)), backup: backupOf(id)}};
	});
	const abandoned = [...kept.values()]
		.filter(({id}) => !told.some(one => one.id === id))
		.map(({id, at}) => {
			return {id, at, item: {id, at: when(at), state: 'abandoned', did: [], files: [], backup: backupOf(id)} as const};
		});
	return [...told, ...abandoned].sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1)).map(({item}) => item);
}

function when(at: number): string {
	return new Date(at).toISOString();
}

import {createHash} from 'node:crypto';
import type {Machine, Written} from '../machine/machine.ts';
import {readText} from './file-text.ts';
import {ownPath, readOwn, writeOwn} from './own-folder.ts';
import type {Receipt} from './receipt.ts';

const folder = 'history';

/** One file for each receipt, so that two wizards at once never write the same one. */
export function saveReceipt(machine: Machine, receipt: Receipt): Written {
	return writeOwn(machine, new TextEncoder().encode(`${JSON.stringify(receipt, null, 2)}\n`), folder, `${receipt.id}.json`);
}

/** Newest first. What is no receipt of ours is left out. */
export function listReceipts(machine: Machine): readonly Receipt[] {
	return (machine.files.list(ownPath(machine, folder)) ?? [])
		.filter(name => name.endsWith('.json'))
		.flatMap(name => readReceipt(machine, name) ?? [])
		.sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
}

export function dropReceipt(machine: Machine, id: string): void {
	writeOwn(machine, null, folder, `${id}.json`);
}

/** `20261121-080000-1a2b`, in UTC; another one where that is taken. */
export function newId(machine: Machine): string {
	const now = machine.clock.now();
	const [date = '', time = ''] = new Date(now).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '').split('T');
	for (let attempt = 0; ; attempt++) {
		const mark = createHash('sha256').update(`${now} ${machine.environment.pid} ${attempt}`).digest('hex').slice(0, 4);
		const id = `${date}-${time}-${mark}`;
		if (machine.files.stat(ownPath(machine, folder, `${id}.json`)) === null) return id;
	}
}

/** The moment an id was given, also where its receipt is missing because the run was killed before it was written. */
export function timeOf(id: string): number {
	const [, date = '', time = ''] = /^(\d{8})-(\d{6})-/.exec(id) ?? [];
	return Date.parse(`${date.replace(/(....)(..)/, '$1-$2-')}T${time.replace(/(..)(..)/, '$1:$2:')}Z`) || 0;
}

function readReceipt(machine: Machine, name: string): Receipt | null {
	const bytes = readOwn(machine, folder, name);
	if (bytes === null) return null;
	try {
		const receipt = JSON.parse(readText(bytes).text) as Partial<Receipt>;
		return receipt.schema === 1 && `${receipt.id}.json` === name && Array.isArray(receipt.files) ? (receipt as Receipt) : null;
	} catch {
		return null;
	}
}

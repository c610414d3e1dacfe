import {isDeepStrictEqual} from 'node:util';
import type {Machine} from '../machine/machine.ts';
import {findRoots, pathOf} from '../places/roots.ts';
import {shells} from '../shells/index.ts';
import {ownFile} from '../shells/own-file.ts';
import type {ShellRoots} from '../shells/shell.ts';
import {valueAt} from './carry-json.ts';
import type {Entry, FileChange, FileKind} from './change.ts';
import {readText, writeText} from './file-text.ts';
import {listReceipts} from './journal.ts';
import {samePlain} from './json-plain.ts';
import type {KeepReceipt} from './receipt.ts';
import {removeBlock} from './startup-text.ts';
import {type Past, withoutEntries} from './without-entries.ts';

/** All that is left here of what the wizard ever wrote into the user's files, as the changes that take it out. */
export type WrittenByUs = {
	readonly files: readonly FileChange[];
	/** Secrets in the system's store. */
	readonly keeps: readonly KeepReceipt[];
	/** Folders that were made; they go where they are empty. Innermost first. */
	readonly folders: readonly string[];
	readonly notes: readonly string[];
};

export function writtenByUs(machine: Machine): WrittenByUs {
	const receipts = listReceipts(machine).filter(({state}) => state !== 'undone');
	const byPath = new Map<string, Past[]>();
	for (const {id, files} of receipts) for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), {id, file}]);
	const notes: string[] = [];
	const changes = new Map<string, FileChange>();
	const add = (named: string, kind: FileKind, past: readonly Past[]) => {
		const target = machine.files.target(named);
		if (target === null || changes.has(target)) return;
		const reading = machine.files.read(target, Number.POSITIVE_INFINITY);
		if (reading.state !== 'bytes') return;
		const after = without(machine, named, kind, reading.bytes, past, notes);
		if (after === null || Buffer.compare(after, reading.bytes) !== 0)
			changes.set(target, {
				...{path: target, named, kind, before: reading.bytes, after, mode: null, secret: false},
				entries: entriesOf(kind, reading.bytes, after, past),
			});
	};
	for (const [named, past] of byPath) {
		const kind = past[0]?.file.kind ?? 'own';
		if (!named.startsWith(machine.environment.state)) add(named, kind, past);
	}
	for (const named of startupFiles(machine)) add(named, 'startup', []);
	for (const named of ownFiles(machine)) add(named, 'own', []);
	const folders = new Set([...byPath.values()].flat().flatMap(({file}) => file.folders.toReversed()));
	return {files: [...changes.values()], keeps: receipts.flatMap(({keeps}) => keeps), folders: [...folders], notes};
}

/** The file's content without ours; null where nothing is left of it that was there before. */
function without(
	machine: Machine,
	named: string,
	kind: FileKind,
	bytes: Uint8Array,
	past: readonly Past[],
	notes: string[],
): Uint8Array | null {
	switch (kind) {
		case 'settings':
		case 'global-config': {
			const left = withoutEntries(machine, bytes, past);
			if (left.changedSince.length > 0)
				notes.push(`${named}: ${left.changedSince.join(', ')} was changed since the wizard wrote it, and stays.`);
			return left.bytes;
		}
		case 'startup': {
			const file = readText(bytes);
			const edited = removeBlock(file.text);
			if (edited.state === 'refused') notes.push(`${named}: ${edited.why}; it stays.`);
			if (edited.state !== 'changed') return bytes;
			return edited.text === '' && past.at(-1)?.file.before.state === 'absent' ? null : writeText({...file, text: edited.text});
		}
		case 'own':
			return past.length > 0 && past.at(-1)?.file.before.state !== 'absent' ? bytes : null;
		case 'variables':
			return bytes;
	}
}

/** What changes, so that it can be done where claude saves its file meanwhile, and undone where others changed it since. */
function entriesOf(kind: FileKind, before: Uint8Array, after: Uint8Array | null, past: readonly Past[]): readonly Entry[] {
	if (kind === 'startup') return [{kind: 'lines'}];
	if (kind === 'own' || after === null) return [{kind: 'whole-file'}];
	const [was, is] = [readText(before).text, readText(after).text];
	return past
		.flatMap(({file}) => file.entries)
		.filter(entry => (entry.kind === 'key' || entry.kind === 'item') && !samePlain(valueAt(was, entry.path), valueAt(is, entry.path)))
		.filter((entry, index, all) => all.findIndex(other => isDeepStrictEqual(other, entry)) === index);
}

/** Also without a history our block is known by its marks. */
function startupFiles(machine: Machine): readonly string[] {
	const where = rootsOf(machine);
	const {join} = pathOf(machine.environment);
	return shells
		.flatMap(shell => shell.startupFiles(where))
		.filter(({owner}) => owner === 'user')
		.flatMap(({path, folderOf}) =>
			folderOf === undefined
				? [path]
				: (machine.files.list(path) ?? []).filter(name => name.endsWith(folderOf)).map(name => join(path, name)),
		);
}

function ownFiles(machine: Machine): readonly string[] {
	const where = rootsOf(machine);
	return shells.map(shell => ownFile(shell, where));
}

function rootsOf(machine: Machine): ShellRoots {
	const {platform, variables} = machine.environment;
	return {...findRoots(machine), platform, variables};
}

import type {BytePath, Entry, Folders} from '../../machine/machine.ts';
import {type Candidate, candidateFor} from './candidate.ts';

export type Step =
	| {
			readonly kind: 'folder';
			readonly path: BytePath;
			/** The nearest folder above with a `.git` in it; null outside of repositories. */
			readonly repository: BytePath | null;
			readonly files: readonly Found[];
	  }
	/** Nothing more will come from this repository. */
	| {readonly kind: 'left'; readonly repository: BytePath}
	| {readonly kind: 'bare'; readonly path: BytePath}
	| {readonly kind: 'skipped'; readonly name: 'node_modules' | '.git' | 'system'}
	| {readonly kind: 'unreadable'; readonly path: BytePath};

/** What the name is itself; where a link leads is decided by whoever reads it. */
export type Found = {readonly path: BytePath; readonly candidate: Candidate; readonly is: 'file' | 'link' | 'other'};

type Frame = {readonly path: BytePath; readonly repository: BytePath | null; readonly begins: boolean; readonly rest: BytePath[]};

/** Folders that are no files of anybody, where a walk from the top would never end. */
const system = new Set(['/proc', '/sys', '/dev']);

/**
 * Every folder below one, depth first, so that no more is held than the names beside the way down. Links are not followed, so nothing
 * leads out or round in a circle.
 */
export function* walk(folders: Folders, root: BytePath, around: BytePath | null, sep: string): Generator<Step> {
	const frames: Frame[] = [];
	let next: BytePath | null = root;
	let repository = around;
	for (;;) {
		if (next !== null) {
			const listing = folders.entries(next);
			if (listing.state === 'unreadable') yield {kind: 'unreadable', path: next};
			else {
				const seen: Seen = look(listing.entries, next, sep);
				const {bare, skipped} = seen;
				if (bare) yield {kind: 'bare', path: next};
				else {
					const begins = seen.isRepository;
					const own = begins ? next : repository;
					for (const name of skipped) yield {kind: 'skipped', name};
					yield {kind: 'folder', path: next, repository: own, files: seen.files};
					frames.push({path: next, repository: own, begins, rest: seen.below});
				}
			}
		}
		const frame = frames.at(-1);
		if (frame === undefined) return;
		const name = frame.rest.pop();
		if (name === undefined) {
			frames.pop();
			if (frame.begins) yield {kind: 'left', repository: frame.path};
			next = null;
			continue;
		}
		next = join(frame.path, name, sep);
		repository = frame.repository;
	}
}

type Seen = {
	readonly files: readonly Found[];
	readonly below: BytePath[];
	readonly isRepository: boolean;
	readonly bare: boolean;
	readonly skipped: readonly ('node_modules' | '.git' | 'system')[];
};

function look(entries: readonly Entry[], path: BytePath, sep: string): Seen {
	const inClaude = path.endsWith(`${sep}.claude`);
	const below: BytePath[] = [];
	const skipped: Seen['skipped'][number][] = [];
	const files: Found[] = [];
	let isRepository = false;
	let parts = 0;
	for (const entry of entries) {
		const {name} = entry;
		if (entry.isDirectory()) {
			if (name === 'node_modules') skipped.push(name);
			else if (name === '.git') {
				skipped.push(name);
				isRepository = true;
			} else if (system.has(join(path, name, sep))) skipped.push('system');
			else below.push(name);
			if (name === 'objects' || name === 'refs') parts++;
			continue;
		}
		if (name === 'HEAD') parts++;
		if (name === '.git') isRepository = true;
		const candidate = candidateFor(name, inClaude);
		if (candidate === null) continue;
		files.push({path: join(path, name, sep), candidate, is: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other'});
	}
	// Taken from the end, and told in the order that the system gives.
	below.reverse();
	return {files, below, isRepository, bare: parts === 3, skipped};
}

export function join(folder: BytePath, name: BytePath, sep: string): BytePath {
	return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

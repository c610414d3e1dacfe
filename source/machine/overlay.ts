import path from 'node:path';
import type {Files, Machine, Outcome, Owner, Reading, Replacement, Stat, Stream, Writing} from './machine.ts';
import {pretendNotes} from './pretend.ts';
import {type Standing, standingAt, weigh, withoutModes} from './weigh.ts';
import {refusal} from './write-refusal.ts';

/** A machine that reads from another one and keeps every write in memory: a dry run is the real run on an overlay. */
export function overlay(base: Machine): Machine {
	const rules = base.environment.platform === 'win32' ? path.win32 : path.posix;
	const kept = new Map<string, Standing>();
	const us: Owner = {uid: base.environment.uid, gid: base.environment.uid};
	return {
		...base,
		files: overlayFiles(base.files, kept, rules),
		writing: overlayWriting(base, kept, us),
		// A program could write where we cannot see it, so none runs.
		programs: {stream: () => nothingPrinted, run: async () => nothing, handOver: async () => 0, leave: async () => null, end: () => false},
		memory: {recall: base.memory.recall, remember: () => {}},
		notes: pretendNotes(base.notes),
		// Writes in the other home stay in memory too, apart from those in this one.
		at: (home, variables) => overlay(base.at(home, variables)),
	};
}

const nothing: Outcome = {state: 'ended', code: 0, stdout: '', stderr: ''};
const nothingPrinted: Stream = {pieces: (async function* () {})(), ended: Promise.resolve(nothing)};

type Kept = Map<string, Standing>;

function overlayFiles(base: Files, kept: Kept, rules: path.PlatformPath): Files {
	/** What we keep for the path; undefined where it is the base's to answer. */
	const ours = (at: string): Standing | undefined => kept.get(base.target(at) ?? at);
	/** A folder that exists because we keep a file below it. */
	const holds = (folder: string) =>
		[...kept].some(([at, standing]) => standing !== null && rules.dirname(at) === (base.target(folder) ?? folder));
	return {
		read(at, limit = 2 * 1024 * 1024): Reading {
			const standing = ours(at);
			if (standing === undefined) return base.read(at, limit);
			if (standing === null) return {state: 'absent'};
			if (standing.bytes.length > limit)
				return {state: 'unreadable', why: 'too-large', message: `it has ${standing.bytes.length} bytes; the limit is ${limit}`};
			return {state: 'bytes', ...standing, real: base.target(at) ?? at};
		},
		list(folder) {
			const below = base.list(folder);
			if (below === null && !holds(folder)) return null;
			const names = new Set(below ?? []);
			for (const [at, standing] of kept) {
				if (rules.dirname(at) !== (base.target(folder) ?? folder)) continue;
				if (standing === null) names.delete(rules.basename(at));
				else names.add(rules.basename(at));
			}
			return [...names].sort();
		},
		stat(at, how) {
			if (how === undefined && base.linkTarget(at) !== null) return base.stat(at);
			const standing = ours(at);
			return standing === undefined ? base.stat(at, how) : (standing?.stat ?? null);
		},
		linkTarget: base.linkTarget,
		target: base.target,
		real(at) {
			const standing = ours(at);
			return standing === undefined ? base.real(at) : standing === null ? null : base.target(at);
		},
		executable(at) {
			const standing = ours(at);
			return standing === undefined ? base.executable(at) : standing !== null && (standing.stat.mode & 0o111) !== 0;
		},
	};
}

function overlayWriting({files, clock, environment}: Machine, kept: Kept, us: Owner): Writing {
	return {
		replace(asked) {
			const wish = withoutModes(asked, environment.platform);
			const target = files.target(wish.path);
			if (target === null) return refusal('link-loop', 'its links lead round in a circle');
			const found = kept.has(target) ? {now: kept.get(target) ?? null} : standingAt(files, target);
			if ('state' in found) return found;
			const standing = found.now;
			const weighed = weigh(wish, standing);
			if (weighed.state === 'same') return {state: 'same', real: target, is: standing?.stat ?? null};
			if (weighed.state === 'conflict') return {...weighed, touched: false};
			const stat = statFor(wish, weighed.mode, standing?.stat ?? us, clock.now());
			kept.set(target, wish.after === null ? null : {bytes: Uint8Array.from(wish.after), stat});
			const is = wish.after === null ? null : stat;
			return {state: 'written', real: target, was: standing?.stat ?? null, is, notes: weighed.notes, folders: []};
		},
		sweep: () => 0,
		removeFolder: () => false,
	};
}

function statFor({after, owner}: Replacement, mode: number, {uid, gid}: Owner, mtime: number): Stat {
	return {kind: 'file', mode, uid: owner?.uid ?? uid, gid: owner?.gid ?? gid, size: after?.length ?? 0, mtime};
}

import type {Machine, Stat} from '../machine/machine.ts';
import {type Turn, type Turned, turn} from './turn.ts';

type Done = Turned & {readonly state: 'turned'};

export type TurnedAll =
	| {readonly state: 'done'; readonly turned: readonly Done[]}
	| {readonly state: 'stopped'; readonly path: string; readonly stop: Turned & {readonly state: 'stopped'}; readonly left: readonly Left[]}
	| {readonly state: 'cancelled'; readonly left: readonly Left[]};

/** A file that could not be brought back to what it was, and why. */
export type Left = {readonly path: string; readonly message: string};

/** All files or none: where one cannot be turned, or the user stops between two, those already turned are turned back. */
export async function turnAll(machine: Machine, turns: readonly Turn[], signal?: AbortSignal): Promise<TurnedAll> {
	const done: {readonly wish: Turn; readonly turned: Done}[] = [];
	for (const wish of turns) {
		await machine.clock.pause();
		if (signal?.aborted) return {state: 'cancelled', left: turnBack(machine, done)};
		const turned = turn(machine, wish);
		if (turned.state === 'turned') done.push({wish, turned});
		else {
			if (turned.touched !== null) done.push({wish, turned: assumed(wish, turned.touched.was)});
			const left = turnBack(machine, done);
			return {state: 'stopped', path: wish.path, stop: turned, left};
		}
	}
	return {state: 'done', turned: done.map(({turned}) => turned)};
}

function turnBack(machine: Machine, done: readonly {readonly wish: Turn; readonly turned: Done}[]): readonly Left[] {
	return done.toReversed().flatMap(({wish, turned}) => {
		const {uid, gid} = turned.was ?? {};
		const owner = uid === undefined || gid === undefined ? null : {uid, gid};
		const back = turn(machine, {
			...wish,
			from: turned.to,
			to: turned.from,
			mode: turned.was?.mode ?? null,
			owner,
			secret: false,
			theirs: 'keep',
		});
		if (back.state === 'stopped') return [{path: wish.path, message: back.message}];
		if (back.to === null) for (const folder of turned.folders.toReversed()) machine.writing.removeFolder(folder);
		return [];
	});
}

/** The file was exchanged, but then something failed: it may stand there. */
function assumed(wish: Turn, was: Stat | null): Done {
	return {state: 'turned', real: wish.path, from: wish.from, to: wish.to, was, is: null, notes: [], theirs: false, folders: []};
}
